"""What is asked about one sentence of a small article."""

from secondsource.article import Article, Span
from secondsource.evidence.query.question import Question
from secondsource.evidence.query.restate import restate_statements
from secondsource.reading import find_attributions
from secondsource.reading.attribution.voices import assign_voices
from secondsource.reading.statement import Kind, Statement


def ask(text: str, language: str = "en") -> Question:
    """What is asked about the last sentence of an article, marked by a bar."""
    before, _, sentence = text.partition("| ")
    span = Span(len(before), len(before) + len(sentence))
    article = Article("", before + sentence, language=language, published="2024-03-05").with_id()
    voice = assign_voices(
        article.text, language, [span], find_attributions(article.text, language)
    )[0]
    statement = Statement("s", span, sentence, Kind.CLAIM, 0.5, True, (), voice)
    return restate_statements(article, [statement])[0]
