"""What a rule knows better than a small model: reasons to hold back a side, or to take one.

Each rule looks for one plain thing in claim and passage and says by how much it makes each
stance less likely. The factors are set by hand, in steps, from how often each rule spoke on
pairs of each kind; `docs/stance.md` has the counts.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from secondsource.article import Span
from secondsource.evidence.finding import ClaimPassage, StanceReason
from secondsource.evidence.query.terms import (
    PRONOUNS,
    stop_words_of,
)
from secondsource.evidence.stance.amounts import (
    Count,
    Fit,
    are_alike,
    bounds_are_close,
    compare_counts,
    count_the_same,
    read_counts,
)
from secondsource.evidence.stance.corrected import find_corrected, find_other_corrected
from secondsource.evidence.stance.corrections import DATE, NAME, NUMBER
from secondsource.evidence.stance.cues import find_cues, has_any, load_cues, lower
from secondsource.evidence.stance.denied import (
    find_other_matter,
    find_plain_denial,
    find_shared_denial,
)
from secondsource.evidence.stance.telling import is_count, is_of_telling
from secondsource.evidence.stance.texts import Texts, list_stems
from secondsource.evidence.stance.verbatim import find_verbatim
from secondsource.language import guess_language
from secondsource.lineage.edits.numbers import Amount, find_dates
from secondsource.lineage.edits.words import words_for

Factors = tuple[float, float, float]
"""A number for each of supports, disputes and neither."""

_DATE_KINDS = ("weekday", "month", "year")
_NEARLY = 1.03
_SAME_MATTER = 0.4
_NEAR = 30  # characters before a date

Rule = Callable[[Texts], StanceReason | None]


def find_reasons(pair: ClaimPassage) -> tuple[StanceReason, ...]:
    """What the rules have to say on a claim and a passage; mostly nothing.

    Args:
        pair: the two texts; where their languages are not given they are guessed.
    """
    texts = Texts(
        pair.claim,
        pair.passage,
        pair.claim_language or guess_language(pair.claim),
        pair.passage_language or guess_language(pair.passage),
    )
    corrected = find_corrected(texts)
    spoken_for = _SPOKEN_FOR[corrected[1]] if corrected else frozenset()
    asked = [rule for rule in _RULES if rule not in spoken_for]
    reasons = tuple(reason for rule in asked if (reason := rule(texts)))
    return (*reasons, corrected[0]) if corrected else reasons


def weigh_reasons(row: Factors, reasons: tuple[StanceReason, ...]) -> Factors:
    """The model's probabilities after the rules have spoken; they still add up to 1.

    What a rule takes from a stance goes to neither, or, where the rule speaks against neither
    too, to the side that it leaves alone.
    """
    for reason in reasons:
        weighed = [p * f for p, f in zip(row, reason.factors, strict=True)]
        heir = max(range(3), key=lambda column: (reason.factors[column], column))
        weighed[heir] += 1.0 - sum(weighed)
        row = weighed[0], weighed[1], weighed[2]
    return row


def find_denial(texts: Texts) -> StanceReason | None:
    """A denial by somebody whom the claim names tells what he says, not what happened."""
    cues = [span for span in texts.spans("deny") if _is_by_the_accused(texts, span)]
    if not cues:
        return None
    if texts.in_claim("admit"):
        if _is_admitted(texts):
            return None
        sentence = "The claim is that it was admitted; here it is denied."
        return StanceReason("admission_denied", (0.1, 1.0, 0.2), sentence, tuple(cues))
    if texts.in_claim("deny"):
        sentence = "The claim is that it was denied, and here it is."
        return StanceReason("denial_confirmed", (1.0, 0.1, 0.4), sentence, tuple(cues))
    if texts.in_claim("said") or texts.in_passage("finding") or _is_admitted(texts):
        return None
    if all(_repeats_the_negation(texts, cue) for cue in cues):
        return None
    sentence = "The accused denies it: that tells what he says, not what happened."
    return StanceReason("accused_denies", (0.1, 0.1, 1.0), sentence, tuple(cues))


def find_rejection(texts: Texts) -> StanceReason | None:
    """What others said is called false: a passage that repeats the claim does not support it."""
    cues = [c for c in texts.spans("reject") if not _is_of_another(texts, c)]
    cues = _leave_out_stated(texts, cues)
    if not cues or not texts.in_passage("hearsay") or texts.in_passage("open"):
        return None
    if texts.in_claim("reject", "said", "hearsay"):
        return None
    sentence = "The passage tells what was said and calls it false."
    return StanceReason("claim_rejected", (0.2, 1.0, 0.6), sentence, tuple(cues))


def find_open_question(texts: Texts) -> StanceReason | None:
    """The passage itself says that it is not known yet."""
    cues = _leave_out_stated(texts, texts.spans("open"))
    if not cues or texts.in_claim("open", "maybe", "said"):
        return None
    sentence = "The passage says that it has not been confirmed or decided."
    return StanceReason("left_open", (0.3, 1.0, 1.0), sentence, tuple(cues))


def find_hedge(texts: Texts) -> StanceReason | None:
    """All that the passage says on the matter is hedged, and the claim is not."""
    if texts.in_claim("maybe", "said"):
        return None
    hedges = _leave_out_stated(texts, texts.spans("hedge"))
    cues = [[c for c in hedges if s.contains(c)] for s in texts.likest_parts()]
    if not cues or not all(cues):
        return None
    sentence = "The passage says that it may be so or is meant to be so, the claim that it is."
    return StanceReason(
        "only_hedged", (0.4, 1.0, 1.0), sentence, tuple(c for cs in cues for c in cs)
    )


def compare_numbers(texts: Texts) -> StanceReason | None:
    """The passage has another number of the same thing, or one that leaves the claim's open."""
    fits = list(_compare_counts(texts))
    if any(fit is Fit.AGREES for fit, _, _ in fits):
        return _say_agreed(texts, fits)
    if not fits:
        return None
    open_ones = tuple(count.span for fit, _, count in fits if fit is Fit.OPEN)
    if open_ones:
        sentence = "The passage gives a count that is not final or not exact: it leaves both open."
        return StanceReason("count_left_open", (0.1, 0.25, 1.0), sentence, open_ones)
    spans = tuple(count.span for _, _, count in fits)
    sentence = "The passage gives another number of the same."
    toll = any(claim.kind for _, claim, _ in fits) and _shares_words(texts)
    factors = (0.1, 1.0, 0.4) if toll else (0.3, 1.0, 1.0)
    return StanceReason("numbers_differ", factors, sentence, spans)


