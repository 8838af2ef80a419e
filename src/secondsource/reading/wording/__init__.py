"""How things are named: words that carry a judgement."""
