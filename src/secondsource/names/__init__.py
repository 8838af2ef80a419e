"""Names of people and bodies: where a text has them, and which of them mean the same."""
