"""The sentences that the stages make in English, by the module that makes them.

A report keeps them as they were made; `retelling.py` finds the sentence that one was made from
and tells it in the reader's language. A test fails where a word of a sentence here no longer
stands in its module, and where the bundled example has a sentence that cannot be retold.

A place `said_…` holds a further sentence or phrase of this list, `each_…` several of them. `num`
and `amount` hold a number, `date…` an ISO date, `language…` codes: these are written as the reader
writes them. All others hold names and quotations, which stay as they are.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from secondsource.messages.marking import Form, mark_count, mark_sentence
from secondsource.messages.stage_names import NAMES
from secondsource.messages.stage_reading import READING
from secondsource.messages.stage_refusals import REFUSALS

_LINEAGE: Final[Mapping[str, tuple[Form, ...]]] = {
    "lineage/edges.py": (
        mark_sentence(
            "%(amount)s words of %(child)s (%(share)s of its own text) stand in %(parent)s in the "
            "same order."
        ),
        mark_sentence(
            "%(amount)s characters of %(child)s (%(share)s of its own text) stand in %(parent)s in "
            "the same order."
        ),
    ),
    "lineage/translation/translate.py": (
        mark_sentence(
            "%(amount)s stretches of %(child)s (%(share)s of it) say in %(language)s what "
            "%(parent)s says in %(language_other)s, in the same order; compared by %(said_how)s."
        ),
        mark_sentence("a network that reads whole sentences"),
        mark_sentence("the meaning of single words"),
    ),
    "lineage/translation/numbers_said.py": (
        mark_sentence(
            "Of %(all)s numbers in these sentences of %(child)s and %(parent)s, %(same)s are the "
            "same in both."
        ),
    ),
    "lineage/compilations.py": (
        mark_sentence("The longer article holds %(texts)s texts that have no words in common."),
    ),
    "lineage/circles.py": (
        mark_sentence(
            "Followed from article to article, the ties lead back here: who was first is not known."
        ),
    ),
    "lineage/roots.py": (
        mark_sentence("%(root)s has the earliest date, %(date)s."),
        mark_count(
            "%(root)s has the earliest date, %(date)s; %(num)s of the others has none.",
            "%(root)s has the earliest date, %(date)s; %(num)s of the others have none.",
        ),
        mark_sentence("%(who)s of the others name %(root)s as where the text comes from."),
        mark_sentence("%(who)s names %(root)s as where the text comes from."),
        mark_sentence("%(root)s has the longest text."),
        mark_sentence("Nothing decides between %(root)s and %(whom)s and %(more)s more."),
        mark_sentence("Nothing decides between %(root)s and %(whom)s."),
    ),
    "lineage/credit.py": (
        mark_sentence("%(who)s names “%(credit)s” as where its text comes from."),
        mark_sentence("It gives the address of %(whom)s."),
        mark_sentence("Both name the same author, in %(whom)s written “%(author)s”."),
        mark_sentence("The credit gives the day on which %(whom)s published."),
        mark_sentence("%(who)s published within %(days)s days of %(whom)s."),
        mark_sentence("%(who)s names a translator, and %(whom)s is in another language."),
    ),
    "lineage/direction/direct.py": (
        mark_sentence("%(child)s credits “%(credit)s”."),
        mark_sentence("%(child)s links to the text at %(parent)s."),
        mark_sentence("%(child)s gives %(parent)s as its canonical address."),
        mark_sentence("Nearly all of %(child)s is found in the longer other text."),
        mark_sentence("%(parent)s names %(third)s; %(child)s names nobody."),
    ),
    "lineage/direction/tells.py": (
        mark_sentence("%(child)s names %(parent)s in its text."),
        mark_sentence("%(child)s has a remark of an editor that the other lacks: %(remark)s"),
        mark_sentence("%(child)s breaks off where %(parent)s goes on."),
        mark_sentence("%(child)s has the headline of %(parent)s in its text."),
        mark_sentence(
            "At %(places)s places within words %(child)s has letters of another script or "
            "characters that are not seen: a faulty conversion leaves them, or they hide a copy."
        ),
        mark_sentence("%(child)s names a translator, %(name)s."),
    ),
    "lineage/direction/timing.py": (
        mark_sentence("%(child)s published on %(date)s, after %(parent)s on %(date_before)s."),
        mark_sentence(
            "%(child)s published on %(date)s, after %(parent)s on %(date_before)s; but it names "
            "%(third)s as where its text comes from."
        ),
        mark_sentence(
            "%(child)s published on %(date)s, after %(parent)s on %(date_before)s; but that names "
            "%(given)s as where its text comes from."
        ),
        mark_sentence(
            "%(child)s published on %(date)s, after %(parent)s on %(date_before)s; but both may "
            "have the words that they share from a third."
        ),
        mark_sentence(
            "%(child)s published on %(date)s, after %(parent)s on %(date_before)s; but it says "
            "that it was updated, and may have stood there before."
        ),
    ),
    "lineage/quoted.py": (
        mark_sentence("All that they share is quoted in both: each may have it from there."),
        mark_sentence("%(child)s has the words in quotation marks, %(parent)s has not."),
    ),
}
_EVIDENCE: Final[Mapping[str, tuple[Form, ...]]] = {
    "evidence/standing.py": (
        mark_count(
            "%(num)s independent origin supports this, in %(said_articles)s.",
            "%(num)s independent origins support this, in %(said_articles)s.",
        ),
        mark_count(
            "%(num)s independent origin disputes this, in %(said_articles)s.",
            "%(num)s independent origins dispute this, in %(said_articles)s.",
        ),
        mark_count("%(num)s article", "%(num)s articles"),
        mark_count("%(num)s outlet", "%(num)s outlets"),
        mark_count(
            "%(said_articles)s, of which %(num)s is a copy or retelling",
            "%(said_articles)s, of which %(num)s are copies or retellings",
        ),
        mark_count(
            "No independent origin supports this: %(num)s article repeats it, all tied to this one "
            "or to its source.",
            "No independent origin supports this: %(num)s articles repeat it, all tied to this one "
            "or to its source.",
        ),
        mark_sentence(
            "No independent origin supports this; the article that does only repeats this one or "
            "its source."
        ),
        mark_sentence(
            "No independent origin supports this; those that do only repeat this one or its source."
        ),
        mark_count(
            "%(num)s further article only repeats this one or its source.",
            "%(num)s further articles only repeat this one or its source.",
        ),
        mark_count(
            "%(num)s of them was there before this article.",
            "%(num)s of them were there before this article.",
        ),
        mark_count(
            "%(num)s of them came after this article.",
            "%(num)s of them came after this article.",
        ),
        mark_sentence("It was there before this article."),
        mark_sentence("All of them were there before this article."),
        mark_sentence("It came after this article."),
        mark_sentence("All of them came after this article."),
        mark_sentence("Searched: %(said_articles)s of %(said_outlets)s."),
        mark_sentence("Searched: %(said_articles)s of %(said_outlets)s, in %(languages)s."),
        mark_sentence(
            "Searched: %(said_articles)s of %(said_outlets)s, from %(date)s to %(date_last)s."
        ),
        mark_sentence(
            "Searched: %(said_articles)s of %(said_outlets)s, in %(languages)s, from %(date)s to "
            "%(date_last)s."
        ),
        mark_sentence("Nothing that was searched supports or disputes this."),
        mark_count(
            "Nothing that was searched supports or disputes this; %(num)s article touches on it "
            "without taking a side.",
            "Nothing that was searched supports or disputes this; %(num)s articles touch on it "
            "without taking a side.",
        ),
        mark_sentence("One independent origin that disputes it would make it contested."),
        mark_sentence("One more independent origin would corroborate it."),
        mark_sentence(
            "One origin that does not go back to this article or its source would be a first; two "
            "would corroborate it."
        ),
        mark_sentence("One independent origin that supports it would make it contested."),
        mark_sentence(
            "No further origin alone would settle it: the two sides have to be weighed by a person."
        ),
        mark_sentence(
            "Any independent origin would change this; it may lie outside of what was searched."
        ),
        mark_sentence("This is an opinion; it cannot be checked against sources."),
        mark_sentence("This is neither a claim nor a forecast; there is nothing to check."),
        mark_sentence("This cannot be checked: %(said_reason)s."),
        mark_sentence("the text gives nothing to look for"),
        mark_sentence("A published record of it would change this."),
        mark_sentence("Nothing that was searched says so too or denies it."),
        mark_sentence("This is a forecast without a date."),
        mark_sentence("A date by which it should come true."),
        mark_sentence(
            "This is a forecast for %(date)s; nothing that was searched is later than that."
        ),
        mark_sentence("Articles from after %(date)s would show whether it came true."),
    ),
    "evidence/parts.py": (
        mark_sentence("It holds %(facts)s facts, looked up one by one: %(each_fact)s."),
        mark_sentence("“%(fact)s” is corroborated"),
        mark_sentence("“%(fact)s” has one other source"),
        mark_sentence("“%(fact)s” is only echoed"),
        mark_sentence("“%(fact)s” is disputed"),
        mark_sentence("“%(fact)s” is contested"),
        mark_sentence("“%(fact)s” is not found"),
        mark_sentence("“%(fact)s” is not checkable"),
    ),
    "evidence/said.py": (
        mark_sentence("No other report was found in which %(source)s says this."),
        mark_count(
            "%(num)s other article has %(source)s say this, but from this article or with its "
            "words.",
            "%(num)s other articles have %(source)s say this, but from this article or with its "
            "words.",
        ),
        mark_count(
            "%(num)s other article has %(source)s say this: %(said_reports)s independent of this "
            "one.",
            "%(num)s other articles have %(source)s say this: %(said_reports)s independent of this "
            "one.",
        ),
        mark_count("%(num)s report", "%(num)s reports"),
    ),
    "evidence/origins/piece.py": (
        mark_sentence("Only %(name)s has it, from %(whom)s; nothing ties it to the other pieces."),
        mark_sentence("%(name)s has it from %(whom)s; nothing ties it to the other pieces."),
        mark_sentence("%(name)s says it in its own words; nothing ties it to the other pieces."),
        mark_sentence("%(name)s touches on it; nothing ties it to the other pieces."),
    ),
    "evidence/origins/ties.py": (
        mark_sentence("Both are the same passage of %(name)s: “%(quote)s”."),
        mark_sentence("%(name)s has a translation of the same text: “%(quote)s”."),
        mark_sentence("%(left)s and %(right)s have the same text: “%(quote)s”."),
        mark_sentence("%(left)s and %(right)s both quote %(said_voice)s beside it."),
        mark_sentence("%(left)s and %(right)s both have it from %(said_voice)s."),
        mark_sentence("%(left)s and %(right)s both quote %(whom)s, or %(other)s beside it."),
        mark_sentence("%(left)s and %(right)s both have it from %(whom)s, or %(other)s."),
        mark_sentence("%(left)s and %(right)s both quote %(whom)s beside it."),
        mark_sentence("%(left)s and %(right)s both have it from %(whom)s."),
        mark_sentence("%(left)s and %(right)s both have it from one author, %(whom)s."),
        mark_sentence("%(left)s and %(right)s both belong to %(owner)s."),
        mark_sentence("%(left)s credits %(right)s."),
        mark_sentence("Both are from %(name)s."),
        mark_sentence("Both stand in one article of %(name)s."),
    ),
    "evidence/origins/voicematch.py": (
        mark_sentence("the unnamed source “%(whom)s”"),
        mark_sentence("“%(left)s” and “%(right)s”, probably the same body"),
        mark_sentence("“%(left)s” and “%(right)s”, probably one person"),
    ),
    # Where many pieces have one reason, their names are told in one sentence.
    "evidence/origins/group.py": (
        mark_sentence("%(left)s and %(right)s all quote %(said_voice)s beside it."),
        mark_sentence("%(left)s and %(right)s all have it from %(said_voice)s."),
        mark_sentence("%(left)s and %(right)s all quote %(whom)s, or %(other)s beside it."),
        mark_sentence("%(left)s and %(right)s all have it from %(whom)s, or %(other)s."),
        mark_sentence("%(left)s and %(right)s all quote %(whom)s beside it."),
        mark_sentence("%(left)s and %(right)s all have it from %(whom)s."),
        mark_sentence("%(left)s and %(right)s all have it from one author, %(whom)s."),
        mark_sentence("%(left)s and %(right)s all belong to %(owner)s."),
        mark_count("And %(num)s more tie.", "And %(num)s more ties."),
    ),
    "review/bases.py": (
        mark_sentence(
            "%(name)s takes a side as a person says; whom it has it from was not read, so that it "
            "may go back to the same source as others."
        ),
    ),
    "evidence/origins/make.py": (mark_sentence("Goes back to the article examined."),),
    "evidence/origins/credit.py": (
        mark_sentence("%(name)s links to %(whom)s."),
        mark_sentence("%(name)s cites %(whom)s."),
        mark_sentence("%(name)s names %(whom)s."),
        mark_sentence("%(name)s runs copy of %(whom)s."),
        mark_sentence("%(name)s credits %(whom)s, which has the same text as %(other)s."),
        mark_sentence("%(name)s links to %(whom)s, which has the same text as %(other)s."),
        mark_sentence("%(name)s cites %(whom)s, which has the same text as %(other)s."),
        mark_sentence("%(name)s names %(whom)s, which has the same text as %(other)s."),
        mark_sentence("%(name)s runs copy of %(whom)s, which has the same text as %(other)s."),
    ),
    "evidence/finding.py": (
        mark_sentence("This is a circle: %(each_step)s."),
        mark_sentence("This is a chain: %(each_step)s."),
    ),
    "evidence/origins/path.py": (
        mark_sentence("%(name)s links to %(whom)s"),
        mark_sentence("%(name)s cites %(whom)s"),
        mark_sentence("%(name)s names %(whom)s"),
        mark_sentence("%(name)s runs copy of %(whom)s"),
        mark_sentence("%(name)s credits %(whom)s"),
        mark_sentence("%(name)s copies %(whom)s"),
        mark_sentence("%(name)s translates %(whom)s"),
        mark_sentence("%(name)s excerpts %(whom)s"),
    ),
    "evidence/stance/corrected.py": (
        mark_sentence("What the passage sets aside is of a kind that the claim does not have."),
        mark_sentence("The passage says that the claim's number is not the right one."),
        mark_sentence("The passage says that the claim's date is not the right one."),
        mark_sentence("The passage says that the claim's name is not the right one."),
        mark_sentence("The passage gives the claim's number in the place of a wrong one."),
        mark_sentence("The passage gives the claim's date in the place of a wrong one."),
        mark_sentence("The passage gives the claim's name in the place of a wrong one."),
    ),
    "evidence/stance/denied.py": (
        mark_sentence("Claim and passage both say that something is not so, of the same thing."),
        mark_sentence("The passage says, in the claim's words, that it is not so."),
        mark_sentence(
            "The claim says that something is not so; the passage has none of its words."
        ),
    ),
    "evidence/stance/paraphrase.py": (
        mark_sentence(
            "It is in an article on the same matter and has all of the claim's numbers from four "
            "on, dates left out."
        ),
        mark_sentence(
            "It is in an article on the same matter and has some of the claim's numbers from four "
            "on, dates left out."
        ),
        mark_sentence(
            "It is in an article on the same matter and has none of the claim's numbers from four "
            "on, dates left out."
        ),
        mark_sentence("It is in an article on the same matter."),
        mark_sentence("Without that, the score for support is %(score)s."),
    ),
    "evidence/stance/rules.py": (
        mark_sentence("The claim is that it was admitted; here it is denied."),
        mark_sentence("The claim is that it was denied, and here it is."),
        mark_sentence("The accused denies it: that tells what he says, not what happened."),
        mark_sentence("The passage tells what was said and calls it false."),
        mark_sentence("The passage says that it has not been confirmed or decided."),
        mark_sentence(
            "The passage says that it may be so or is meant to be so, the claim that it is."
        ),
        mark_sentence(
            "The passage gives a count that is not final or not exact: it leaves both open."
        ),
        mark_sentence("The passage gives another number of the same."),
        mark_sentence("The numbers are the same."),
        mark_sentence("The passage's number fits the claim's."),
        mark_sentence("The passage has another date than the claim."),
        mark_sentence("The passage names a weekday only: whether that is the claim's day is open."),
    ),
    "evidence/stance/verbatim.py": (
        mark_sentence("The passage says it in the claim's own words."),
    ),
    "factcheck/reviews/differences.py": (
        mark_sentence("The claim has the number %(ours)s, the fact-check %(theirs)s."),
        mark_sentence("Only the claim has a word of denial: one may deny what the other says."),
        mark_sentence(
            "Only the fact-check has a word of denial: one may deny what the other says."
        ),
        mark_sentence("Only the claim names %(ours)s, only the fact-check %(theirs)s."),
    ),
    "factcheck/reviews/explain.py": (
        mark_sentence("Both have %(words)s."),
        mark_sentence("Both give the number %(numbers)s."),
        mark_sentence("A language network puts the two close together (%(score)s of 1)."),
        mark_sentence("A language network puts the two not far apart (%(score)s of 1)."),
        mark_sentence("A language network puts the two apart (%(score)s of 1)."),
    ),
}
_ALL: Final = (_LINEAGE, READING, _EVIDENCE, NAMES, REFUSALS)
SENTENCES: Final[Mapping[str, tuple[Form, ...]]] = MappingProxyType(
    {
        module: tuple(form for part in _ALL for form in part.get(module, ()))
        for module in dict.fromkeys(module for part in _ALL for module in part)
    }
)


def list_forms() -> Iterator[Form]:
    """Every sentence, once."""
    yield from dict.fromkeys(form for forms in SENTENCES.values() for form in forms)
