"""The facts in a Russian sentence, each with a subject and a verb of its own.

Joined verbs and clauses, and clauses with "который" in the nominative beside a name. What hangs on
a condition, "или" or a negation is left whole.
"""

from collections.abc import Sequence

from secondsource.article import Span
from secondsource.evidence.query.draft import Piece, join_tokens
from secondsource.reading.attribution.russian.parse import SentenceRu, TokenRu

_MOST_PARTS = 6
_SUBJECTS = ("nsubj", "nsubj:pass")
_JOINS = frozenset(("и", "а", "но", "однако"))
_CONDITIONS = frozenset(("если", "ли", "чтобы", "раз", "когда", "пока", "либо", "или", "чем"))
_QUOTED = frozenset('"“”„«»')
_HE = frozenset(("он", "она", "оно", "они"))
_WHO_ANY = frozenset(("который", "которая", "которое", "которые", "котором", "которой", "которых"))
_WHO = frozenset(("который", "которая", "которое", "которые"))


def split_russian(sentence: SentenceRu, pieces: Sequence[Span]) -> list[list[Piece]]:
    """The facts in some stretches of one sentence, each as the pieces that tell it.

    Returns:
        Two to `_MOST_PARTS` facts; empty where there is one, or where it is not safe to split.
    """
    own = frozenset(t.index for t in sentence.tokens if any(p.contains(t.span) for p in pieces))
    words = [sentence.tokens[i] for i in sorted(own)]
    if not words or any(t.low in _CONDITIONS or t.text in _QUOTED for t in words):
        return []
    if any(t.text in ("?", "—") for t in words):
        return []
    root = next((t for t in words if t.head not in own or t.head == t.index), None)
    if root is None or root.pos not in ("VERB", "AUX", "ADJ"):
        return []
    facts = [f for f in _split_verbs(sentence, root, own) if f]
    facts += _split_relative(sentence, facts[0]) if len(facts) == 1 else []
    if not 2 <= len(facts) <= _MOST_PARTS:
        return []
    if len(facts) == 2 and facts[1][:1] and _is_relative(sentence, facts[0]):
        facts[0] = _without_relative(sentence, facts[0])
    return [_to_pieces(sentence, fact) for fact in facts]


def _split_verbs(sentence: SentenceRu, root: TokenRu, own: frozenset[int]) -> list[list[int]]:
    """The tokens of each joined verb, a shared subject first."""
    joined = [c for c in sentence.children(root) if _is_joined(sentence, root, c, own)]
    heads = frozenset(c.index for c in joined)
    subject = _subject(sentence, root)
    begins = min((i for c in joined for i in sentence.subtree(c)), default=len(sentence.tokens))
    first = _trim(sentence, (sentence.subtree(root, heads) | (own - sentence.subtree(root))) & own)
    if first and first[-1] > begins:  # words of the second clause hang on the first
        return []
    facts = [first]
    for verb in joined:
        told = _trim(sentence, sentence.subtree(verb) & own)
        if _subject(sentence, verb) is None and subject is not None:
            told = sorted(sentence.subtree(subject) & own) + told
        facts.append(told)
    return facts


def _is_joined(sentence: SentenceRu, root: TokenRu, verb: TokenRu, own: frozenset[int]) -> bool:
    if verb.dep != "conj" or verb.index not in own or verb.pos != "VERB" or verb.form != "Fin":
        return False
    joins = {c.low for c in sentence.children(verb) if c.dep == "cc"}
    if joins - _JOINS or root.form not in ("Fin", ""):
        return False
    if _subject(sentence, verb) is not None:
        return True
    subject = _subject(sentence, root)
    negated = any(c.low == "не" for c in sentence.children(root))
    if negated or subject is None or not joins or subject.index > root.index:
        return False
    between = sentence.tokens[root.index : verb.index]
    broken = any(t.text in ("—", "–", "-", ":", ";") or t.low in _WHO_ANY for t in between)
    alone = not any(sentence.tokens[i].low in _HE for i in sentence.subtree(verb))
    return not broken and alone and verb.number == root.number


def _subject(sentence: SentenceRu, verb: TokenRu) -> TokenRu | None:
    return next((c for c in sentence.children(verb) if c.dep in _SUBJECTS), None)


def _trim(sentence: SentenceRu, taken: frozenset[int]) -> list[int]:
    kept = sorted(taken)
    while kept and sentence.tokens[kept[-1]].pos in ("PUNCT", "CCONJ"):
        kept.pop()
    while kept and sentence.tokens[kept[0]].pos in ("PUNCT", "CCONJ"):
        kept.pop(0)
    return kept


def _relative_in(sentence: SentenceRu, fact: Sequence[int]) -> tuple[TokenRu, TokenRu] | None:
    """The verb and the "который" of the one such clause beside a name in the nominative."""
    own = frozenset(fact)
    found = []
    for index in fact:
        verb = sentence.tokens[index]
        noun = sentence.head(verb)
        if verb.dep != "acl:relcl" or noun.index not in own or noun.pos != "PROPN":
            continue
        subject = _subject(sentence, verb)
        if subject is not None and subject.low in _WHO and noun.case in ("Nom", ""):
            found.append((verb, subject))
    return found[0] if len(found) == 1 else None


def _is_relative(sentence: SentenceRu, fact: Sequence[int]) -> bool:
    return _relative_in(sentence, fact) is not None


def _split_relative(sentence: SentenceRu, fact: Sequence[int]) -> list[list[int]]:
    found = _relative_in(sentence, fact)
    if found is None:
        return []
    verb, who = found
    noun = sentence.head(verb)
    clause = sentence.subtree(verb)
    name = sorted(sentence.subtree(noun, frozenset((verb.index,))))
    told = _trim(sentence, clause - {who.index})
    return [[i for i in name if sentence.tokens[i].pos != "PUNCT"] + told]


def _without_relative(sentence: SentenceRu, fact: Sequence[int]) -> list[int]:
    found = _relative_in(sentence, fact)
    if found is None:
        return list(fact)
    clause = sentence.subtree(found[0])
    kept = [i for i in fact if i not in clause]
    after = max(clause) + 1
    return [
        i for i in kept if not (i in (min(clause) - 1, after) and sentence.tokens[i].text == ",")
    ]


def _to_pieces(sentence: SentenceRu, indexes: Sequence[int]) -> list[Piece]:
    return join_tokens((index, sentence.tokens[index].span) for index in indexes)
