"""Attributions in English, by grammar, quotation marks and learned weights."""
