"""Webhooks: programs elsewhere are told, signed, when the standing of a claim changed."""
