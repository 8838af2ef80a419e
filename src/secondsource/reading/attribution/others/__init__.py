"""Attributions in languages that are read by a table of words and no grammar."""
