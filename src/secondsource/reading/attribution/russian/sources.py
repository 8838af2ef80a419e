"""Who says it: the subject of a verb in a Russian sentence, or where it was said."""

from secondsource.reading.attribution.russian import cues
from secondsource.reading.attribution.russian.parse import SentenceRu, TokenRu

_LONGEST_SOURCE = 25
_SUBJECT_REACH = 7
_SAID_IN = frozenset(["на", "в", "из"])
_TIMES = """
январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре годах месяце
неделе день дни время момент
"""
_WHEN = cues.DATES | frozenset(_TIMES.split())


def find_governor(sentence: SentenceRu, token: TokenRu) -> TokenRu:
    """The token on which the clause hangs: «стало» for «стало известно»."""
    head = sentence.head(token)
    return head if token.low == "известно" and head.low in ("стало", "станет") else token


def spell_prepositions(prepositions: set[str]) -> set[str]:
    return {
        {"об": "о", "обо": "о", "во": "в", "со": "с", "ко": "к"}.get(p, p) for p in prepositions
    }


def find_source(sentence: SentenceRu, verb: TokenRu) -> frozenset[int] | None:
    """The subject of a verb, its own or that of the verb it is joined to; else «в МВД» (сообщили).

    A relative pronoun is replaced by what it stands for.
    """
    seen: set[int] = set()
    token = find_governor(sentence, verb)
    while token.index not in seen:
        seen.add(token.index)
        subject = _subject_of(sentence, token, verb)
        if subject is not None:
            return subject
        inside = _inside_of(sentence, token, verb)
        if inside is not None:
            return inside
        if token is verb and (subject := _subject_beside(sentence, verb)):
            return subject
        if token.dep not in ("conj", "xcomp", "advcl") or (
            token.dep == "advcl" and token.form != "Conv"
        ):
            return None
        token = sentence.head(token)
    return None


def _subject_of(sentence: SentenceRu, token: TokenRu, verb: TokenRu) -> frozenset[int] | None:
    for child in sentence.children(token):
        if child.dep not in ("nsubj", "nsubj:pass") or not _can_be_subject(sentence, child, token):
            continue
        if child.low.startswith("котор") or child.low == "кто":
            return _antecedent(sentence, token)
        if child.low in cues.EMPTY_SUBJECTS or cues.names_nobody(verb):
            continue
        return tidy_source(sentence, child, verb)
    return None


def _can_be_subject(sentence: SentenceRu, noun: TokenRu, verb: TokenRu) -> bool:
    """Whether a noun can be a verb's subject by its case and number, however it was read."""
    children = sentence.children(noun)
    counted = any(c.dep.startswith("nummod") or c.pos == "NUM" for c in children)
    if noun.case == "Gen" and not counted and noun.pos != "PROPN":
        return False
    if noun.case not in ("Nom", "Gen", ""):
        return False
    several = counted or any(c.dep == "conj" for c in children) or noun.pos in ("PRON", "NUM")
    return several or (noun.number, verb.number) != ("Sing", "Plur")


def _subject_beside(sentence: SentenceRu, verb: TokenRu) -> frozenset[int] | None:
    """A noun in the nominative right after a verb, where it was read as another's or an object."""
    for token in sentence.tokens[verb.index + 1 : verb.index + _SUBJECT_REACH]:
        if token.text in ",—–:" or token.form == "Fin":
            return None
        named = token.pos in ("NOUN", "PROPN", "PRON") and token.case == "Nom"
        fits = named and token.dep in ("nsubj", "nsubj:pass", "obj")
        fits |= token.pos == "X" and token.text[:1].isupper()  # a name in Latin letters
        if fits and verb.form == "Fin":
            return None if cues.names_nobody(verb) else tidy_source(sentence, token, verb)
    return None


def _antecedent(sentence: SentenceRu, verb: TokenRu) -> frozenset[int] | None:
    """What a relative clause hangs on."""
    if not verb.dep.startswith("acl"):
        return None
    head = sentence.head(verb)
    return tidy_source(sentence, head, verb)


def tidy_source(sentence: SentenceRu, head: TokenRu, verb: TokenRu) -> frozenset[int]:
    """A noun with what belongs to it: one stretch, without the verb and not over-long."""
    without = {verb.index}
    without |= {c.index for c in sentence.children(head) if _is_no_part(c)}
    without |= {t.index for t in sentence.tokens if _is_told(sentence, t, head)}
    inside = sentence.subtree(head, frozenset(without))
    if len(inside) > _LONGEST_SOURCE:
        without |= {c.index for c in sentence.children(head) if c.dep.startswith(("acl", "conj"))}
        inside = sentence.subtree(head, frozenset(without))
    return _stretch(sentence, inside, head.index)


def _is_no_part(token: TokenRu) -> bool:
    """Words beside a noun that are no part of a source: «сам», «также», «и»."""
    return token.low in ("сам", "сама", "сами", "само", "условиях") or token.dep in (
        "cc",
        "parataxis",
        "advmod",
        "case",
        "mark",
        "discourse",
        "advcl",
    )


def _is_told(sentence: SentenceRu, token: TokenRu, head: TokenRu) -> bool:
    """A name in marks that stands in the dative beside the source is whom it was told."""
    if token.case != "Dat" or head.case == "Dat" or token.index in (0, head.index):
        return False
    return sentence.tokens[token.index - 1].text in "«“„" and token.index > head.index


def _stretch(sentence: SentenceRu, inside: frozenset[int], head: int) -> frozenset[int]:
    """The unbroken run of tokens around the head."""
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside or (last + 2 in inside and sentence.tokens[last + 1].pos == "PUNCT"):
        last += 1
    while last > head and sentence.tokens[last].text in ",—–:;":
        last -= 1
    return frozenset(range(first, last + 1))


def _inside_of(sentence: SentenceRu, token: TokenRu, verb: TokenRu) -> frozenset[int] | None:
    """«В МВД сообщили», «в докладе говорится», «следует из решения»: where it was said."""
    nobody = cues.names_nobody(verb)
    if verb.number != "Plur" and not nobody:
        return None
    for child in sentence.children(token):
        prepositions = {c.low for c in sentence.children(child) if c.dep == "case"}
        if child.dep != "obl" or not spell_prepositions(prepositions) & _SAID_IN:
            continue
        if child.low.startswith("котор"):
            return _antecedent(sentence, token)
        if child.low in _WHEN:
            continue
        if child.case in ("Loc", "Gen") and (nobody or _is_body(child)):
            return tidy_source(sentence, child, verb)
    return None


def _is_body(token: TokenRu) -> bool:
    return token.low in cues.BODIES or token.pos == "PROPN" or token.text.isupper()
