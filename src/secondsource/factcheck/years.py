"""The years that the source lines of a quotation name."""

import re
from collections.abc import Iterable

# "p. 1500", "pp. 12–1500", "S. 1500", "с. 1500" (Cyrillic), "No. 1500", "line 1500": places in a
# work. A single letter needs its dot: «с 1912» is "since 1912"; a Latin "c." is "circa".
_PLACE = re.compile(
    r"(?<![\w.])(?:pp?\.?|(?:s|с|l|ll|v|vv|n[or]|стр|стор|str|pág|págs|ст)\.|"
    r"pages?|lines?|verses?|seiten?|páginas?|страниц\w*|сторінк\w*|stron[aiy]?e?|numéro|number|номер)"
    r"\s*\d[\d–—-]*|№\s*\d+",
    re.I,
)
_YEAR = re.compile(r"(?<![\d-])(1[0-9]{3}|20[0-4][0-9])(?![\ds])")


def read_years(lines: Iterable[str]) -> tuple[int, ...]:
    """The years from 1000 to 2049 in the lines, the earliest first; a page is no year."""
    found = {int(year) for line in lines for year in _YEAR.findall(_PLACE.sub(" ", line))}
    return tuple(sorted(found))
