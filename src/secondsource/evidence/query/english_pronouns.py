"""Whom "he" and "she" mean in a statement: stricter than for who speaks, as a wrong name is worse.

A person is put in only where one alone fits, in this sentence and the three before it, and nobody
without a name ("the guard") may be meant; or, of several, the subject of the sentence before.
"""

from collections.abc import Iterator

from secondsource.article import Span
from secondsource.names.runs import has_body_word
from secondsource.reading.entities.gender import Gender
from secondsource.reading.entities.people import Mention, People
from secondsource.reading.parse import Parse, Token

ALONE_SURE, SUBJECT_SURE = 0.85, 0.7  # set by hand (docs/claims-to-queries.md)
_BACK = 3
_MALE = frozenset(("he", "him", "his"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_PEOPLE_WORDS = """
    man woman boy girl mother father son daughter wife husband brother sister guard victim
    suspect student official mayor president king queen chief judge patient witness friend
    child baby aunt uncle cousin widow nurse pilot coach captain spokesman spokeswoman
    spokesperson deputy secretary mum mom dad parent actress businessman girlfriend
    boyfriend cop pope priest clerk bishop rabbi imam guest host hostage jihadist refugee
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_EMPTY_IT_WORDS = """
    rain snow seem appear happen turn take matter hail freeze follow mean become remain
"""
_EMPTY_IT = frozenset(_EMPTY_IT_WORDS.split())
_THINGS_WORDS = """
    newspaper paper letter number power border center centre order tower river computer chapter
    quarter matter corner summer winter water weather offer transfer dinner shelter theater theatre
    register poster filter answer danger disaster area percent event continent content incident
    accident patent talent tent intent extent restaurant plant grant warrant list door floor motor
    sector factor error budget market letter charter cluster helicopter ballot
"""
_THINGS = frozenset(_THINGS_WORDS.split())
"""Words that end as what a person is called, and are none; so are those in -ment."""
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ent")


def find_person(parse: Parse, people: People, pronoun: Token) -> tuple[str, float] | None:
    """The name of the person whom a pronoun means, and how sure that is; None when not clear."""
    gender = Gender.MALE if pronoun.text.lower() in _MALE else Gender.FEMALE
    own = _sentence(parse, pronoun.sentence, pronoun.span.start)
    stretches = [own, *_before(parse, pronoun.sentence)]
    barred = _subject_of_its_verb(parse, people, pronoun)
    by_stretch = [_fitting(people, stretch, gender, barred) for stretch in stretches]
    if _has_unread_subject(parse, people, own) or _names_unclear(people, stretches):
        return None
    if _may_mean_other(parse, people, stretches, by_stretch):
        return None
    whole = _sentence(parse, pronoun.sentence, len(parse.text))
    fitting = set().union(*by_stretch, _fitting(people, whole, gender, barred))
    if len(fitting) == 1:
        name = fitting.pop()
        return (name, ALONE_SURE) if _is_known(people, name, gender) else None
    if len(fitting) < 2 or by_stretch[0] or pronoun.dep not in _SUBJECTS:
        return None
    if _main_subjects(parse, people, whole) & fitting:  # "In what he called a test, Cole won"
        return None
    nearest = next((n for n, names in enumerate(by_stretch) if names), None)
    if nearest is None:  # all are named after it
        return None
    subjects = _main_subjects(parse, people, stretches[nearest]) & by_stretch[nearest]
    if len(subjects) != 1 or people.gender_of(*subjects) is not gender:
        return None
    return subjects.pop(), SUBJECT_SURE


def _sentence(parse: Parse, number: int, end: int) -> Span:
    first, last = parse.sentences[number]
    start = parse.tokens[first].span.start
    return Span(start, max(start, min(end, parse.tokens[last - 1].span.end)))


def _before(parse: Parse, number: int) -> Iterator[Span]:
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        yield _sentence(parse, back, len(parse.text))


def _fitting(people: People, stretch: Span, gender: Gender, barred: str | None) -> set[str]:
    names = {people.name_of(m) for m in people.named_in(stretch) if m.is_person}
    return {
        n for n in names if n and n != barred and people.gender_of(n) in (gender, Gender.UNKNOWN)
    }


def _is_known(people: People, name: str, gender: Gender) -> bool:
    """Whether a name is plainly a person's: its gender shows, or it is a full name."""
    if people.gender_of(name) is gender:
        return True
    words = name.split()
    return len(words) > 1 and not has_body_word(tuple(words))


def _has_unread_subject(parse: Parse, people: People, own: Span) -> bool:
    """Whether a name not read as a person's is before the pronoun, as a subject or an owner."""
    for token in parse.tokens_in(own):
        mention = people.named_at(token.span)
        is_read = mention is not None and mention.is_person
        owns = token.dep == "poss" and not is_no_person(parse, token)
        if token.pos == "PROPN" and not is_read and (owns or token.dep in _SUBJECTS):
            return True
    return False


def is_no_person(parse: Parse, token: Token) -> bool:
    """Whether a name is read as a body's, a place's or a people's."""
    labels = {name.label for name in parse.names if name.span.contains(token.span)}
    return bool(labels) and "PERSON" not in labels


def _names_unclear(people: People, stretches: list[Span]) -> bool:
    """Whether a name stands there that two people have."""
    return any(
        m.is_person and people.name_of(m) is None for s in stretches for m in people.named_in(s)
    )


def _may_mean_other(
    parse: Parse, people: People, stretches: list[Span], fitting: list[set[str]]
) -> bool:
    """Whether somebody without a name is spoken of after the last person who fits."""
    for stretch, names in zip(stretches, fitting, strict=True):
        mentions = [m for m in people.named_in(stretch) if people.name_of(m) in names]
        last = max((m.span.end for m in mentions), default=stretch.start)
        after = parse.tokens_in(Span(last, max(last, stretch.end)))
        if any(_is_unnamed(parse, people, token, mentions) for token in after):
            return True
        if names:
            return False
    return False


def _is_unnamed(parse: Parse, people: People, token: Token, mentions: list[Mention]) -> bool:
    if token.pos != "NOUN" or token.tag != "NN" or people.named_at(token.span) is not None:
        return False
    if token.dep in ("appos", "compound", "attr", "poss", "nmod"):
        return False
    if any(c.dep == "appos" for c in parse.children(token)):
        return False
    is_person = token.lemma in _PEOPLE or (token.dep in _SUBJECTS and may_be_person(token))
    return is_person and not any(m.span.overlaps(token.span) for m in mentions)


def may_be_person(token: Token) -> bool:
    """Whether a noun may be what a person is called, by a list and by its ending."""
    lemma = token.lemma.lower()
    if lemma in _THINGS or lemma.endswith("ment"):
        return False
    return lemma in _PEOPLE or lemma.endswith(_PERSON_ENDINGS)


def _subject_of_its_verb(parse: Parse, people: People, pronoun: Token) -> str | None:
    """Who does what is done to the pronoun, and so cannot be meant by it: "Lee told him"."""
    if pronoun.dep in _SUBJECTS or pronoun.tag == "PRP$":
        return None
    head = parse.tokens[pronoun.head]
    if head.dep in ("prep", "dative") and head.pos == "ADP":
        head = parse.tokens[head.head]
    for child in parse.children(head):
        mention = people.named_at(child.span) if child.dep in _SUBJECTS else None
        if mention is not None:
            return people.name_of(mention)
    return None


def _main_subjects(parse: Parse, people: People, stretch: Span) -> set[str]:
    """The people who are the subject of a sentence's main verb."""
    found = set()
    for token in parse.tokens_in(stretch):
        if token.dep in _SUBJECTS and parse.tokens[token.head].dep == "ROOT":
            mention = people.named_at(token.span)
            name = people.name_of(mention) if mention else None
            joined = any(c.dep == "conj" for c in parse.children(token))
            found |= {name} if name and not joined else set()
    return found


def is_empty_it(parse: Parse, token: Token) -> bool:
    """Whether "it" may mean nothing: "it rained", "it is known that", "it took years to"."""
    if token.text.lower() == "its":
        return False
    verb = parse.tokens[token.head]
    if token.dep != "nsubj" or verb.lemma in _EMPTY_IT:
        return True
    deps = {c.dep for c in parse.children(verb)}
    return verb.pos == "AUX" or bool(deps & {"acomp", "csubj", "auxpass"})
