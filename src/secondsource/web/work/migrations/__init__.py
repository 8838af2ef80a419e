"""The numbered steps that make the schema of `work.db`."""
