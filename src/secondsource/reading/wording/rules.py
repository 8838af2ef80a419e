"""Readable rules: which words and phrases show a technique, one table for each language.

Each table `rules/LANGUAGE.toml` is a list of rules:

    technique     its name, one of `techniques.TECHNIQUES`
    words         what is looked for: patterns of whole words that blanks divide, whatever their
                  case; "_" is a blank within one
    after         one of these must stand right before (words that need a frame)
    adjective     one more word may stand between the frame and the words
    before        one of these must stand right after
    never_after   none of these may stand right before
    never_before  none of these may stand right after
    never_words   what is found must not be this
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from secondsource.article import Span
from secondsource.lineage.edits.wordlist import either
from secondsource.reading.lowered import QuickPattern, quicken

LANGUAGES = ("de", "en", "es", "fr", "pl", "ru", "uk")
_NEAR = 60
"""Code points beside a find in which its frame is looked for: bounds the time."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, ready to be looked for; a condition that it does not have is None."""

    technique: str
    words: QuickPattern
    after: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    never_after: re.Pattern[str] | None = None
    never_before: re.Pattern[str] | None = None
    never_words: re.Pattern[str] | None = None

    def find(self, text: str, lowered: str) -> Iterator[Span]:
        """Where the rule holds in a sentence, which is also given in small letters."""
        for match in self.words.find_all(text, lowered):
            if self._holds(text, match):
                yield Span(*match.span())

    def _holds(self, text: str, match: re.Match[str]) -> bool:
        left = text[max(0, match.start() - _NEAR) : match.start()]
        right = text[match.end() : match.end() + _NEAR]
        asked = ((self.after, left), (self.before, right))
        barred = (
            (self.never_after, left),
            (self.never_before, right),
            (self.never_words, match[0] + right),
        )
        return all(p.search(near) for p, near in asked if p) and not any(
            p.search(near) for p, near in barred if p
        )


@cache
def rules_for(language: str | None) -> tuple[Rule, ...]:
    """The rules of a language (ISO 639-1), those that come first being the first to name a find.

    None where there is no table for it.
    """
    if language not in LANGUAGES:
        return ()
    table = files("secondsource.reading.wording").joinpath("rules", f"{language}.toml")
    return tuple(map(_make_rule, tomllib.loads(table.read_text("utf-8"))["rule"]))


def _make_rule(entry: dict[str, str | bool]) -> Rule:
    adjective = r"(?:[\w’'-]+\W+)?" if entry.get("adjective") else ""
    after, before = rf"(?<!\w)(?:{{}})(?!\w)\W*{adjective}$", r"^\W*(?:{})(?!\w)"
    return Rule(
        technique=str(entry["technique"]),
        words=quicken(_compile(r"(?<!\w)(?:{})(?!\w)", entry["words"])),
        after=_compile(after, entry["after"]) if "after" in entry else None,
        before=_compile(before, entry["before"]) if "before" in entry else None,
        never_after=_compile(after, entry["never_after"]) if "never_after" in entry else None,
        never_before=_compile(before, entry["never_before"]) if "never_before" in entry else None,
        never_words=re.compile(rf"^(?:{entry['never_words']})", re.IGNORECASE)
        if "never_words" in entry
        else None,
    )


def _compile(form: str, words: str | bool) -> re.Pattern[str]:
    return re.compile(form.replace("{}", either(str(words))), re.IGNORECASE)