def _say_agreed(texts: Texts, fits: Sequence[tuple[Fit, Count, Count]]) -> StanceReason | None:
    """All numbers of the claim are the passage's too: it hardly disputes it, if nothing is denied.

    Of other people's pairs on which it speaks 254 support, 52 dispute and 56 do neither; of the
    news pairs that may be learnt from 22, 2 and 3 (`docs/stance.md`).
    """
    agreed = {ours.span for fit, ours, _ in fits if fit is Fit.AGREES}
    every = {count.span for count in read_counts(texts.claim, texts.claim_language)}
    doubts = ("deny", "reject", "open", "hedge", "rather", "instead")
    if agreed != every or texts.in_claim("negation") or texts.in_passage(*doubts):
        return None
    if not all(_takes_nothing_away(texts, cue) for cue in texts.spans("negation")):
        return None
    if any(fit is not Fit.AGREES for fit, _, _ in fits):
        return None
    spans = tuple(dict.fromkeys(theirs.span for _, _, theirs in fits))
    close = all(bounds_are_close(ours, theirs) for _, ours, theirs in fits)
    sentence = "The numbers are the same." if close else "The passage's number fits the claim's."
    return StanceReason("numbers_agree", (1.0, 0.5, 0.8), sentence, spans)


def _takes_nothing_away(texts: Texts, cue: Span) -> bool:
    """Whether a negation is of "not only", "not counting" or the like."""
    only = load_cues("only", texts.passage_language)
    return only.match(lower(texts.passage), cue.end + 1) is not None


