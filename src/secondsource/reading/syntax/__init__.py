"""English grammar: the published spaCy model, computed for many texts at once."""
