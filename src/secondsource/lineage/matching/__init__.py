"""Which texts share words: tokens, anchors, candidates, runs, stretches."""
