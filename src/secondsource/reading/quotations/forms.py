"""One quotation in the forms in which articles print it, each held against the earliest."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.article import Span
from secondsource.reading.quotations.compare import Comparison, Drift, compare_quotations
from secondsource.reading.quotations.edits import Touched, count_negations
from secondsource.reading.quotations.folding import FoldedWords, fold_words

_UNDATED = "9999"
_MOST_FORMS = 60  # of one quotation that are told
SameSpeaker = Callable[[str, str], bool | None]


@dataclass(frozen=True, slots=True)
class Print:
    """A quotation as one article prints it: where, when, and whose words it is said to be.

    `family` is one for articles that share their text; `speaker` None where none is named;
    `translated` how surely (a cosine, 0..1) it is the quotation in another language than the
    others, 0 where its words were compared.
    """

    article: str
    pieces: tuple[Span, ...]
    text: str
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    speaker: str | None = None
    family: str = ""
    translated: float = 0.0

    @property
    def when(self) -> tuple[str, str]:
        """What prints are put in order by: the date, those without one last."""
        return self.published or _UNDATED, self.article


@dataclass(frozen=True, slots=True)
class Form:
    """All prints with the same words, the earliest first; `against` is how it differs.

    `against` compares with the group's first form, or, where the two share too little, with
    the form numbered `reference`; None for the first, and for a translation, of which
    `noted` says whether its numbers or negations are others than the first form's.
    """

    words: FoldedWords
    prints: tuple[Print, ...]
    against: Comparison | None = None
    reference: int = 0
    noted: tuple[Touched, ...] = ()

    @property
    def translated(self) -> bool:
        """Whether it gives the quotation in another language than the others."""
        return bool(self.first.translated)

    @property
    def first(self) -> Print:
        """The earliest print."""
        return self.prints[0]

    @property
    def families(self) -> int:
        """How many print it, those that share their text counted once."""
        return len({each.family or each.article for each in self.prints})


@dataclass(frozen=True, slots=True)
class Speakers:
    """One person by the names under which articles print the quotation."""

    names: tuple[str, ...]
    prints: tuple[Print, ...]


@dataclass(frozen=True, slots=True)
class QuotationGroup:
    """One quotation: its forms by the date of their earliest print, and its speakers.

    `left_out` counts further forms; `speakers` are those that are surely not the same.
    """

    forms: tuple[Form, ...]
    speakers: tuple[Speakers, ...] = ()
    left_out: int = 0

    @property
    def prints(self) -> tuple[Print, ...]:
        """All prints of all forms."""
        return tuple(p for form in self.forms for p in form.prints)

    @property
    def families(self) -> int:
        """How many print it in any form, copies counted once."""
        return len({p.family or p.article for p in self.prints})

    @property
    def drifts(self) -> bool:
        """Whether there is more than one form, or more than one speaker."""
        return len(self.forms) > 1 or len(self.speakers) > 1

    @property
    def kinds(self) -> Mapping[Drift, int]:
        """How many forms do what to the one they are held against."""
        return Counter(k for form in self.forms if form.against for k in form.against.kinds)


def make_group(prints: Iterable[Print], same_speaker: SameSpeaker) -> QuotationGroup:
    """One quotation from its prints: forms in the order of their dates, and who is quoted."""
    by_words: dict[tuple[str, ...], list[Print]] = defaultdict(list)
    folded: dict[tuple[str, ...], FoldedWords] = {}
    for each in sorted(prints, key=lambda p: p.when):
        words = fold_words(each.text, (each.language or "")[:2] or None)
        folded.setdefault(words.words, words)
        by_words[words.words].append(each)
    forms = [Form(folded[key], tuple(own)) for key, own in by_words.items()]
    kept = forms[:_MOST_FORMS]
    told = [_tell_difference(kept, number) for number in range(len(kept))]
    return QuotationGroup(
        tuple(told),
        tuple(_group_speakers([p for form in told for p in form.prints], same_speaker)),
        len(forms) - len(kept),
    )


def _tell_difference(forms: Sequence[Form], number: int) -> Form:
    """A form with how it differs from the first that it can be held against."""
    form = forms[number]
    if form.translated:
        plain = next((other for other in forms if not other.translated), form)
        return replace(form, noted=tuple(note_differences(plain.words, form.words)))
    for other in range(number):
        against = compare_quotations(forms[other].words, form.words)
        if against is not None:
            return replace(form, against=against, reference=other)
    return form


def note_differences(one: FoldedWords, other: FoldedWords) -> Iterator[Touched]:
    """What differs between a quotation and its translation, of what can be told at all.

    Numbers of two digits and more where both have some, and a negation that only one has.
    """
    numbers = [{w for w in each.words if w.isdigit() and len(w) > 1} for each in (one, other)]
    if all(numbers) and numbers[0] != numbers[1]:
        yield Touched.NUMBER
    denials = (count_negations(words.words, words.language) > 0 for words in (one, other))
    if len({*denials}) > 1:
        yield Touched.NEGATION


def _group_speakers(prints: Sequence[Print], same: SameSpeaker) -> Iterator[Speakers]:
    """The speakers of some prints; a name joins the first group of which it may be one.

    Names of which it is not known whether they are one person ("the minister") are not told
    apart.
    """
    groups: list[list[Print]] = []
    for each in prints:
        if each.speaker is None:
            continue
        for group in groups:
            if all(same(own.speaker or "", each.speaker) is not False for own in group):
                group.append(each)
                break
        else:
            groups.append([each])
    for group in groups:
        names = dict.fromkeys(own.speaker for own in group if own.speaker)
        yield Speakers(tuple(names), tuple(group))


def keep_apart(
    speakers: Sequence[Speakers], names: Callable[[str, str], bool]
) -> tuple[Speakers, ...]:
    """The first speaker and those others that are surely somebody else.

    Where an article that prints the words under one name has the other name too, its "he said"
    may have been read wrongly.

    Args:
        speakers: as `_group_speakers` gives them.
        names: whether an article (by id) has a name anywhere in its text.
    """
    kept = list(speakers[:1])
    for other in speakers[1:]:
        pairs = [(p, q) for one in kept for p in one.prints for q in other.prints]
        if not any(
            names(p.article, q.speaker or "") or names(q.article, p.speaker or "") for p, q in pairs
        ):
            kept.append(other)
    return tuple(kept)


def cluster(pairs: Iterable[tuple[int, int]], dates: Mapping[int, str]) -> list[list[int]]:
    """Forms that are one quotation, from pairs that are: around the form most are tied to.

    No chains: a form that only shares a half with one and the other half with another does not
    join these two. Each form is in one group.

    Args:
        pairs: numbers of forms that are versions of each other.
        dates: for each form when it was first printed; the earliest decides between equals.
    """
    tied: dict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        tied[left].add(right)
        tied[right].add(left)
    order = sorted(tied, key=lambda form: (-len(tied[form]), dates.get(form, _UNDATED), form))
    taken: set[int] = set()
    groups: list[list[int]] = []
    for centre in order:
        if centre in taken:
            continue
        group = [centre, *sorted(tied[centre] - taken)]
        if len(group) > 1:
            taken.update(group)
            groups.append(group)
    return groups
