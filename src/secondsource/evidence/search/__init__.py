"""Which passages of the archive are looked at for a claim."""
