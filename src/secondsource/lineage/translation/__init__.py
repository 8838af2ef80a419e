"""One text in two languages: candidates by vectors, proof by sentences in order."""
