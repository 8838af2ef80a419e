"""Quotations held against each other: the same words, other words, cut, joined, translated."""
