"""What the texts found for a claim do to it: which of them are read, and what comes of it."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from secondsource.article import Article
from secondsource.evidence.examined import Options, StanceJudge
from secondsource.evidence.finding import ClaimPassage, Stance, StanceReason, StanceScore
from secondsource.evidence.lookup import Lookup
from secondsource.evidence.origins.gather import JudgedGroup
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.query.dated import names_undated_times
from secondsource.evidence.query.times import read_day
from secondsource.evidence.search.candidates import (
    Candidate,
    PassageReader,
    TextGroup,
    rank_groups,
)
from secondsource.evidence.stance.paraphrase import (
    SUREST_PARAPHRASE,
    explain_paraphrase,
    rate_paraphrase,
    read_telling,
    share_numbers,
)
from secondsource.evidence.stance.related import relate, share_words

_LOG = logging.getLogger(__name__)
_FEWER_NEAR = 5
"""How many texts fewer are read for a claim of those that only are of a near article.

Set by hand: of sixty claims five such texts are read for each in its language and at most five in
others, at which an examination takes its five seconds (`python -m benchmarks.check`).
"""


class Held(Enum):
    """How much of a claim a passage has."""

    ENOUGH = "enough of its words"
    CORE = "one of its names, and some of its words or all of its numbers"
    LITTLE = "less"


@dataclass(frozen=True, slots=True)
class HeldGroup:
    """A text found for a claim, and how much of the claim it has."""

    group: TextGroup
    held: Held


_OF_SOMETHING_ELSE = frozenset(("numbers_differ", "claim_rejected"))
"""Reasons that need the words around them to be the claim's.

