"""Changes planted into real articles, of every kind that lineage should tell apart.

Written before the word lists of `secondsource.lineage` and without them: attributions come
from the annotations of PolNeAR, loaded words from those of BABE, hedges from patterns of this
module's own. A proposal says which words of the text would be replaced by which, and which
types of edit that is; `evals.edits` chooses among the proposals and writes the two versions.
"""

from collections.abc import Mapping

from evals.edit_claims import (
    propose_changed_attributions,
    propose_dates,
    propose_hedges,
    propose_names,
    propose_numbers,
    propose_removed_attributions,
)
from evals.edit_ground import Proposer, find_all
from evals.edit_style import (
    propose_headlines,
    propose_loaded,
    propose_ordinary,
    propose_paragraphs,
    propose_quotations,
)

PROPOSERS: Mapping[str, Proposer] = {
    "hedge": propose_hedges,
    "attribution_removed": propose_removed_attributions,
    "attribution_changed": propose_changed_attributions,
    "number": propose_numbers,
    "name": propose_names,
    "date": propose_dates,
    "quotation": propose_quotations,
    "loaded": propose_loaded,
    "paragraph": propose_paragraphs,
    "headline": propose_headlines,
    "ordinary": propose_ordinary,
}


def find_names(text: str) -> tuple[str, ...]:
    """Names of two words as they stand within the sentences of a text."""
    return tuple(m.group() for m in find_all(r"(?<=[a-z] )[A-Z][a-z]+ [A-Z][a-z]+\b", text))