def compare_dates(texts: Texts) -> StanceReason | None:
    """Claim and passage have each a weekday, month or year, and none in common."""
    if texts.in_claim("said", "span"):
        return None
    claim, passage = texts.claim_language, texts.passage_language
    ours = _find_dates(texts.claim, claim)
    if not ours or any(_follows("bounding", texts.claim, date.span, claim) for date in ours):
        return None
    theirs = [
        date
        for date in _find_dates(texts.passage, passage)
        if not _follows("beyond", texts.passage, date.span, passage)
        and not is_of_telling(texts.passage, date.span, passage)
    ]
    spans = tuple(span for kind in _DATE_KINDS for span in _differing(kind, ours, theirs))
    if not spans:
        return None
    sentence = "The passage has another date than the claim."
    return StanceReason("dates_differ", (0.15, 1.0, 1.0), sentence, spans)


def find_weekday_alone(texts: Texts) -> StanceReason | None:
    """The claim gives the day of a month, the passage a weekday of no known week."""
    if texts.in_passage("negation", "reject", "deny"):
        return None
    ours = {date.key[0] for date in find_dates(texts.claim, words_for(texts.claim_language))}
    if not {"day", "month"} <= ours or "weekday" in ours:
        return None
    theirs = find_dates(texts.passage, words_for(texts.passage_language))
    if any(date.key[0] not in ("weekday", "clock") for date in theirs):
        return None
    spans = tuple(date.span for date in theirs if date.key[0] == "weekday")
    if not spans:
        return None
    sentence = "The passage names a weekday only: whether that is the claim's day is open."
    return StanceReason("weekday_alone", (1.0, 0.15, 1.0), sentence, spans)


_RULES: tuple[Rule, ...] = (
    find_denial,
    find_rejection,
    find_open_question,
    find_hedge,
    compare_numbers,
    compare_dates,
    find_weekday_alone,
    find_verbatim,
    find_other_corrected,
    find_shared_denial,
    find_plain_denial,
    find_other_matter,
)
_SPOKEN_FOR: dict[str, frozenset[Rule]] = {
    NUMBER: frozenset({find_rejection, find_plain_denial, compare_numbers}),
    DATE: frozenset({find_rejection, find_plain_denial, compare_dates}),
    NAME: frozenset({find_rejection, find_plain_denial}),
}
"""Rules that are not asked where the passage itself says which number, date or name is not so."""


def _is_by_the_accused(texts: Texts, cue: Span) -> bool:
    """Whether a denial is of the claim, by somebody whom the claim names or a pronoun means."""
    before = _text_before(texts, cue)
    words = lower(before).split()
    named = texts.claim_stems & texts.stem_passage(before)
    if words and not named and not any(word in PRONOUNS for word in words):
        return False
    if texts.is_abroad:
        return True
    admitted = find_cues("admit", texts.claim, texts.claim_language)
    verbs = {s for c in admitted for s in list_stems(c.of(texts.claim), texts.claim_language)}
    wanted = texts.claim_stems - verbs
    return len(wanted & texts.stem_passage(texts.passage)) >= _SAME_MATTER * len(wanted)


def _is_admitted(texts: Texts) -> bool:
    """Whether the passage tells that something was admitted; "does not admit" is a denial."""
    denials = texts.spans("deny")
    return any(not any(d.overlaps(cue) for d in denials) for cue in texts.spans("admit"))


def _repeats_the_negation(texts: Texts, cue: Span) -> bool:
    """Whether "insists she will not resign" says what the claim says: that she will not resign."""
    negations = find_cues("negation", texts.claim, texts.claim_language)
    if not negations or not has_any(("negation",), cue.of(texts.passage), texts.passage_language):
        return False
    if texts.is_abroad:
        return True
    wanted = list_stems(texts.claim[negations[0].end :], texts.claim_language)[:1]
    return wanted == list_stems(texts.passage[cue.end :], texts.passage_language)[:1]


def _leave_out_stated(texts: Texts, cues: Sequence[Span]) -> list[Span]:
    """The cues without those before which the sentence has said all that the claim says.

    In "Roe was convicted of fraud, prosecutors said, for a false report" the last words are about
    something else; "A post said that Roe was convicted; that is false" first tells who says so.
    """
    wanted = list_stems(texts.claim, texts.claim_language)
    if texts.is_abroad or not wanted:
        return list(cues)
    return [cue for cue in cues if not _states(_text_before(texts, cue), wanted, texts)]


