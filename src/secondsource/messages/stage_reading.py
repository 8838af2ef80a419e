"""The sentences of reading and of notices in the text, by the module that makes them."""

from collections.abc import Mapping
from typing import Final

from secondsource.messages.marking import Form, mark_sentence

READING: Final[Mapping[str, tuple[Form, ...]]] = {
    "reading/kinds/kinds.py": (
        mark_sentence("It speaks of what is to come: “%(words)s”."),
        mark_sentence("It gives a view: “%(words)s” (model score %(score)s)."),
        mark_sentence("It gives a view: “%(words)s”."),
        mark_sentence("It reads as an opinion (model score %(score)s)."),
        mark_sentence("It is a question."),
        mark_sentence("It greets or thanks."),
        mark_sentence("It only says who speaks."),
        mark_sentence("It is a credit line."),
        mark_sentence("It calls on the reader."),
        mark_sentence("It is a heading."),
        mark_sentence("It is too short to state something."),
    ),
    "reading/kinds/checkworthy.py": (
        mark_sentence("It gives a number: “%(words)s”."),
        mark_sentence("It names who is meant: “%(words)s”."),
        mark_sentence("It says that somebody did wrong: “%(words)s”."),
        mark_sentence("It compares: “%(words)s”."),
        mark_sentence("It says when: “%(words)s”."),
        mark_sentence("It is about what touches many: “%(words)s”."),
        mark_sentence("It rests on a document or a count: “%(words)s”."),
        mark_sentence("Less so, because it tells of the speaker's own life: “%(words)s”."),
        mark_sentence("Less so, because it is put cautiously: “%(words)s”."),
        mark_sentence("Less so, because it is given as a view: “%(words)s”."),
        mark_sentence("It is put in the mouth of another: “%(words)s”."),
    ),
    "reading/kinds/uncheckable.py": (
        mark_sentence("The text itself says that this is secret: “%(words)s”."),
        mark_sentence("The text itself says that this cannot be known: “%(words)s”."),
        mark_sentence("Nothing that happens could contradict this: “%(words)s”."),
        mark_sentence("It is put down as known to all, with no source: “%(words)s”."),
        mark_sentence("Nobody in particular says it: “%(words)s”."),
        mark_sentence("It rests on a source that the text does not name: “%(words)s”."),
    ),
    "reading/wording/naming/reasons.py": (
        mark_sentence(
            "“%(left)s” and “%(right)s” stand between the same words in %(sites)s places, such as "
            "“%(example)s”."
        ),
        mark_sentence("A sentence in two articles is the same but for this word."),
        mark_sentence("The two translate the same word in %(pairs)s pairs of sentences."),
        mark_sentence("%(words)s may carry a judgement."),
        mark_sentence(
            "%(first)s writes “%(a)s” in %(b)s and “%(c)s” in %(d)s of its articles, %(second)s "
            "“%(e)s” in %(f)s and “%(g)s” in %(h)s of its articles."
        ),
    ),
    "collect/notices.py": (
        mark_sentence("a disclaimer of the outlet"),
        mark_sentence("a notice of rights"),
        mark_sentence("an invitation to subscribe"),
        mark_sentence("a list of other articles"),
        mark_sentence("the outlet's menu"),
        mark_sentence("the heading of a notice"),
        mark_sentence("a line among the outlet's notices"),
    ),
    "collect/boilerplate.py": (
        mark_sentence("a credit line"),
        mark_sentence("the headline, repeated in the text"),
        mark_sentence("a second headline"),
    ),
    "article.py": (mark_sentence("a notice that the rest is for subscribers"),),
    "collect/consent.py": (mark_sentence("a notice on cookies or of the browser"),),
    "collect/formats/text.py": (mark_sentence("the line that names outlet and date"),),
}
