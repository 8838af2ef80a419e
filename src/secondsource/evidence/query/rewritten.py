"""What a language model made of statements, taken over only where it brings nothing new."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from secondsource.article import Article, make_id
from secondsource.evidence.query.english_split import MOST_PARTS
from secondsource.evidence.query.question import Part, Question
from secondsource.evidence.query.terms import find_words, fold, plain_number
from secondsource.reading.statement import Statement

LONGEST_CONTEXT = 12_000
"""Code points of an article that are sent with its statements."""
_LONGEST_TEXT = 800
_TASK = (
    "Make each statement understandable without the article: put names in place of pronouns and "
    "descriptions, leave out who says it, and list the single facts in it as parts when it holds "
    "several. Use only names and numbers of the article, and its language. Answer with JSON only: "
    '{"statements": [{"number": 0, "text": "...", "parts": ["..."]}]}'
)
_OPENERS = re.compile(r"^\W*\w+")


def write_request(
    article: Article, statements: Sequence[Statement], model: str
) -> Mapping[str, object]:
    """The body of a chat request about some statements, as OpenAI-compatible servers take it."""
    asked = [{"number": n, "text": s.text} for n, s in enumerate(statements)]
    given = {"article": article.text[:LONGEST_CONTEXT], "date": article.dated, "statements": asked}
    return {
        "model": model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": _TASK},
            {"role": "user", "content": json.dumps(given, ensure_ascii=False)},
        ],
    }


def read_answer(answer: object) -> dict[int, tuple[str, tuple[str, ...]]]:
    """The texts and parts of an answer by the numbers of the statements.

    Raises:
        ValueError: the answer is not of the shape that was asked for.
    """
    try:
        content = answer["choices"][0]["message"]["content"]  # type: ignore[index]
        rows = json.loads(content)["statements"]
        found = {row["number"]: (row["text"], tuple(row.get("parts", ()))) for row in rows}
    except (LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"the answer has another shape than asked for: {error}") from error
    for number, (text, parts) in found.items():
        if not isinstance(number, int) or not all(isinstance(t, str) for t in (text, *parts)):
            raise ValueError("the answer has another shape than asked for")
    return found


def take_over(
    article: Article, built_in: Question, text: str, parts: Sequence[str]
) -> Question | None:
    """A question with the model's texts; None where they bring in a name or a number."""
    known = _anchors(f"{article.title or ''}\n{article.text}\n{built_in.whole.text}", whole=True)
    texts = (text, *parts)
    if any(not t.strip() or len(t) > _LONGEST_TEXT for t in texts) or len(parts) > MOST_PARTS:
        return None
    if any(_anchors(t, whole=False) - known for t in texts):
        return None
    spans = built_in.whole.spans
    several = parts if len(parts) > 1 else ()
    return replace(
        built_in,
        whole=Part(built_in.whole.id, text, spans),
        parts=tuple(Part(make_id(built_in.statement, n), t, spans) for n, t in enumerate(several)),
        endpoint=True,
    )


def _anchors(text: str, *, whole: bool) -> frozenset[str]:
    """The numbers and the capitalised words of a text; all its words where `whole`."""
    opener = _OPENERS.match(text)
    first = opener.end() if opener and not whole else 0
    return frozenset(
        plain_number(w.text) if w.is_number else fold(w.text)
        for w in find_words(text)
        if w.is_number or whole or (w.text[0].isupper() and w.span.end > first)
    )
