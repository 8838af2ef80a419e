"""Paragraphs that open with who speaks or with a time of day: interviews, transcripts, posts."""
