"""What a text does to a claim."""
