"""Whether two names of persons or outlets mean the same, across spellings and two scripts."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from secondsource.article import Article

SAME_NAME = 80  # of 100; "Khaldey" and "Халдей" give 86 when spelt out, "Anna" and "Anton" 67

# Not urlsplit: names come from hostile text, and it raises on "[Photo".
_ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#].*)?", re.S
)
_SHARED_LABELS = {"ac", "co", "com", "edu", "gov", "info", "net", "org"}
# Hosts where everybody has a site of his own: the label before theirs is the outlet.
_SHARED_HOSTS = {"blogspot", "github", "livejournal", "medium", "substack", "tumblr", "wordpress"}
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғңөұүһә"
_SPELT = (
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
    " i i e g u k g n o u u h a"
)
_LATIN = dict(zip(_CYRILLIC, _SPELT.replace("-", "").split(" "), strict=True))


def to_latin(name: str) -> str:
    """A Cyrillic name in plain Latin letters (after BGN/PCGN, without its marks)."""
    return "".join(_LATIN.get(letter, letter) for letter in name.casefold())


@lru_cache(maxsize=65536)
def outlet_key(name: str) -> str:
    """One key for the ways in which an outlet is named: "The Daily Post", "dailypost.example"."""
    plain = name.strip().casefold()
    if address := _ADDRESS.fullmatch(plain):
        plain = _own_label(address["host"])
    plain = re.sub(r"^the\s+", "", to_latin(plain))
    return _fold_spelling(re.sub(r"[^\w]+", "", plain))


def name_article(article: Article) -> str:
    """How an article is called in a sentence: its outlet, else its title, else its address."""
    return article.outlet or article.title or article.url or f"article {article.id[:8]}"


def _own_label(host: str) -> str:
    """The label of a host name that its owner chose: "bbc" of "news.bbc.co.uk"."""
    labels = host.split(".")[:-1]
    if labels[-1] in _SHARED_HOSTS and len(labels) > 1:
        return f"{labels[-2]} {labels[-1]}"
    while len(labels) > 1 and labels[-1] in _SHARED_LABELS:
        labels.pop()
    return labels[-1]


def same_person(left: str, right: str) -> bool:
    """Whether two names are spellings of one, in either script and either order.

    Every part of the shorter name must have a like part in the longer.
    """
    short, long = sorted((_name_parts(left), _name_parts(right)), key=len)
    for part in short:
        match = max(long, key=lambda other: fuzz.ratio(part, other), default="")
        if fuzz.ratio(part, match) < SAME_NAME:
            return False
        long = [other for other in long if other is not match]
    return bool(short)


def _name_parts(name: str) -> list[str]:
    return re.findall(r"\w+", _fold_spelling(to_latin(name)))


def _fold_spelling(latin: str) -> str:
    """Letters folded that spellings of Russian names vary in: Khaldey, Khaldei; Dnya, Dnia."""
    return latin.replace("x", "ks").replace("y", "i").replace("j", "i")
