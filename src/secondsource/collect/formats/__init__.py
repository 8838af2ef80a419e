"""Formats: from bytes of one kind to text, with what the kind itself tells."""