In forty articles of FNC-1 and BASIL, held against all of them, about twenty disputes had one of
these and not enough of the claim's words; one at most was right.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read for one article: `near` has the ids of the articles on its matter.

    `abroad`: whether passages in other languages were looked for.
    """

    article: Article
    options: Options
    reader: PassageReader
    near: frozenset[str]
    abroad: bool

    def choose(
        self, lookup: Lookup, groups: Sequence[TextGroup], shared: SharedText, lookups: int
    ) -> list[HeldGroup]:
        """The texts that are judged: the best in the claim's language, and the best in others.

        Of those that have too few of the claim's words, and are read since their article is near,
        `_FEWER_NEAR` fewer than there is room for.

        Args:
            lookup: the claim.
            groups: the texts found for it.
            shared: the families, so that one story does not crowd out others.
            lookups: how many claims are looked up in all; with fewer more is read for each.
        """
        room = min(self.options.read_in_all // max(1, lookups), self.options.most_judged)
        least = self.options.judged if lookup.part is None else self.options.judged_part
        abroad = max(min(least, self.options.judged_abroad), (room - 1) // 2)
        most = {False: max(least, room), True: abroad}
        only_near = dict.fromkeys(most, max(1, room - _FEWER_NEAR))
        kept: dict[bool, list[HeldGroup]] = {False: [], True: []}
        for group in rank_groups([g for g in groups if not g.seed], shared):
            side = self._is_abroad(group)
            if len(kept[side]) == most[side]:
                continue
            held = self._hold(lookup, group)
            if held is Held.LITTLE and self._is_near(group):
                if not only_near[side]:
                    continue
                only_near[side] -= 1
            kept[side].append(HeldGroup(group, held))
        return [*kept[False], *kept[True]]

    def weigh(
        self, texts: Sequence[tuple[Lookup, HeldGroup]], judge: StanceJudge
    ) -> Iterator[tuple[JudgedGroup, bool]]:
        """What each text does to its claim, and whether it has enough of the claim, or its core.

        What could take no side in any case is not read.
        """
        pairs = [self.make_pair(lookup.text, text.group.first) for lookup, text in texts]
        bearing = [self._bears(text) for _, text in texts]
        asked = [pair for pair, bears in zip(pairs, bearing, strict=True) if bears]
        _LOG.info("judging %d of %d passages", len(asked), len(pairs))
        scores = iter(judge(asked) if asked else ())
        for (lookup, text), pair, bears in zip(texts, pairs, bearing, strict=True):
            if bears:
                judged = self._weigh(lookup, text, pair, next(scores))
            else:
                group, abroad = text.group, self._is_abroad(text.group)
                share = lookup.share_abroad(group.first) if abroad else share_words(pair)
                judged = JudgedGroup(group, relate(share), round(1 - share, 3), judged=False)
            yield judged, text.held is not Held.LITTLE

    def make_pair(self, claim: str, candidate: Candidate) -> ClaimPassage:
        """A claim and a passage as the stance model is asked about them."""
        article = candidate.article
        read = self.reader.widen(article, candidate.span, candidate.focus)
        language = self.article.language
        # Where the claim's "last year" could not be dated, the passage's is left alone too.
        is_dated = read_day(self.article) or not names_undated_times(claim, language or "")
        day = read_day(article) if is_dated else None
        return ClaimPassage(claim, read.of(article.text), language, article.language, day)

    def list_bearing(
        self, lookup: Lookup, groups: Sequence[TextGroup], chosen: Sequence[HeldGroup]
    ) -> list[Article]:
        """The articles of texts that could say anything about a claim.

        Their words are enough of the claim's; or they have its core, or are on the same matter,
        and are judged.

        Args:
            lookup: the claim.
            groups: the texts found for it.
            chosen: those of them that are judged.
        """
        judged = {id(text.group): self._bears(text) for text in chosen}
        return [
            group.first.article
            for group in groups
            if group.members
            and (
                judged[id(group)]
                if id(group) in judged
                else self._hold(lookup, group) is Held.ENOUGH
            )
        ]

    def _bears(self, text: HeldGroup) -> bool:
        """Whether a text could say anything about a claim of which it has so much."""
        return text.held is not Held.LITTLE or self._is_near(text.group)

    def _is_near(self, group: TextGroup) -> bool:
        return group.first.article.id in self.near

    def _hold(self, lookup: Lookup, group: TextGroup) -> Held:
        """How much of a claim a passage has, this sentence being the one with most of it."""
        first = group.first
        if first.focus != self.reader.find_focus(first.article, first.span, lookup.words):
            return Held.LITTLE
        if self._is_abroad(group):
            enough = lookup.share_abroad(first) >= self.options.shared_abroad
            return Held.ENOUGH if enough else Held.LITTLE
        shared = self.reader.count_shared(lookup.stems, first)
        wanted = max(self.options.shared_words * len(lookup.words), self.options.fewest_shared)
        if shared >= min(wanted, len(lookup.words)):
            return Held.ENOUGH
        return Held.CORE if self._has_core(lookup, first, shared) else Held.LITTLE

    def _has_core(self, lookup: Lookup, candidate: Candidate, shared: int) -> bool:
        """Whether a sentence has one of a claim's names, and some of its words or all numbers."""
        article, language = candidate.article, self.article.language
        wanted = max(self.options.core_words * len(lookup.words), self.options.fewest_core)
        numbers = read_telling(lookup.text, language)
        if shared < wanted and not numbers:
            return False
        if not self.reader.has_name(candidate, lookup.name_subjects(), language):
            return False
        said = candidate.focus.of(article.text)
        return shared >= wanted or numbers <= read_telling(said, article.language)

    def _is_abroad(self, group: TextGroup) -> bool:
        """Whether the passage was found by the search in other languages."""
        languages = (self.article.language, group.first.article.language)
        return self.abroad and None not in languages and len(set(languages)) > 1

    def _weigh(
        self, lookup: Lookup, text: HeldGroup, pair: ClaimPassage, score: StanceScore
    ) -> JudgedGroup:
        """A side that the model is not sure of, the names being others, is no side.

        What has not enough of the claim's words may still tell it in other words.
        """
        group, reasons = text.group, self._place(text.group.first, score)
        if self._takes_side(lookup, text, score):
            return JudgedGroup(group, score.stance, score.score, reasons=reasons)
        if self._is_near(group) and text.held is not Held.ENOUGH:
            numbers = share_numbers(pair)
            sure = rate_paraphrase(score, numbers, abroad=self._is_abroad(group))
            if sure >= self.options.sure_of_paraphrase and not self._is_strange(lookup, group):
                told = explain_paraphrase(score, numbers)
                shown = min(sure, SUREST_PARAPHRASE)
                return JudgedGroup(group, Stance.SUPPORTS, shown, reasons=(*reasons, told))
        stance = Stance.DISCUSSES if score.stance.takes_side else score.stance
        return JudgedGroup(group, stance, score.score, reasons=reasons)

    def _takes_side(self, lookup: Lookup, text: HeldGroup, score: StanceScore) -> bool:
        """Whether a side counts, by how sure the model is of it and how much the passage has."""
        if not score.stance.takes_side or score.score < self._needed(lookup, text.group):
            return False
        told = text.held is Held.ENOUGH or score.stance is Stance.SUPPORTS
        return told or self._is_plain_dispute(score, text.held)

    def _needed(self, lookup: Lookup, group: TextGroup) -> float:
        """The least score of a side: more where the passage has none of the claim's names."""
        abroad, options = self._is_abroad(group), self.options
        if abroad and self._is_near(group):
            return options.sure
        strange = self._is_strange(lookup, group)
        if abroad:
            return options.sure_of_strange_abroad if strange else options.sure_abroad
        return options.sure_of_strange if strange else options.sure

    def _is_strange(self, lookup: Lookup, group: TextGroup) -> bool:
        """Whether the claim's names stand nowhere around the passage."""
        names, language = lookup.name_subjects(), self.article.language
        return self.reader.is_strange_to(group.first, names, language)

    def _is_plain_dispute(self, score: StanceScore, held: Held) -> bool:
        """Whether a dispute counts in a sentence that has not enough of the claim's words.

        Another number, or a word that something is false, is mostly of something else there.
        """
        if any(reason.name in _OF_SOMETHING_ELSE for reason in score.reasons):
            return False
        supports, disputes, _ = score.probabilities or (1.0, 0.0, 0.0)
        is_clear = disputes >= self.options.clear_of_support * supports
        return (held is Held.CORE and is_clear) or score.score >= self.options.sure_of_dispute

    def _place(self, read: Candidate, score: StanceScore) -> tuple[StanceReason, ...]:
        """What the rules saw in a passage, with its places in the article."""
        if not score.reasons:
            return ()
        start = self.reader.widen(read.article, read.span, read.focus).start
        return tuple(
            replace(r, spans=tuple(s.shift(start) for s in r.spans)) for r in score.reasons
        )


