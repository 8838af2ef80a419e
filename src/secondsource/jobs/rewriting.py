"""The option to have a language model make statements self-standing: off unless asked for.

Whatever server the user names is asked, a local one as a rule. What it answers is taken over only
where it has the shape asked for and brings in no name and no number; elsewhere the package's own
text stands. How much was sent where is told in the report.
"""

import json
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import httpx

from secondsource.article import Article
from secondsource.evidence.query.question import Question
from secondsource.evidence.query.restate import restate_statements
from secondsource.evidence.query.rewritten import (
    LONGEST_CONTEXT,
    read_answer,
    take_over,
    write_request,
)
from secondsource.reading.statement import Statement

_LOG = logging.getLogger(__name__)
_AT_ONCE = 10
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server: `url` up to /v1, the model's name, a key where it asks for one.

    `seconds` is how long one answer may take.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = 60.0


@dataclass(slots=True)
class Rewriter:
    """Asks an endpoint about statements, and counts what was sent, taken over and refused."""

    endpoint: Endpoint
    sent: int = 0
    taken: int = 0
    failures: list[str] = field(default_factory=list)

    def __call__(
        self, article: Article, statements: Sequence[Statement], /
    ) -> tuple[Question, ...]:
        """The questions about statements, with the endpoint's texts where they may be used."""
        built_in = restate_statements(article, statements)
        found: list[Question] = []
        for first in range(0, len(statements), _AT_ONCE):
            run = slice(first, first + _AT_ONCE)
            found += self._rewrite(article, statements[run], built_in[run])
        return tuple(found)

    def say(self) -> str:
        """What was sent where and what came of it, for the report."""
        refused = self.sent - self.taken
        failed = f"; failures: {'; '.join(dict.fromkeys(self.failures))}" if self.failures else ""
        what = "1 statement" if self.sent == 1 else f"{self.sent} statements"
        return (
            f"{what}, with up to {LONGEST_CONTEXT:,} characters of the article, sent to "
            f"{self.endpoint.url} (model {self.endpoint.model}); {self.taken} of its texts used, "
            f"{refused} not, where the package's own text stands{failed}"
        )

    def _rewrite(
        self, article: Article, statements: Sequence[Statement], built_in: Sequence[Question]
    ) -> list[Question]:
        self.sent += len(statements)
        try:
            answer = read_answer(self._ask(article, statements))
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, RecursionError) as error:
            _LOG.warning("%s: %s", self.endpoint.url, error)
            self.failures.append(f"{type(error).__name__}: {error}"[:200])
            return list(built_in)
        return [self._take(article, own, answer.get(n)) for n, own in enumerate(built_in)]

    def _take(
        self, article: Article, own: Question, answer: tuple[str, tuple[str, ...]] | None
    ) -> Question:
        taken = take_over(article, own, *answer) if answer else None
        self.taken += taken is not None
        return taken or replace(own)

    def _ask(self, article: Article, statements: Sequence[Statement]) -> object:
        """The answer as JSON; no redirect is followed, and no more than a megabyte read."""
        key = self.endpoint.key
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        body = write_request(article, statements, self.endpoint.model)
        url = f"{self.endpoint.url.rstrip('/')}/chat/completions"
        read, until = bytearray(), time.monotonic() + self.endpoint.seconds
        with (
            httpx.Client(timeout=self.endpoint.seconds, trust_env=False) as client,
            client.stream("POST", url, json=body, headers=headers) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise ValueError(f"the endpoint answered with status {response.status_code}")
            for piece in response.iter_bytes():
                read += piece
                if time.monotonic() > until:
                    raise ValueError("the endpoint was too slow with its answer (Timeout)")
                if len(read) > _MOST_BYTES:
                    raise ValueError("the endpoint's answer is larger than a megabyte")
        answer: object = json.loads(read)
        return answer
