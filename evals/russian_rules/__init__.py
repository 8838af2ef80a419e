"""The reader of Russian before there was a grammar: the baseline of `evals.attribution_ru`.

Verbs of saying, quotation marks and the order of the words; kept as it was, not mended.
"""
