"""Credits: what an article's own words say of where it comes from.

Only the first and the last lines are read, since that is where credits stand, and a formula
counts only when what follows it reads as names and dates throughout: a sentence about a book
"translated by" somebody is not a credit. Each credit's span covers the name as it is written.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondsource.article import Credit, Role, Span
from secondsource.collect.agencies import is_agency
from secondsource.collect.credit_patterns import (
    DASH,
    EMPTY_LABEL_TRANSLATION,
    LABELS,
    MEANS,
    OUTLET_WORDS,
    PHRASES,
    PUBLISHED_WHERE,
    Label,
    Phrase,
)
from secondsource.collect.dates import find_date
from secondsource.collect.layout import Line, read_layout, split_units
from secondsource.collect.names import (
    DOMAIN,
    is_personal_name,
    read_outlet,
    split_people,
    trim,
)
from secondsource.collect.notices import find_republisher
from secondsource.collect.signatures import find_signatures
from secondsource.collect.wire import find_wire

_ANY_LABEL = "|".join(f"(?P<l{n}>{label.words})" for n, label in enumerate(LABELS))
LABEL_START = tuple(
    re.compile(
        rf"[\s(\[*_–—-]*(?i:{label.words})" + (r"\s*[:：]\s*" if label.colon else r"\s*:?\s+")
    )
    for label in LABELS
)
