"""Which candidates are attributions: a weighted sum of readable features, learned on PolNeAR."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from secondsource.models.cue_weights import CueWeights, add_weights, load_cue_weights
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.edges import find_next_clause
from secondsource.reading.attribution.english.grammar import Candidate, find_own_subject
from secondsource.reading.parse import Parse, Token

_TABLES = {
    "speech": cues.SPEECH,
    "clause": cues.CLAUSE,
    "object": cues.OBJECT,
    "infinitive": cues.INFINITIVE,
    "inserted": cues.INSERTED,
}
_LENGTHS = (1, 2, 4, 8, 16, 32)


def accept(
    parse: Parse, candidates: Iterable[Candidate], weights: CueWeights | None = None
) -> tuple[Candidate, ...]:
    """Keep the candidates that the model takes for attributions, one for each cue.

    A named person's word within another's word ("she said that Drumm denies it") is kept
    whatever its score, because PolNeAR's annotators mostly left such ones out; and so are a
    clause that "reportedly" or "supposedly" holds, what is said before a semicolon's clause, and
    what stands before a comma and "X said".

    Args:
        parse: The text they were found in.
        candidates: As `find_candidates` gives them.
        weights: The model; the one that comes with the package unless given.

    Returns:
        The kept candidates in the order of their cues.
    """
    model = weights or load_cue_weights()
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in candidates:
        if not candidate.content:
            continue
        score = rate(model, parse, candidate)
        is_kept = score >= model.threshold or _is_kept_by_rule(parse, candidate)
        is_kept = is_kept and not _is_beyond_semicolon(parse, candidate)
        if candidate.slot == "clause" and _follows_with(parse, candidate):
            score /= 2
        if is_kept and score > best.get(candidate.head, (0.0,))[0]:
            best[candidate.head] = (score, candidate)
    return tuple(best[head][1] for head in sorted(best))


def _is_kept_by_rule(parse: Parse, candidate: Candidate) -> bool:
    head = parse.tokens[candidate.head]
    if candidate.slot == "adverb":
        return head.lemma in cues.HEARSAY and _is_predicate(parse.tokens[head.head])
    rules = (_is_before_semicolon, _is_nested_word, _is_said_after)
    return any(rule(parse, candidate) for rule in rules)


def _is_beyond_semicolon(parse: Parse, candidate: Candidate) -> bool:
    """Whether all of the content is another's clause after a semicolon: "X said; Y denied it"."""
    return candidate.content[0] >= find_next_clause(parse, parse.tokens[candidate.head])


def _is_before_semicolon(parse: Parse, candidate: Candidate) -> bool:
    """Whether a verb of saying with its subject and clause stands before a semicolon's clause.

    There the parser hangs it on the clause that follows, which is no sign against it.
    """
    head = parse.tokens[candidate.head]
    if candidate.slot != "clause" or head.lemma not in cues.SPEECH or not candidate.source:
        return False
    return find_next_clause(parse, head) < parse.sentences[head.sentence][1]


def _is_said_after(parse: Parse, candidate: Candidate) -> bool:
    """Whether somebody stands with a plain "said" after a clause and a comma: "Rates fell, X said".

    The model takes some of two or three words for something else.
    """
    head = parse.tokens[candidate.head]
    if candidate.slot != "fronted" or head.text.lower() not in ("said", "says"):
        return False
    first = min(find_own_subject(parse, head), default=0)
    is_parted = first > 0 and parse.tokens[first - 1].text == ","
    return is_parted and first > max(candidate.content)


def _follows_with(parse: Parse, candidate: Candidate) -> bool:
    """Whether a comma and an "as" part what follows from a verb: "Rates fell, X said, *as* ..."."""
    first, *_ = candidate.content
    words = [t.text for t in parse.tokens[candidate.head + 1 : candidate.head + 3]]
    return words in ([",", "as"], [",", "while"], [",", "after"]) and first > candidate.head


