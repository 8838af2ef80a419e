"""Who is named, credited and quoted in one article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Article, Role, Span
from secondsource.names.compare import Outcome, compare_names
from secondsource.names.find import NameMention, find_mentions
from secondsource.names.name import NameKind, read_person
from secondsource.names.runs import has_body_word, is_given
from secondsource.names.within import NamedIn, join_mentions
from secondsource.reading.statement import Attribution

_CREDITED = 6
_LONGEST_CREDIT = 80
_BODIES = frozenset((Role.ORIGINAL_OUTLET, Role.WIRE, Role.REPUBLISHED_FROM))
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Said:
    """What an article has somebody say: the name there, the source's words, the content."""

    name: str
    source: str
    spans: tuple[Span, ...]
    quotation: str


def read_article_names(article: Article, language: str) -> tuple[NamedIn, ...]:
    """Everybody an article names in its text or credits for it, in the order of the text.

    Args:
        article: the article; what is marked as boilerplate is not read.
        language: ISO 639-1 code to read it in.
    """
    skipped = [part.span for part in article.boilerplate]
    skipped += [credit.span for credit in article.credits if credit.span is not None]
    found = [
        mention
        for mention in find_mentions(article.text, language)
        if not any(mention.span.overlaps(span) for span in skipped)
    ]
    return join_mentions([*_find_credited(article), *found], article.text, language)


def _find_credited(article: Article) -> Iterator[NameMention]:
    """The names that an article's credits, byline and outlet give, each with its role."""
    seen: set[str] = set()
    for credit in article.credits:
        seen.add(credit.name)
        yield from _credit(credit.name, credit.role.value, credit.span, credit.role in _BODIES)
    for name in article.byline:
        if name not in seen:
            yield from _credit(name, Role.AUTHOR.value, None, False)
    if article.outlet:
        yield from _credit(article.outlet, "outlet", None, True)


def _credit(name: str, role: str, span: Span | None, is_body: bool) -> Iterator[NameMention]:
    plain = " ".join(name.split())[:_LONGEST_CREDIT]
    if not plain:
        return
    words = tuple(plain.split())
    person = not is_body and len(words) > 1 and (is_given(words[0]) or not has_body_word(words))
    place = span or _NOWHERE
    yield NameMention(plain, place, _CREDITED * person, _CREDITED * (not person), role=role)


def match_sources(
    named: Sequence[NamedIn], attributions: Iterable[Attribution], language: str | None
) -> tuple[Said, ...]:
    """What each named person or body is made to say in an article.

    Sources that name nobody known ("a senior official", "she" when it is not clear who) are left
    out: an attribution counts only where one of the article's names is meant.
    """
    forms = {form.text: person for person in named for form in person.forms}
    found = []
    for attribution in attributions:
        source = attribution.source
        if source is None or not attribution.asserts or not attribution.content:
            continue
        owner = _find_owner(source.entity or source.text, forms, named, language)
        if owner is not None:
            quotation = attribution.quotation.value
            found.append(Said(owner, source.text, attribution.content, quotation))
    return tuple(found)


def _find_owner(
    words: str, forms: dict[str, NamedIn], named: Sequence[NamedIn], language: str | None
) -> str | None:
    plain = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    if plain in forms:
        return forms[plain].name
    person = read_person(plain, language)
    if person is None:
        return None
    fits = {n.name for n in named if _means(plain, n, language)}
    return fits.pop() if len(fits) == 1 else None


def _means(words: str, person: NamedIn, language: str | None) -> bool:
    kind = person.kind
    if kind is None or (kind is NameKind.BODY and person.bare):
        return False
    outcome = compare_names(words, person.name, kind, (language, language)).outcome
    single = " " not in words and kind is NameKind.PERSON
    return outcome is Outcome.SAME or (single and outcome is Outcome.UNCLEAR)
