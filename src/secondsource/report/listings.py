"""Short lists for a terminal: the statements of an article, passages found."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from secondsource.article import Article
from secondsource.evidence.examined import Hit
from secondsource.evidence.finding import Coverage
from secondsource.jsonvalues import JsonObject, span_json
from secondsource.messages.retelling import retell
from secondsource.reading.kinds.ranking import rank_statements
from secondsource.reading.kinds.uncheckable import UNCHECKABLE
from secondsource.reading.statement import Loaded, Statement, Voice
from secondsource.reading.wording.loaded import SHOWN_FROM
from secondsource.reading.wording.techniques import name_technique
from secondsource.report import wording
from secondsource.report.jsonform.articles import article_entry_json
from secondsource.report.visible import show_on_one_line

_LABEL_LENGTH = 60
_TEXT_LENGTH = 200
_RANKED_SHOWN = 10


def hit_json(hit: Hit, article: Article) -> JsonObject:
    """One passage that a search found, with the short entry of its article."""
    return {
        "article": article_entry_json(article),
        "span": span_json(hit.span),
        "text": hit.text,
        "score": hit.score,
    }


def label_line(article: Article) -> str:
    """An article on one line: its outlet, its day, its title, and enough of its id to name it."""
    title = show_on_one_line(article.title or article.text, _LABEL_LENGTH)
    # Ids that the program makes are long, and their beginning is enough; given ones are not.
    id_ = article.id if len(article.id) < 32 else article.id[:8]
    parts = (article.outlet, (article.published or "")[:10], f"“{title}”", id_)
    return " ".join(show_on_one_line(part) for part in parts if part)


def render_reading(article: Article, statements: Sequence[Statement], console: Console) -> None:
    """Print the statements of an article: who says it, of what kind, how check-worthy."""
    console.print(Text(label_line(article), style="bold"), soft_wrap=True)
    for credit in article.credits:
        words = f"{wording.ROLE_WORDS[credit.role]}: {credit.name} {credit.date or ''}"
        console.print(Text(f"  {show_on_one_line(words)}", style="dim"))
    table = Table(expand=True)
    table.add_column("worth checking", width=8)
    table.add_column("kind", width=8)
    table.add_column("voice", max_width=22)
    table.add_column("statement", ratio=1)
    for statement in statements:
        table.add_row(
            f"{statement.checkworthiness:.2f}",
            statement.kind.value,
            Text(_say_voice(statement.voice)),
            _say_statement(article, statement),
        )
    console.print(table)
    _render_ranking(statements, console)
    if any(map(_shown_loaded, statements)):
        console.print(Text(wording.LOADED_IS_AN_AID, style="dim"))


def _render_ranking(statements: Sequence[Statement], console: Console) -> None:
    """The claims that ask most to be checked, with the reasons for and against in words."""
    ranked = rank_statements(statements)
    if not ranked:
        return
    shown = min(len(ranked), _RANKED_SHOWN)
    console.print(Text(f"Most worth checking ({shown} of {len(ranked)} claims):", style="bold"))
    for place, statement in enumerate(ranked[:shown], start=1):
        text = show_on_one_line(statement.text, _TEXT_LENGTH)
        console.print(Text(f"{place}. {text} ({statement.checkworthiness:.2f})"))
        for reason in map(retell, statement.why):
            console.print(Text(f"   {show_on_one_line(reason, _TEXT_LENGTH)}", style="dim"))


def _say_statement(article: Article, statement: Statement) -> Text:
    """The statement, and under it why it cannot be checked, when it is due, what is loaded."""
    told = Text(show_on_one_line(statement.text, _TEXT_LENGTH))
    for note in (*_say_uncheckable(statement), *_say_due(statement)):
        told.append(f"\n{show_on_one_line(note, _TEXT_LENGTH)}", style="dim italic")
    for loaded in _shown_loaded(statement):
        words = show_on_one_line(loaded.span.of(article.text), _LABEL_LENGTH)
        what = name_technique(loaded.technique) if loaded.technique else "may carry a judgement"
        whose = "" if loaded.voice == statement.voice else f", said by {_say_voice(loaded.voice)}"
        told.append(f"\n“{words}”: {what}{whose}", style="dim italic")
    return told


def _say_uncheckable(statement: Statement) -> list[str]:
    """The text's own words by which a statement cannot be checked."""
    return [retell(s.sentence) for s in statement.signals if s.name in UNCHECKABLE]


def _say_due(statement: Statement) -> list[str]:
    """When a forecast comes due, on what condition and who holds it, where the text says so."""
    told = wording.say_due(statement.due) if statement.due else wording.NO_DATE
    return [] if told == wording.NO_DATE else [f"forecast: {told}"]


def _shown_loaded(statement: Statement) -> list[Loaded]:
    return [loaded for loaded in statement.loaded if loaded.score >= SHOWN_FROM]


def _say_voice(voice: Voice) -> str:
    if voice.type == "author":
        return "author"
    source = voice.source
    name = (source.entity or source.text) if source else wording.UNNAMED_SOURCE
    return show_on_one_line(name, _LABEL_LENGTH)


def say_missing_language(language: str | None, searched: Coverage) -> str:
    """That nothing searched is in a language, and in which it is; empty when some is in it.

    Args:
        language: the one that was asked for (ISO 639-1); none is no condition.
        searched: what there was to search.
    """
    if language is None or language in searched.languages:
        return ""
    there = ", ".join(searched.languages) or "none that is known"
    return f"No article of the archive is in the language “{language}”; it has: {there}."


def render_hits(hits: Iterable[Hit], articles: Mapping[str, Article], console: Console) -> None:
    """Print passages that a search found, best first, with their articles."""
    found = False
    for hit in hits:
        found = True
        console.print(Text(label_line(articles[hit.article]), style="bold"), soft_wrap=True)
        console.print(Text(f"  {show_on_one_line(hit.text, _TEXT_LENGTH)}"))
    if not found:
        console.print("No passage holds any of these words.")