def _is_predicate(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") or token.dep in ("acomp", "attr")


def _is_nested_word(parse: Parse, candidate: Candidate) -> bool:
    """Whether, under a verb of saying, a listed verb with a clause has a source of its own."""
    if candidate.slot != "clause" or not candidate.is_listed or not candidate.source:
        return False
    if _speech_above(parse, parse.tokens[candidate.head]) == "none":
        return False
    sources = [parse.tokens[i] for i in candidate.source]
    return any(t.head == candidate.head and t.pos in ("PROPN", "NOUN") for t in sources)


def rate(model: CueWeights, parse: Parse, candidate: Candidate) -> float:
    """How likely a candidate is an attribution, from 0 to 1."""
    total = model.bias + add_weights(model.weights, find_features(parse, candidate))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def find_features(parse: Parse, candidate: Candidate) -> list[str]:
    """What the model looks at, as readable strings such as "use=say clause"."""
    head = parse.tokens[candidate.head]
    use = f"{candidate.slot} {candidate.through}".strip()
    features = [f"slot={use}", f"word={head.lemma}", f"use={head.lemma} {use}"]
    features.append(f"listed={candidate.is_listed} {candidate.slot}")
    features.append(f"listed={candidate.is_listed}")
    features.extend(f"table={n} {candidate.slot}" for n, t in _TABLES.items() if head.lemma in t)
    features.extend(_form_features(parse, head, candidate))
    features.extend(_source_features(parse, candidate))
    features.extend(_content_features(parse, candidate))
    return features


def _form_features(parse: Parse, head: Token, candidate: Candidate) -> Iterator[str]:
    yield f"tag={head.tag} {candidate.slot}"
    yield f"arc={head.dep} {candidate.slot}"
    yield f"arc={head.dep} {candidate.is_listed}"
    for child in parse.children(head):
        if child.dep in ("aux", "auxpass", "neg", "prt", "mark"):
            yield f"{child.dep}={child.lemma}"
            yield f"{child.dep}={child.lemma} {candidate.slot}"
    start, end = parse.sentences[head.sentence]
    yield f"sentence_end={parse.tokens[end - 1].text if end > start else ''}"
    yield f"above={_speech_above(parse, head)}"
    if head.index + 1 < end:
        yield f"next={parse.tokens[head.index + 1].text.lower()}"


def _speech_above(parse: Parse, token: Token) -> str:
    """The nearest word above that says something itself."""
    while token.head != token.index:
        token = parse.tokens[token.head]
        if token.lemma in cues.SPEECH:
            return token.lemma if token.lemma == "say" else "speech"
    return "none"


def _source_features(parse: Parse, candidate: Candidate) -> Iterator[str]:
    if not candidate.source:
        yield f"source=none {candidate.slot}"
        return
    inside = set(candidate.source)
    tokens = [parse.tokens[i] for i in candidate.source]
    head = next((t for t in tokens if t.head not in inside), tokens[0])
    kind = head.text.lower() if head.pos == "PRON" else head.pos
    yield f"source={kind}"
    yield f"source={kind} {candidate.slot}"
    yield f"source_word={head.lemma}"
    yield f"source_is_own={parse.tokens[head.head].index == candidate.head} {candidate.slot}"


def _content_features(parse: Parse, candidate: Candidate) -> Iterator[str]:
    tokens = [parse.tokens[i] for i in candidate.content]
    length = bisect_right(_LENGTHS, len(tokens))
    yield f"length={length} {candidate.slot}"
    first = tokens[0]
    yield f"first={first.lemma} {candidate.slot}"
    inside = set(candidate.content)
    head = next((t for t in tokens if t.head not in inside), first)
    yield f"content={head.pos} {candidate.slot}"
    yield f"content_word={head.lemma} {candidate.slot}"
    if any(t.text in "“”\"''``" for t in tokens):
        yield f"quoted {candidate.slot}"