def keep_deciding(judged: Sequence[tuple[JudgedGroup, bool]]) -> list[JudgedGroup]:
    """What decides in each article: of each passage the surest sentence, and few of these.

    A passage that has enough of the claim's words, or its core, speaks for itself. What was read
    only because its article is near speaks where no such passage of the article takes a side, and
    of several the surest alone. What takes no side is left out where all its articles take one
    elsewhere, or are told to take none already.

    Args:
        judged: what the texts found for one claim do to it, each with whether its passage has
            enough of the claim's words, or its core.
    """
    best: dict[tuple[str, int], JudgedGroup] = {}
    spoken = {_article(each) for each, own in judged if own and _sides(each)}
    for each, own in judged:
        first = each.group.first
        if not own and first.article.id in spoken:
            continue
        place = first.article.id, first.span.start if own else -1
        if place not in best or _tells_more(each, best[place]):
            best[place] = each
    chosen = {id(each) for each in best.values()}
    return _leave_out_silent([each for each, _ in judged if id(each) in chosen])


def _leave_out_silent(judged: Sequence[JudgedGroup]) -> list[JudgedGroup]:
    """Without what tells of no article what the others do not.

    Of two texts of one article that with more copies is kept, then that which the model read.
    """
    told = {article for each in judged if _sides(each) for article in _articles(each)}
    silent = [each for each in judged if each.stance is Stance.DISCUSSES]
    needless: set[int] = set()
    for each in sorted(silent, key=lambda each: (-len(each.group.members), not each.judged)):
        if _articles(each) <= told:
            needless.add(id(each))
        told |= _articles(each)
    return [each for each in judged if id(each) not in needless]


def _articles(judged: JudgedGroup) -> frozenset[str]:
    return frozenset(member.article.id for member in judged.group.members)


def _article(judged: JudgedGroup) -> str:
    return judged.group.first.article.id


def _sides(judged: JudgedGroup) -> bool:
    return judged.stance.takes_side


def _tells_more(one: JudgedGroup, other: JudgedGroup) -> bool:
    if _sides(one) and _sides(other):
        return one.score > other.score
    if _sides(one) or _sides(other):
        return _sides(one)
    return one.stance is Stance.DISCUSSES and other.stance is Stance.UNRELATED
