"""Quotations that no verb takes by its grammar: they go to a speaker near them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondsource.article import Span
from secondsource.quotes import Quoted
from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.grammar import (
    SUBJECTS,
    find_own_subject,
    find_speaker,
    find_subject,
    is_heard,
    to_pieces,
)
from secondsource.reading.attribution.pieces import (
    Found,
    append_spans,
    find_reached,
    find_words,
    measure_gap,
)
from secondsource.reading.parse import Parse, Token

_SHORTEST_SPEECH = 4
"""A quotation of fewer words that no verb takes is a title or a scare quote, not speech."""
_LONGEST_HEARER = 6
"""Words between a quotation and "told": who was told."""
_LONGEST_ASIDE = 12
"""Words of a sentence of the author's between two quotations of one speaker."""


def adopt_quotations(
    parse: Parse, quotations: tuple[Quoted, ...], found: Iterable[Found]
) -> list[Found]:
    """Give every quotation that nobody says yet to a speaker near it.

    In this order: the verb of saying in its sentence or in one that leads up to it with a
    colon; who spoke just before; who "agreed" just before; who is named just after
    ("This saying of Bismarck").
    """
    return _Adoption(parse, quotations, found).run()


class _Adoption:
    """The attributions of a text, by the sentence in which each ends, and its quotations."""

    def __init__(
        self, parse: Parse, quotations: tuple[Quoted, ...], found: Iterable[Found]
    ) -> None:
        self._parse = parse
        self._quotations = quotations
        self._starts = [parse.tokens[a].start for a, _ in parse.sentences]
        self._found: defaultdict[int, list[Found]] = defaultdict(list)
        for item in found:
            self._add(item)

    def run(self) -> list[Found]:
        """All attributions, old and new."""
        taken = {
            q.start
            for item in self._all()
            for q in find_reached(item.content, self._quotations)
            if any(p.overlaps(c) for p in q.pieces for c in item.content)
        }
        for quotation in self._quotations:
            if quotation.start not in taken:
                self._place(quotation)
        return list(self._all())

    def _all(self) -> Iterator[Found]:
        return (item for items in list(self._found.values()) for item in items)

    def _add(self, item: Found) -> None:
        self._found[self._number_at(_end_of(item) - 1)].append(item)

    def _swap(self, old: Found, new: Found) -> None:
        self._found[self._number_at(_end_of(old) - 1)].remove(old)
        self._add(new)

    def _number_at(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def _sentence(self, number: int) -> tuple[Token, ...]:
        if not 0 <= number < len(self._parse.sentences):
            return ()
        start, end = self._parse.sentences[number]
        return self._parse.tokens[start:end]

    def _place(self, quotation: Quoted) -> None:
        is_speech = len(find_words(self._parse.text, quotation.hull)) >= _SHORTEST_SPEECH
        verb = self._speech_verb_at(quotation) if is_speech else self._told_after(quotation)
        if verb is not None:
            self._add_said(verb, quotation)
        elif (before := self._speaker_before(quotation)) is not None:
            content = append_spans(before.content, quotation.pieces)
            self._swap(before, replace(before, content=content))
        elif is_speech and (verb := self._reply_before(quotation)) is not None:
            self._add(self._from_verb(verb, quotation))
        elif is_speech and (saying := self._saying_after(quotation)) is not None:
            self._add(saying)

    def _add_said(self, verb: Token, quotation: Quoted) -> None:
        """Add a quotation to what its verb has said already, or as a new attribution."""
        said = self._from_verb(verb, quotation)
        spoken = self._number_at(verb.start)
        near = {spoken, spoken + 1, spoken + 2, self._number_at(quotation.start)}
        for same in [f for n in near for f in self._found[n] if f.cue.overlaps(said.cue)]:
            content = append_spans(same.content, self._with_gap(same, quotation))
            self._swap(same, replace(same, content=content))
            return
        self._add(said)

    def _from_verb(self, verb: Token, quotation: Quoted) -> Found:
        words = self._outside(find_speaker(self._parse, verb), quotation)
        if not words and not is_heard(self._parse, verb):  # a subject taken from the quotation
            subjects = (c for c in self._parse.children(verb) if c.dep in SUBJECTS)
            near = [self._outside(self._parse.subtree(c), quotation) for c in subjects]
            words = next((own for own in near if own), [])
        source = to_pieces(self._parse, tuple(words))
        span = Span(source[0].start, source[-1].end) if source else None
        return Found(span, verb.span, quotation.pieces)

    def _with_gap(self, found: Found, quotation: Quoted) -> tuple[Span, ...]:
        """A quotation with the words before it that go on with what the same verb says.

        "She said that it held, and did not want "a new one"": all after "said" is hers.
        """
        end = found.content[-1].end if found.content else 0
        is_one = self._number_at(max(0, end - 1)) == self._number_at(quotation.start)
        gap = self._parse.text[end : quotation.start]
        if (
            not is_one
            or not found.cue.end <= end < quotation.start
            or any(m in gap for m in ';:"”')
        ):
            return quotation.pieces
        return (Span(end, quotation.start), *quotation.pieces)

    def _outside(self, words: Iterable[int], quotation: Quoted) -> list[int]:
        tokens = self._parse.tokens
        return [i for i in sorted(words) if not quotation.hull.contains(tokens[i].span)]

    def _speech_verb_at(self, quotation: Quoted) -> Token | None:
        """The verb of saying where a quotation starts or ends, or that leads up to it."""
        first = self._number_at(quotation.start)
        last = max(0, bisect_left(self._starts, quotation.end) - 1)
        leads = self._leads_up_to(quotation, first)
        lead = first - 1 if leads and quotation.start == self._starts[first] else first
        near = [t for n in {lead, first, last} for t in self._sentence(n)]
        verbs = [
            t
            for t in near
            if t.pos == "VERB"
            and (t.lemma in cues.SPEECH or is_heard(self._parse, t))
            and not any(p.overlaps(t.span) for p in quotation.pieces)
        ]
        if verbs or not leads:
            return min(verbs, key=lambda t: measure_gap(t.span, quotation.hull), default=None)
        return self._first_verb(lead, quotation)

    def _told_after(self, quotation: Quoted) -> Token | None:
        """The "were told" right after a short quotation with a comma: "Leave," they were told."""
        if self._parse.text[quotation.end - 2 : quotation.end - 1] not in ",!?":
            return None
        for verb in self._sentence(self._number_at(quotation.end)):
            between = self._parse.text[quotation.end : verb.start]
            if verb.start > quotation.end and self._is_told_it(verb):
                is_near = len(between.split()) <= _LONGEST_HEARER and "," not in between
                return verb if is_near else None
        return None

    def _is_told_it(self, verb: Token) -> bool:
        """Whether a verb's subject hears, and nothing else: not "the man who was *told* to go"."""
        after = [c for c in self._parse.children(verb) if c.index > verb.index]
        takes_other = any(c.dep in ("ccomp", "xcomp") for c in after)
        return is_heard(self._parse, verb) and verb.dep != "relcl" and not takes_other

    def _first_verb(self, number: int, quotation: Quoted) -> Token | None:
        """The first verb with a subject before a quotation: "She went on:" whatever the verb."""
        for verb in self._sentence(number):
            if verb.end > quotation.start:
                return None
            if verb.pos == "VERB" and find_own_subject(self._parse, verb):
                return verb
        return None

    def _leads_up_to(self, quotation: Quoted, number: int) -> bool:
        """Whether a colon stands before a quotation, in its sentence or at the last one's end."""
        start = self._starts[max(0, number - 1)]
        return self._parse.text[start : quotation.start].rstrip().endswith(":")

    def _main_verb(self, number: int) -> Token | None:
        """The verb that a whole sentence hangs on."""
        roots = [t for t in self._sentence(number) if t.head == t.index and t.pos == "VERB"]
        return roots[0] if len(roots) == 1 and find_subject(self._parse, roots[0]) else None

    def _speaker_before(self, quotation: Quoted) -> Found | None:
        """Who spoke just before, if this quotation opens the sentence that follows."""
        number = self._number_at(quotation.start)
        if self._starts[number] != quotation.start:
            return None
        for back in (1, 2):
            near = [f for f in self._found[number - back] if f.cue.end <= quotation.start]
            fitting = [f for f in near if self._goes_on(f, quotation)]
            if fitting or near:
                return max(fitting, key=_end_of, default=None)
            if len([t for t in self._sentence(number - 1) if t.text.isalnum()]) > _LONGEST_ASIDE:
                return None
        return None

    def _goes_on(self, item: Found, quotation: Quoted) -> bool:
        """Whether a quotation can be more of an attribution: in a new paragraph of quoted ones."""
        gap = self._parse.text[_end_of(item) : quotation.start]
        reached = find_reached(item.content, self._quotations)
        if any(p.overlaps(c) for q in reached for p in q.pieces for c in item.content):
            return gap.count("\n\n") <= 1
        return item.is_speech and "\n" not in gap

    def _reply_before(self, quotation: Quoted) -> Token | None:
        """The verb of a short sentence before a quotation: "Vellin agreed.", "He shrugged."."""
        number = self._number_at(quotation.start)
        if self._starts[number] != quotation.start or number == 0:
            return None
        verb = self._main_verb(number - 1)
        gap = self._parse.text[self._starts[number - 1] : quotation.start].rstrip()
        return verb if verb and verb.lemma in cues.REPLIES and "\n" not in gap else None

    def _saying_after(self, quotation: Quoted) -> Found | None:
        """Who is named in the next sentence: "This saying of X", "These words were Y's"."""
        following = bisect_left(self._starts, quotation.end)
        for noun in self._sentence(following)[:4]:
            children = self._parse.children(noun)
            if noun.lemma not in cues.SAYINGS or not any(c.tag == "DT" for c in children):
                continue
            of = next(
                (c for c in children if c.dep == "prep" and c.lemma in ("of", "by", "from")), None
            )
            if of is not None:
                words = tuple(i for i in self._parse.subtree(of) if i != of.index)
                owner = to_pieces(self._parse, words)
                return Found(owner[0] if owner else None, noun.span, quotation.pieces)
        return None


def _end_of(item: Found) -> int:
    """Where the last part of an attribution ends."""
    source = item.source.end if item.source else 0
    return max(item.cue.end, source, item.content[-1].end if item.content else 0)
