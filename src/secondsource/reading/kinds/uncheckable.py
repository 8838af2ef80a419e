"""Whether a statement cannot be checked by its own words, and which words say so.

Four cases. It is *secret*: the text itself says that what it speaks of is withheld. It *cannot
be known*: the text says that nobody can find out. It is *unfalsifiable*: "history will judge",
"everyone knows". It is in *nobody's mouth*: "some people say". The last two leave a statement
checkable when it gives something to look for: a number, a name, a day, a document.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.article import Signal
from secondsource.reading.lowered import QuickPattern, lower_pattern, quicken

SECRET = "says_it_is_secret"
UNKNOWABLE = "says_it_cannot_be_known"
UNFALSIFIABLE = "nothing_could_contradict_it"
TAKEN_AS_KNOWN = "taken_as_known"
VAGUE_VOICE = "said_by_nobody_in_particular"
_CLOSING = frozenset({SECRET, UNKNOWABLE, UNFALSIFIABLE})
UNCHECKABLE = _CLOSING | {TAKEN_AS_KNOWN, VAGUE_VOICE}
"""The names of all signals of this module that speak of what a statement itself says."""
_HARD = frozenset({"gives_number", "names_actor", "gives_date", "refers_to_document"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a statement cannot be checked; `sentence` is shown with the words."""

    name: str
    sentence: str
    english: QuickPattern
    russian: re.Pattern[str]

    def search(self, text: str, lowered: str, language: str | None) -> re.Match[str] | None:
        """The words of a sentence that show the case."""
        if language == "ru":
            return self.russian.search(text)
        return self.english.search(text, lowered)


_BEFORE = r"(?<!\w)[^.,;:]{0,40}"
"""The words before, up to a mark: shown with what says that something is secret."""


_DOCUMENT = (
    r"\b(?:documents?|files?|reports?|records?|papers?|e-?mails?|names?|details?|findings?|results?|"
    r"transcripts?|footage|videos?|recordings?|tapes?|images?|photos?|photographs?|pictures?|data|"
    r"figures|information|statements?|letters?|memos?|memorandums?|stud(?:y|ies)|audits?|contracts?|"
    r"agreements?|texts?|identit(?:y|ies)|versions?|lists?|dossiers?|evidence|minutes|accounts|"
    r"indictments?|affidavits?|warrants?|verdicts?|complaints?|testimon(?:y|ies)|plans?|terms|"
    r"cause|motives?|numbers?)\b[^.,;:]{0,60}"
)
"""What is released, or sealed, as a secret is; hostages and borders are so otherwise."""


def _case(name: str, sentence: str, english: str, russian: str) -> Way:
    """A case; the words before what it says are not looked for first: they may be any."""
    bare = english.removeprefix(_BEFORE).replace(_DOCUMENT, "")
    quick = QuickPattern(
        re.compile(english, re.IGNORECASE), lower_pattern(re.compile(bare, re.IGNORECASE))
    )
    return Way(name, sentence, quick, re.compile(russian, re.IGNORECASE))


