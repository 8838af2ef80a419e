"""Whether what an English sentence makes somebody say can be read without "X said"."""

from collections.abc import Sequence

from secondsource.article import Span
from secondsource.evidence.query.english_clauses import ASKING, find_root, find_subject
from secondsource.evidence.query.english_places import EnglishText
from secondsource.evidence.query.english_pronouns import is_empty_it, is_no_person, may_be_person
from secondsource.reading.entities.gender import Gender, agrees
from secondsource.reading.parse import FINITE, HELPERS, Parse, Token
from secondsource.reading.statement import Quotation, Voice

_MEN = frozenset(("he", "him", "his"))
_WOMEN = frozenset(("she", "her", "hers"))
_SEVERAL = frozenset(("they", "them", "their", "theirs"))
_THINGS = frozenset(("it", "its"))
_THIRD = _MEN | _WOMEN | _SEVERAL | _THINGS
_FEWEST = 3
_PRONOUNS = _THIRD | {"i", "we", "you"}


def stands_alone(parse: Parse, pieces: Sequence[Span], voice: Voice) -> bool:
    """Whether some stretches of a sentence have a main verb with a subject.

    One quoted stretch that opens with a capital and has a verb is a sentence, whatever hangs on it.
    """
    inside = [t.index for piece in pieces for t in parse.tokens_in(piece)]
    if voice.quotation is Quotation.DIRECT and len(pieces) == 1:
        words = [t for t in parse.tokens_in(pieces[0]) if t.text[:1].isalnum()]
        opens = bool(words) and words[0].text[:1].isupper()
        if opens and len(words) > _FEWEST and any(t.tag in FINITE for t in words):
            return True
    root = find_root(parse, inside)
    if root is None:
        return False
    subject = find_subject(parse, root)
    helped = any(c.tag in FINITE for c in parse.children(root) if c.dep in HELPERS)
    opens = parse.tokens[inside[0]].tag in ASKING or root.dep in ("relcl", "acl", "csubj", "pcomp")
    if opens or any(c.dep == "mark" and c.lemma != "that" for c in parse.children(root)):
        return False
    return subject is not None and subject.index in inside and (helped or root.tag in FINITE)


def find_start(parse: Parse, pieces: Sequence[Span]) -> int | None:
    """Where the clause begins: after its "that", if only words of the frame are before that."""
    inside = [t for piece in pieces for t in parse.tokens_in(piece)]
    if not inside:
        return None
    root = find_root(parse, [t.index for t in inside])
    marks = [] if root is None else [c for c in parse.children(root) if c.dep == "mark"]
    for mark in marks:
        if mark.text == "that" and mark in inside:
            return mark.span.end
    first = inside[0]
    is_that = first.text == "that" and first.dep not in ("det", "nsubj", "nsubjpass")
    return first.span.end if is_that else pieces[0].start


def leans_on_voice(
    article: EnglishText, pieces: Sequence[Span], voice: Voice, known: Sequence[Span]
) -> bool:
    """Whether a pronoun in what is said may mean who says it: "Cole said he was hurt".

    Args:
        article: the article.
        pieces: what is said.
        voice: who says it; one that is a pronoun itself would tell no more.
        known: where words stand that will be replaced by what they mean.
    """
    source = voice.source
    if source is None or voice.quotation is Quotation.DIRECT or source.text.lower() in _PRONOUNS:
        return False
    said = [t for piece in pieces for t in article.parse.tokens_in(piece)]
    for number, token in enumerate(said):
        low = token.text.lower()
        if low not in _THIRD or _is_known(token, known):
            continue
        if low == "it" and is_empty_it(article.parse, token):
            continue
        if not any(_may_mean(article, token, t) or _is_known(t, known) for t in said[:number]):
            return True
    return False


def _is_known(token: Token, known: Sequence[Span]) -> bool:
    return any(span.contains(token.span) for span in known)


def _may_mean(article: EnglishText, pronoun: Token, before: Token) -> bool:
    """Whether a pronoun may mean a word before it, by number, sex, and who does what to whom."""
    low = pronoun.text.lower()
    if low in _SEVERAL:
        joined = before.pos in ("NOUN", "PROPN") and before.dep == "conj"
        return joined or before.tag in ("NNS", "NNPS")
    if low in _THINGS:
        return before.pos in ("NOUN", "PROPN")
    doer = find_subject(article.parse, article.parse.tokens[pronoun.head])
    if doer is not None and pronoun.dep in ("dobj", "dative"):  # "Lee told him"
        first, end = doer.edge
        if first <= before.index < end:
            return False
    people = article.resolver.people
    mention = people.named_at(before.span)
    is_person = mention is not None and mention.is_person
    if not is_person and is_no_person(article.parse, before):
        return False
    name = people.name_of(mention) if mention else None
    if name is not None:
        meant = Gender.MALE if low in _MEN else Gender.FEMALE
        return agrees(people.gender_of(name), meant)
    return before.pos == "PROPN" or (before.tag == "NN" and may_be_person(before))
