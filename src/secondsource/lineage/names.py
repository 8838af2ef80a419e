"""Whether two names of persons or outlets mean the same, across spellings and two scripts."""

import re
from functools import lru_cache

from secondsource.article import Article
from secondsource.names.compare import Outcome, compare_names
from secondsource.names.name import NameKind
from secondsource.names.sounds import to_latin

# Not urlsplit: names come from hostile text, and it raises on "[Photo".
_ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:[/?#].*)?", re.S
)
_SHARED_LABELS = {"ac", "co", "com", "edu", "gov", "info", "net", "org"}
# Hosts where everybody has a site of his own: the label before theirs is the outlet.
_SHARED_HOSTS = {"blogspot", "github", "livejournal", "medium", "substack", "tumblr", "wordpress"}

_TOLD = 80  # characters of a title by which two articles of one outlet are told apart


@lru_cache(maxsize=65536)
def outlet_key(name: str) -> str:
    """One key for the ways in which an outlet is named: "The Daily Post", "dailypost.example"."""
    plain = name.strip().casefold()
    if address := _ADDRESS.fullmatch(plain):
        plain = _own_label(address["host"])
    plain = re.sub(r"^the\s+", "", to_latin(plain))
    return _fold_spelling(re.sub(r"[^\w]+", "", plain))


def outlet_host(name: str) -> str | None:
    """The host of an outlet that is named by its address, without "www."; None for other names."""
    address = _ADDRESS.fullmatch(name.strip().casefold())
    return to_latin(address["host"]).removeprefix("www.") if address else None


def outlet_site(host: str) -> str:
    """A host from the label on that its owner chose: "bbc.co.uk" of "news.bbc.co.uk"."""
    own = f"{_own_label(host)}."
    return host[host.rindex(own) :] if own in host else host


def is_same_outlet(left: str, right: str) -> bool:
    """Whether two names may mean one outlet; two addresses do only when their sites are one.

    "gazeta.ru" and "gazeta.pl" are two papers, and "Gazeta" may be either.
    """
    if outlet_key(left) != outlet_key(right):
        return False
    hosts = [host for host in map(outlet_host, (left, right)) if host]
    return len({outlet_site(host) for host in hosts}) < 2


def list_outlet_names(article: Article) -> tuple[str, ...]:
    """The names under which others may credit an article's outlet: its own, and its address."""
    return tuple(name for name in (article.outlet, article.url) if name)


def name_article(article: Article) -> str:
    """How an article is called in a sentence: its outlet, else its title, else its address."""
    return article.outlet or article.title or article.url or f"article {article.id[:8]}"


def name_apart(article: Article, other: Article) -> str:
    """How an article is called beside another: two of one outlet by their titles, dates or ids."""
    name = name_article(article)
    if name != name_article(other):
        return name
    told = ((a.title, (a.published or "")[:16], a.url) for a in (article, other))
    pairs = zip(*told, strict=True)
    mine = next((own for own, its in pairs if own and own != its and own != name), article.id[:8])
    return f"{name} ({mine[:_TOLD]})"


def _own_label(host: str) -> str:
    """The label of a host name that its owner chose: "bbc" of "news.bbc.co.uk"."""
    labels = host.split(".")[:-1]
    if labels[-1] in _SHARED_HOSTS and len(labels) > 1:
        return f"{labels[-2]} {labels[-1]}"
    while len(labels) > 1 and labels[-1] in _SHARED_LABELS:
        labels.pop()
    return labels[-1]


def same_person(left: str, right: str) -> bool:
    """Whether two names may be spellings of one, in either script.

    A part of a name is one with the whole: a surname with a full name that has it.
    """
    found = {compare_names(left, right, kind).outcome for kind in NameKind}
    if Outcome.SAME in found:
        return True
    return Outcome.UNCLEAR in found and min(len(left.split()), len(right.split())) == 1


def _fold_spelling(latin: str) -> str:
    """Letters folded that spellings of Russian names vary in: Khaldey, Khaldei; Dnya, Dnia."""
    return latin.replace("x", "ks").replace("y", "i").replace("j", "i")
