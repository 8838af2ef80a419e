"""What an archive's articles quote: each quotation in all its forms.

Here `secondsource.reading.quotations` meets the archive: which quotations are worth comparing
is asked of its index, and only the articles that print these are read.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.factcheck.entry import QuotationFinding
from secondsource.factcheck.lookup import Meanings
from secondsource.factcheck.speakers import names_other, read_speakers, same_speaker
from secondsource.jobs.quotation_languages import (
    MOST_ASKED,
    AskedText,
    find_translations,
    has_to_wait,
    load_meanings,
)
from secondsource.lineage.sharing import group_families
from secondsource.reading.quotations.compare import compare_quotations
from secondsource.reading.quotations.extract import SaidQuotation, find_said
from secondsource.reading.quotations.folding import FoldedWords, fold_words
from secondsource.reading.quotations.forms import (
    Print,
    QuotationGroup,
    cluster,
    keep_apart,
    make_group,
)
from secondsource.reading.quotations.table import QuotationTable, hash_form, pair_forms

_MOST_LIKE = 60  # quotations of the archive that are held against one of an article
MOST_READ = 1_000  # articles of a whole archive that are read for who is quoted
_MOST_READ_OF_ONE = 16  # other articles that are read for whom they quote, when one is examined
_MOST_TRANSLATED = 10  # quotations of one article that are looked for in other languages
_MOST_GROUPS = 5_000  # of a whole archive; of more, those that most print
_AT_ONCE = 50  # articles whose speakers are read together
_LOG = logging.getLogger(__name__)
Progress = Callable[[str, int, int], None]


def _tell_nobody(_stage: str, _done: int, _total: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Drifts:
    """What the articles of an archive print in several forms.

    `groups` are the quotations with several forms or speakers, those first that most families
    print; `alike` counts the others that several articles print. Who is quoted was read in
    `read` of the `printing` articles that print any of them.
    """

    groups: tuple[QuotationGroup, ...]
    alike: int
    read: int
    printing: int


def find_drift(
    archive: Archive, most_read: int = MOST_READ, progress: Progress = _tell_nobody
) -> Drifts:
    """Every quotation that articles of an archive print in more than one form.

    Args:
        archive: the collection.
        most_read: articles that are read for who is quoted, about four a second; those of the
            quotations that most articles print.
        progress: told a stage's name, how far it is, and of how much.
    """
    total = len(archive)
    table = archive.quotations.read(lambda done: progress("reading quotations", done, total))
    clusters = _cluster_rows(table, archive, progress)
    clusters, scores = _join_languages(clusters, table, archive, progress)
    chosen = sorted(clusters, key=len, reverse=True)[:_MOST_GROUPS]
    articles = dict(
        archive.quotations.read_articles(int(table.articles[r]) for rows in chosen for r in rows)
    )
    families = group_families(articles.values())
    first = dict(list(_in_order(table, chosen, articles))[:most_read])
    speakers = _read_all_speakers(table, chosen, first, progress)
    known = speakers, families
    groups = [
        _make_group(_make_prints(table, rows, articles, known, scores), articles) for rows in chosen
    ]
    drifting = [g for g in groups if g.drifts]
    drifting.sort(key=lambda g: (-g.families, g.forms[0].first.when))
    return Drifts(tuple(drifting), len(groups) - len(drifting), len(first), len(articles))


def _in_order(
    table: QuotationTable, groups: Iterable[Sequence[int]], articles: Mapping[int, Article]
) -> Iterator[tuple[int, Article]]:
    """The articles in the order of the groups that they are in."""
    ordinals = dict.fromkeys(int(table.articles[row]) for rows in groups for row in rows)
    return ((n, articles[n]) for n in ordinals if n in articles)


def _make_group(prints: Sequence[Print], articles: Mapping[int, Article]) -> QuotationGroup:
    """A quotation with its forms, and several speakers only where no article names both."""
    group = make_group(prints, same_speaker)
    if len(group.speakers) < 2:
        return group
    texts = {article.id: article.text for article in articles.values()}
    apart = keep_apart(group.speakers, lambda article, name: names_other(texts[article], name))
    return replace(group, speakers=apart)


def find_quotations_of(
    article: Article, archive: Archive, progress: Progress = _tell_nobody
) -> tuple[QuotationFinding, ...]:
    """The quotations of one article, each with the forms in which other articles print it.

    Args:
        article: of the archive or not.
        archive: the collection.
        progress: told a stage's name, how far it is, and of how much.

    Who is quoted is read in the first `_MOST_READ_OF_ONE` of the other articles.
    """
    total = len(archive)
    table = archive.quotations.read(lambda done: progress("reading quotations", done, total))
    quotations = find_said(article)
    like = [_find_like(said, article, table) for said in quotations]
    found = dict(
        archive.quotations.read_articles(int(table.articles[r]) for rows in like for r in rows)
    )
    others = {n: other for n, other in found.items() if other.id != article.id}
    matched = [
        _match_rows(said, article, table, rows, others)
        for said, rows in zip(quotations, like, strict=True)
    ]
    translated = _find_translated(article, quotations, archive, table)
    others |= _read_more(table, translated, archive, article.id)
    matched = [
        [*rows, *(r for r in more if int(table.articles[r]) in others)]
        for rows, more in zip(matched, translated, strict=True)
    ]
    families = group_families([article, *others.values()])
    first = dict(list(_in_order(table, matched, others))[:_MOST_READ_OF_ONE])
    speakers = _read_all_speakers(table, matched, first, progress)
    (own,) = read_speakers([(article, quotations)])

    def tell(place: int, said: SaidQuotation, speaker: str | None) -> QuotationFinding:
        rows, known = matched[place], (speakers, families)
        prints = [
            _print(article, said, speaker, families),
            *_make_prints(table, rows, others, known, translated[place]),
        ]
        group = _make_group(prints, {**others, 0: article}) if rows else None
        return QuotationFinding(said.pieces, said.text_in(article.text), speaker, group)

    return tuple(map(tell, count(), quotations, own))


def _find_translated(
    article: Article,
    quotations: Sequence[SaidQuotation],
    archive: Archive,
    table: QuotationTable,
) -> list[dict[int, float]]:
    """For each quotation the rows that give it in another language, all rows of each form."""
    nothing: list[dict[int, float]] = [{} for _ in quotations]
    meanings = _meanings_between_languages(archive, article.language) if quotations else None
    if not (meanings and article.language) or has_to_wait(archive):
        return nothing
    texts = [said.text_in(article.text) for said in quotations[:_MOST_TRANSLATED]]
    asked = [AskedText(text, article.language) for text in texts]
    found = find_translations(asked, archive, table, meanings)
    return [_spread_forms(rows, table) for rows in found] + nothing[_MOST_TRANSLATED:]


def _meanings_between_languages(archive: Archive, language: str | None) -> Meanings | None:
    """The models, where there is more than one language."""
    languages = {known[:2] for known in (*archive.coverage().languages, language) if known}
    return load_meanings() if len(languages) > 1 else None


def _spread_forms(rows: Mapping[int, float], table: QuotationTable) -> dict[int, float]:
    """All rows of the forms of some rows, each with the score of its form."""
    scores = {int(table.forms[row]): score for row, score in rows.items()}
    of_forms = table.rows_of_forms(scores) if scores else {}
    return {row: scores[form] for form, own in of_forms.items() for row in own}


def _read_more(
    table: QuotationTable,
    translated: Sequence[Mapping[int, float]],
    archive: Archive,
    but: str,
) -> dict[int, Article]:
    """The articles of some rows by ordinal, one article left out."""
    ordinals = {int(table.articles[row]) for rows in translated for row in rows}
    found = archive.quotations.read_articles(ordinals)
    return {ordinal: article for ordinal, article in found if article.id != but}


def _cluster_rows(table: QuotationTable, archive: Archive, progress: Progress) -> list[list[int]]:
    """Rows that print one quotation, all rows of each form; some have one form only."""
    pairs = pair_forms(table)
    wanted = {row for pair in pairs for row in pair}
    words: dict[int, FoldedWords] = {}
    dates: dict[int, str] = {}
    for ordinal, article, rows in _by_article(table, wanted, archive):
        progress("comparing quotations", ordinal, archive.last_ordinal)
        for row in rows:
            words[row] = fold_words(table.said(row).text_in(article.text))
            dates[row] = article.published or "9999"
    same = [(a, b) for a, b in pairs if compare_quotations(words[a], words[b])]
    groups = cluster(same, dates)
    together = {row for group in groups for row in group}
    rows_of = table.rows_of_forms(table.forms.tolist())
    alone = [rows for rows in rows_of.values() if len(rows) > 1 and rows[0] not in together]
    spread = [[r for row in group for r in rows_of[int(table.forms[row])]] for group in groups]
    several = ({int(table.articles[r]) for r in rows} for rows in (spread + alone))
    return [rows for rows, own in zip(spread + alone, several, strict=True) if len(own) > 1]


def _join_languages(
    clusters: list[list[int]], table: QuotationTable, archive: Archive, progress: Progress
) -> tuple[list[list[int]], dict[int, float]]:
    """The clusters, with what other languages have of them; and how surely each row is that.

    Looked for are quotations in all languages but the commonest, the first `MOST_ASKED`.
    """
    meanings = _meanings_between_languages(archive, None) if len(table) else None
    if meanings is None:
        return clusters, {}
    languages = archive.quotations.read_languages()
    counts = Counter(languages.values())
    common = max(counts, key=counts.__getitem__)
    asked: dict[int, AskedText] = {}
    foreign = {n: lang for n, lang in languages.items() if lang != common}
    seen: set[int] = set()
    rows = [r for r, n in enumerate(table.articles.tolist()) if n in foreign]
    for ordinal, article, own in _by_article(table, rows, archive):
        for row in own:
            if int(table.forms[row]) not in seen and len(asked) < MOST_ASKED:
                seen.add(int(table.forms[row]))
                asked[row] = AskedText(table.said(row).text_in(article.text), foreign[ordinal])
    progress("looking for translations", 0, len(asked))
    found = find_translations(list(asked.values()), archive, table, meanings)
    return _attach(clusters, dict(zip(asked, found, strict=True)), table)


def _attach(
    clusters: list[list[int]], found: Mapping[int, Mapping[int, float]], table: QuotationTable
) -> tuple[list[list[int]], dict[int, float]]:
    """Each translated quotation, with all rows of its form, put to the cluster of its original."""
    home = {row: k for k, rows in enumerate(clusters) for row in rows}
    joined = [list(rows) for rows in clusters]
    scores: dict[int, float] = {}
    for row, originals in found.items():
        if not originals:
            continue
        best = max(originals, key=lambda r: originals[r])
        if best not in home:
            joined.append(list(_spread_forms({best: 1.0}, table)))
            home.update(dict.fromkeys(joined[-1], len(joined) - 1))
        moved = [*_spread_forms({row: 1.0}, table)]
        if row in home and home[row] != home[best]:
            moved = joined[home[row]]
            joined[home[row]] = []
        fresh = [r for r in moved if r not in joined[home[best]]]
        joined[home[best]] += fresh
        home.update(dict.fromkeys(fresh, home[best]))
        scores.update(dict.fromkeys(fresh, originals[best]))
    return [rows for rows in joined if rows], scores


def _by_article(
    table: QuotationTable, rows: Iterable[int], archive: Archive
) -> Iterator[tuple[int, Article, list[int]]]:
    by_ordinal: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        by_ordinal[int(table.articles[row])].append(row)
    for ordinal, article in archive.quotations.read_articles(by_ordinal):
        yield ordinal, article, by_ordinal[ordinal]


def _find_like(said: SaidQuotation, article: Article, table: QuotationTable) -> list[int]:
    """Rows that may print a quotation: those of its own words, and those that share some."""
    words = fold_words(said.text_in(article.text))
    near = table.find_like(words, _MOST_LIKE)
    forms = {hash_form(words.words), *(int(table.forms[row]) for row in near)}
    rows = [row for own in table.rows_of_forms(forms).values() for row in own]
    return rows[: 10 * _MOST_LIKE]


def _match_rows(
    said: SaidQuotation,
    article: Article,
    table: QuotationTable,
    rows: Sequence[int],
    others: Mapping[int, Article],
) -> list[int]:
    """Those of the rows that do print the quotation."""
    words = fold_words(said.text_in(article.text))
    known = [row for row in rows if int(table.articles[row]) in others]
    verdicts: dict[int, bool] = {}
    for row in known:
        form = int(table.forms[row])
        if form not in verdicts:
            text = table.said(row).text_in(others[int(table.articles[row])].text)
            verdicts[form] = compare_quotations(fold_words(text), words) is not None
    return [row for row in known if verdicts[int(table.forms[row])]]


def _read_all_speakers(
    table: QuotationTable,
    groups: Sequence[Sequence[int]],
    articles: Mapping[int, Article],
    progress: Progress,
) -> Mapping[int, str | None]:
    """For each row who the article says spoke."""
    by_ordinal: dict[int, list[int]] = defaultdict(list)
    for row in dict.fromkeys(row for rows in groups for row in rows):
        if int(table.articles[row]) in articles:
            by_ordinal[int(table.articles[row])].append(row)
    found: dict[int, str | None] = {}
    entries = list(by_ordinal.items())
    for start in range(0, len(entries), _AT_ONCE):
        part = entries[start : start + _AT_ONCE]
        progress("reading who is quoted", start, len(entries))
        given = [(articles[n], [table.said(row) for row in rows]) for n, rows in part]
        for (_, rows), names in zip(part, read_speakers(given), strict=True):
            found.update(zip(rows, names, strict=True))
    return found


def _make_prints(
    table: QuotationTable,
    rows: Sequence[int],
    articles: Mapping[int, Article],
    known: tuple[Mapping[int, str | None], Mapping[str, str]],
    translated: Mapping[int, float],
) -> list[Print]:
    """The rows as prints; of one form an article counts once."""
    speakers, families = known
    found: dict[tuple[int, int], Print] = {}
    for row in rows:
        article = articles.get(int(table.articles[row]))
        if article is not None:
            key = int(table.articles[row]), int(table.forms[row])
            made = _print(article, table.said(row), speakers.get(row), families)
            found.setdefault(key, replace(made, translated=translated.get(row, 0.0)))
    return list(found.values())


def _print(
    article: Article, said: SaidQuotation, speaker: str | None, families: Mapping[str, str]
) -> Print:
    return Print(
        article=article.id,
        pieces=said.pieces,
        text=said.text_in(article.text),
        published=article.dated,
        outlet=article.outlet,
        language=article.language,
        speaker=speaker,
        family=families.get(article.id, article.id),
    )
