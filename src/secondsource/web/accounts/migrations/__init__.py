"""The numbered steps that make the schema of `accounts.db`."""
