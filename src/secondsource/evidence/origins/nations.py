"""Of which nation a body is, in seven languages: the French and the German government are two.

Many languages write "French" small, so that it is no name there. Only the nations that news tells
apart most often; of any other nothing is known. Written by hand for this project.
"""

import re
from functools import lru_cache

_NATIONS = {
    "by": r"belarus\w*|bi[eé]lor+us\w*|bélarus\w*|weißruss\w*|"
    r"białoru\w+|белору\w+|беларус\w+|білору\w+",
    "cn": r"china|chinese|chinesisch\w*|chine|chinois\w*|chin[oa]s?|chiny|chińsk\w+|кита\w+",
    "de": r"german(?:y|s)?|deutsch\w*|allemagne|allemand\w*|alem(?:án|an[ae]s?|ania)|"
    r"niem(?:cy|iec)\w*|герман\w+|немецк\w+|німе[чц]\w+",
    "es": r"spain|spanish|spanisch\w*|spaniens?|espagn\w+|españ\w+|hiszpa\w+|испан\w+|іспан\w+",
    "fr": r"france|french|français\w*|französisch\w*|frankreichs?|francia|francés|frances[ae]s?|"
    r"francj\w+|francusk\w+|франц\w+",
    "gb": r"brit(?:ain|ish)|britisch\w*|großbritannien\w*|britannique\w*|royaume-uni|británic\w+|"
    r"reino unido|brytyjsk\w+|wielk\w+ brytani\w+|британ\w+|великобритан\w+|(?-i:UK)",
    "il": r"israel\w*|israël\w*|israél\w*|izrael\w*|израил\w+|ізраїл\w+",
    "ir": r"iran\w*|irán|иран\w+|іран\w+",
    "it": r"ital(?:y|ian\w*|ien\w*|ia|ie)|włosk\w+|włoch\w*|итал\w+|італ\w+",
    "pl": r"poland|polish|polens?|polnisch\w*|pologne|polonais\w*|polonia|polac[oa]s?|polsk\w+|"
    r"polsc\w+|польш\w+|польск\w+|польщ\w+|польськ\w+",
    "ru": r"russia\w*|russisch\w*|russlands?|russie|russes?|rusia|rus[oa]s?|rosj\w+|rosyjsk\w+|"
    r"росси[яию]\w*|российск\w+|русск\w+|росі[їяюєй]\w*|російськ\w+|(?-i:РФ)",
    "tr": r"turkey|turkish|türk\w+|turquie|turcs?|turques?|turquía|turc[oa]s?|turcj\w+|tureck\w+|"
    r"турци\w+|турецк\w+|туреччин\w+|турецьк\w+",
    "ua": r"ukrain\w+|ukraiń\w+|ucrani\w+|украин\w+|україн\w+|(?-i:[ВЗ]СУ)",
    "us": r"americans?|amerikanisch\w*|américain\w*|american[oa]s?|estadounidenses?|états-unis|"
    r"estados unidos|amerykańsk\w+|американск\w+|американськ\w+|(?-i:USA?|U\.S\.|США)",
}
"""The words for a nation, by its ISO 3166 code."""
_PATTERNS = {
    code: re.compile(rf"(?<!\w)(?:{spelt})(?!\w)", re.IGNORECASE)
    for code, spelt in _NATIONS.items()
}


@lru_cache(maxsize=4096)
def find_nations(shown: str) -> frozenset[str]:
    """The nations that a source's words name, by their ISO 3166 codes; none where none is known."""
    return frozenset(code for code, spelt in _PATTERNS.items() if spelt.search(shown))
