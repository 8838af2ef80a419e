"""Attributions in Russian."""
