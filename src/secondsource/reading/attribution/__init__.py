"""Who says what: sources, cues and contents, and the voice of each sentence."""