WAYS = (
    _case(
        SECRET,
        "The text itself says that this is secret: “{words}”.",
        rf"{_BEFORE}\b(?:is|are|remains?|stays?|has been|have been|(?:is|are|was|were|"
        r"been|"
        r"being)(?: \w+)? kept)(?: still| largely| partly)? "
        r"(?:classified(?=\W*(?:[.,;:!?]|$)| (?:and|but|information|material)\b)|(?:confidential|"
        r"undisclosed|"
        r"unpublished)\b(?! (?:from the|as|in|by|off|with|\w+s\b)\b)|"
        r"(?:secret|hidden)(?= (?:and|but)\b|\W*(?:[.,;:!?]|$)))|"
        r"\b(?:sources?|documents?|information|names?)(?: (?:that|which|who|whom))? "
        r"(?:cannot|can't|can’t) be (?:named|revealed|disclosed|published|identified)|"
        r"\b(?:has|have|was|were) (?:never|not) been (?:published|disclosed|revealed|"
        r"made public)\b(?! (?:in|until|by|before)\b)|"
        rf"{_DOCUMENT}\b(?:(?:has|have|was|were) (?:never|not) been released|"
        r"(?:is|are|remains?|stays?|has been|have been)(?: still| largely| partly)? sealed)\b"
        r"(?! (?:in|until|by|before|off|with)\b)|\bnot at liberty to (?:say|tell|disclose)|"
        r"\bbehind closed doors\b[^.;:]{0,40}\b(?:(?:not|never) been (?:told|published)|"
        r"nobody knows)\b|"
        r"\b(?:won't|won’t|will not|not) be (?:allowed|told|permitted|given) to know[^.,;]{0,30}",
        r"(?<!\w)[^.,;:]{0,40}\b(?:засекречен\w*|строго секретн\w+|держ[аи]т(?:ся)? в (?:тайне|"
        r"секрете)|хран[яи]т(?:ся)? в (?:тайне|секрете)|не разглаша\w+|не раскрыва\w+ся)|"
        r"\bне (?:может|могут|вправе) (?:назвать|раскрыть|разгласить)\b|"
        r"\bне был[аои]? (?:опубликован|обнародован|раскрыт)\w*\b(?! (?:в|до)\b)",
    ),
    _case(
        UNKNOWABLE,
        "The text itself says that this cannot be known: “{words}”.",
        r"\b(?:we|you|they) (?:will|may|might|can) never know\b|"
        r"\b(?:nobody|no one|no-one) (?:(?:knows|(?:will|can) (?:ever )?(?:know|say|"
        r"tell))(?= (?:who|"
        r"what|how|why|where|when|whether|if|for sure|exactly)\b|\W*$)|can (?:ever )?(?:prove|"
        r"verify))"
        r"\b|\b(?:cannot|can't|can’t|can never) be (?:proved|proven|known|verified)\b|"
        r"\b(?:is|are|be|remains?) (?:\w+ )?impossible to (?:know|prove|verify|tell)\b|"
        r"\bthere(?: is|['’]s) no way (?:of knowing|to (?:know|prove|verify|tell))\b",
        r"\b(?:никогда не узна\w+|никто (?:не|никогда не) (?:знает|узна[её]т|может (?:доказать|"
        r"сказать|знать))|(?:невозможно|нельзя) (?:узнать|доказать|проверить|установить))\b",
    ),
    _case(
        UNFALSIFIABLE,
        "Nothing that happens could contradict this: “{words}”.",
        r"\b(?:history|posterity) will (?:judge|decide|tell|remember)\b|\b(?:only )?time will "
        r"(?:tell|show|judge)\b",
        r"\bистория (?:рассудит|покажет|осудит)\b|\bвремя (?:покажет|рассудит)\b",
    ),
    _case(
        TAKEN_AS_KNOWN,
        "It is put down as known to all, with no source: “{words}”.",
        r"\b(?:every(?:one|body) knows|as (?:every(?:one|body)|we all) knows?|it is no secret|"
        r"it['’]s no secret|it is well known|it is common knowledge|it goes without saying)\b",
        r"\b(?:все знают|всем известно|ни для кого не секрет|не секрет, что|общеизвестно|"
        r"как известно|само собой разумеется)\b",
    ),
    _case(
        VAGUE_VOICE,
        "Nobody in particular says it: “{words}”.",
        r"\b(?:some|many|most|a lot of|plenty of)(?: (?:people|observers|critics|experts|of us|"
        r"voters))? (?:say|says|believe|think|fear|argue|claim|feel|suspect)\b|"
        r"\b(?:critics|observers|insiders|skeptics|sceptics) (?:say|believe|argue|fear|"
        r"claim|suspect)\b|\bit is (?:widely |often |generally )?(?:said|believed|thought|"
        r"rumou?red|"
        r"claimed|feared)\b|\bthere are those who\b|\brumou?r has it\b|^they say\b",
        r"\b(?:многие|некоторые|кое-кто|критики|наблюдатели|люди)(?: \w+)? (?:считают|думают|"
        r"полагают|говорят|уверены|опасаются|утверждают)\b|^говорят\b|\bпоговаривают\b|"
        r"\b(?:ходят|ходили) слухи\b|\bпо слухам\b|^считается\b",
    ),
)  # fmt: skip
CASES = frozenset(case.name for case in WAYS)
_UNNAMED = quicken(
    re.compile(
        r"\bon (?:the )?condition of anonymity|\b(?:asked|declined|refused|did not want|requested)"
        r"(?: that \w+)? (?:not )?to be (?:named|identified)|\banonymous(?:ly)?\b|\bunnamed\b|"
        r"\bна условиях анонимности|\bпожела\w+ остаться неназванн\w+|\bисточник\w* (?:в|издания|"
        r"агентства)\b|\bанонимн\w+",
        re.IGNORECASE,
    )
)
MakeSignal = Callable[[str, float, str, re.Match[str]], Signal]


def find_uncheckable(
    text: str, lowered: str, language: str | None, make: MakeSignal
) -> Iterator[Signal]:
    """What the words of a sentence say against checking it, or of a source that is not named.

    Args:
        text: the sentence.
        lowered: the same in small letters.
        language: ISO 639-1; "ru" has patterns of its own, all others are read with the English.
        make: makes a signal of its name, weight, sentence and match.
    """
    for case in WAYS:
        if match := case.search(text, lowered, language):
            yield make(case.name, 1.0, case.sentence, match)
    if match := _UNNAMED.search(text, lowered):
        sentence = "It rests on a source that the text does not name: “{words}”."
        yield make("source_unnamed", 0.9, sentence, match)


def says_secret(text: str, language: str | None) -> bool:
    """Whether a sentence or clause says of what it tells that it is withheld."""
    secret = next(case for case in WAYS if case.name == SECRET)
    return secret.search(text, text.lower(), language) is not None


def is_closed(signals: Sequence[Signal]) -> bool:
    """Whether the signals of a statement say that it cannot be checked."""
    names = {signal.name for signal in signals}
    if names & _CLOSING:
        return True
    return bool(names & {TAKEN_AS_KNOWN, VAGUE_VOICE}) and not names & _HARD
