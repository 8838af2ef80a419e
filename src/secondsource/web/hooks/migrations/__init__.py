"""The numbered steps that make the schema of `webhooks.db`."""
