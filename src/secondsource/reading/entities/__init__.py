"""Whom the words of a text mean: names, descriptions and pronouns joined to one entity."""
