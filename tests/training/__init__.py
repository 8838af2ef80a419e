"""The scripts that make the models, where they can be tested without the models' tools."""
