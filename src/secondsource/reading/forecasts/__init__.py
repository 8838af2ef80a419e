"""What is foretold, by whom, how surely, and when it comes due."""