def _states(before: str, wanted: Sequence[str], texts: Texts) -> bool:
    if has_any(("hearsay", "said", "open", "hedge"), before, texts.passage_language):
        return False
    had = iter(list_stems(before, texts.passage_language))
    return all(stem in had for stem in wanted)


def _is_of_another(texts: Texts, cue: Span) -> bool:
    """Whether an adjective belongs to a thing that nobody tells: false tax returns."""
    small = lower(texts.passage)
    language = texts.passage_language
    if not load_cues("adjective", language).fullmatch(small, cue.start, cue.end):
        return False
    after = re.match(r" (\w+)", small[cue.end :])
    if after is None or after[1] in stop_words_of(language):
        return False
    return not has_any(("hearsay", "said"), after[1], language)


def _text_before(texts: Texts, cue: Span) -> str:
    sentence = next((s for s in texts.sentences if s.contains(cue)), cue)
    return texts.passage[sentence.start : cue.start]


def _compare_counts(texts: Texts) -> Iterator[tuple[Fit, Count, Count]]:
    theirs = read_counts(texts.passage, texts.passage_language)
    if not theirs or texts.in_passage("corrected"):
        return
    claim = read_counts(texts.claim, texts.claim_language)
    for ours in claim:
        for count in theirs:
            if not count_the_same(ours, count):
                continue
            fit = _fit(ours, count)
            if (ours.part or count.part) and fit is not Fit.AGREES:
                continue
            if fit is Fit.DIFFERS and _is_answered(ours, count, claim, theirs):
                continue
            yield fit, ours, count


def _fit(claim: Count, passage: Count) -> Fit:
    fit = compare_counts(claim, passage)
    near = fit is Fit.OPEN and (_is_near(claim, passage) or are_alike(claim, passage))
    return Fit.AGREES if near else fit


def _is_answered(
    ours: Count, theirs: Count, claim: Sequence[Count], passage: Sequence[Count]
) -> bool:
    """Whether one of two numbers stands in the other text too, so that it is of something else.

    "Three of the town's eleven schools" has the three of "three schools"; tolls are not meant:
    of dead and hurt people two numbers may have been mixed up.
    """
    if ours.kind or theirs.kind:
        return False
    return any(_says(count, theirs) for count in claim) or any(_says(ours, c) for c in passage)


def _says(claim: Count, passage: Count) -> bool:
    units = {claim.unit, passage.unit}
    return (len(units) == 1 or "" in units) and _fit(claim, passage) is Fit.AGREES


def _is_near(claim: Count, passage: Count) -> bool:
    """Whether "more than 100" beside "100" is no difference that a reader would see."""
    below = passage.low * _NEARLY < claim.low
    return not (below or passage.high > claim.high * _NEARLY)


def _shares_words(texts: Texts) -> bool:
    return bool(texts.claim_stems & texts.stem_passage(texts.passage))


def _follows(kind: str, text: str, date: Span, language: str) -> bool:
    """Whether a date stands right after a word of a kind: "until the end of May"."""
    small = lower(text)
    cues = load_cues(kind, language).finditer(small, max(0, date.start - _NEAR), date.start)
    stop, edge = stop_words_of(language), load_cues("edge", language)
    return any(
        all(
            word in stop or word.isdigit() or edge.fullmatch(word)
            for word in small[cue.end() : date.start].replace("'", " ").split()
        )
        for cue in cues
    )


def _find_dates(text: str, language: str) -> list[Amount]:
    found = find_dates(text, words_for(language))
    return [d for d in found if d.key[0] != "year" or not is_count(text, d.span, language)]


def _differing(kind: str, claim: list[Amount], passage: list[Amount]) -> Iterator[Span]:
    ours = {a.key for a in claim if a.key[0] == kind}
    theirs = {a.key: a.span for a in passage if a.key[0] == kind}
    if ours and theirs and not ours & theirs.keys():
        yield from theirs.values()
