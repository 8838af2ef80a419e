"""On what a forecast depends, and how sure it is, in words and on a scale."""

import re

CERTAIN, LIKELY, POSSIBLE, UNLIKELY = "certain", "likely", "possible", "unlikely"

_TAIL = r" (?!not\b|any\b|so\b)[^,;:.!?]{4,160}(?:, (?:and|or) (?!the\b)[^,;:.!?]{4,80}(?=,))?"
_ASIDE = r"(?:, [а-яё]+нн(?:ые|ый|ая|ое) [^,;:.!?]{4,60},[^,;:.!?]{2,60})?"
"""A participle in the midst of a condition: "если деревья, высаженные осенью, погибли"."""
_CONDITIONS = {
    "en": re.compile(
        r"(?<!\bas )(?<!\beven )(?<!\bwhat )(?<!\basked )(?<!\bsee )(?<!\bwonder )(?<!\bknow )"
        r"\b(?:only if|if|unless|provided(?: that)?|as long as|so long as|on condition that|"
        rf"in the event|assuming(?: that)?|"
        rf"once(?= (?:the|a|an|it|he|she|they|we|this|that)\b)){_TAIL}|"
        rf"^Should (?:the|a|an|this|that|he|she|it|they|we|[A-Z]\w+)\b{_TAIL}",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        rf"(?<!\bдаже )\bесли (?:выяснится|окажется), что [^,;:.!?]{{4,120}}{_ASIDE}|"
        r"(?<!\bдаже )\b(?:если\b(?! бы\b)|при условии,? что|в случае,? если|в случае\b|"
        rf"как только) [^,;:.!?]{{4,160}}{_ASIDE}",
        re.IGNORECASE,
    ),
    "de": re.compile(r"\b(?:wenn|falls|sofern) [^,;:.!?]{4,160}", re.IGNORECASE),
    "fr": re.compile(r"\b(?:si|à condition que) [^,;:.!?]{4,160}", re.IGNORECASE),
    "es": re.compile(r"\b(?:si|a menos que|siempre que) [^,;:.!?]{4,160}", re.IGNORECASE),
    "pl": re.compile(r"\b(?:jeśli|jeżeli|o ile) [^,;:.!?]{4,160}", re.IGNORECASE),
    "uk": re.compile(r"\b(?:якщо|за умови,? що) [^,;:.!?]{4,160}", re.IGNORECASE),
}  # fmt: skip
_SCALE = {
    "en": (
        (
            UNLIKELY,
            r"unlikely|hardly|doubtful|improbable|(?:not|n['’]t)(?: \w+)? (?:likely|expected)|"
            r"(?:no one|nobody|nothing|none)(?: \w+){0,3} likely|no chance",
        ),
        (
            CERTAIN,
            r"certainly|undoubtedly|no doubt|without (?:a )?doubt|surely|definitely|inevitably|"
            r"inevitable|(?:certain|sure|bound|doomed|destined) to|by all means|guaranteed",
        ),
        (
            LIKELY,
            r"probably|likely|expected|expects?|predicts?|predicted|forecasts?|anticipates?|"
            r"(?:set|poised|projected|slated) to|in all probability",
        ),
        (POSSIBLE, r"possibly|perhaps|maybe|(?-i:may)|might|could|there is a chance"),
    ),
    "ru": (
        (UNLIKELY, r"вряд ли|едва ли|маловероятно|сомнительно"),
        (
            CERTAIN,
            r"непременно|обязательно|безусловно|несомненно|неизбежно|неизбежен|наверняка|точно",
        ),
        (
            LIKELY,
            r"вероятно|скорее всего|видимо|похоже|ожида(?:ется|ются|ет|ют)|прогнозиру\w+|"
            r"предсказыва\w+",
        ),
        (POSSIBLE, r"возможно|может быть|мо(?:жет|гут)|не исключено"),
    ),
    "de": (
        (UNLIKELY, r"kaum|unwahrscheinlich"),
        (CERTAIN, r"sicher(?:lich)?|zweifellos|unausweichlich"),
        (LIKELY, r"wahrscheinlich|voraussichtlich|wohl|dürften?"),
        (POSSIBLE, r"vielleicht|möglicherweise|könnten?"),
    ),
    "fr": (
        (UNLIKELY, r"peu probable|improbable"),
        (CERTAIN, r"certainement|sans aucun doute|inévitable(?:ment)?"),
        (LIKELY, r"probablement|sans doute|devrait|devraient"),
        (POSSIBLE, r"peut-être|pourrait|pourraient"),
    ),
    "es": (
        (UNLIKELY, r"improbable|difícilmente"),
        (CERTAIN, r"sin duda|seguramente|inevitable(?:mente)?"),
        (LIKELY, r"probablemente|es probable|previsiblemente"),
        (POSSIBLE, r"quizás?|tal vez|posiblemente|podría|podrían"),
    ),
    "pl": (
        (UNLIKELY, r"mało prawdopodobne|raczej nie"),
        (CERTAIN, r"na pewno|z pewnością|niewątpliwie|nieuchronnie"),
        (LIKELY, r"prawdopodobnie|zapewne"),
        (POSSIBLE, r"może|mogą|być może"),
    ),
    "uk": (
        (UNLIKELY, r"навряд чи|малоймовірно"),
        (CERTAIN, r"обов['’]язково|безумовно|неминуче|напевно"),
        (LIKELY, r"ймовірно|скоріш за все|очікується"),
        (POSSIBLE, r"можливо|може|можуть"),
    ),
}  # fmt: skip
_COMPILED = {
    language: tuple(
        (likelihood, re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE))
        for likelihood, words in scale
    )
    for language, scale in _SCALE.items()
}
_BOUND_ONLY = re.compile(
    r"\b(?:hopes|promise[sd]?|pledge[sd]?|vow(?:s|ed)|обеща(?:ет|ют|л\w*))\b", re.IGNORECASE
)


def find_condition(text: str, language: str) -> str | None:
    """The "if" of a sentence, in its own words; None when it has none."""
    pattern = _CONDITIONS.get(language)
    match = pattern.search(text) if pattern else None
    return match.group().strip(" \"'”’»)") if match else None


def find_certainty(text: str, language: str, clause: int) -> tuple[str | None, str | None]:
    """The word for how sure a forecast is, and its place on the scale; None where none is given.

    A word in the clause of the forecast counts before one elsewhere; among those of a clause
    what denies ("unlikely") and what is firm count before "may".

    Args:
        text: the sentence.
        language: ISO 639-1.
        clause: where the clause that looks ahead starts in it.
    """
    for start in dict.fromkeys((clause, 0)):
        for likelihood, pattern in _COMPILED.get(language, ()):
            if match := pattern.search(text, start):
                return match.group(), likelihood
    match = _BOUND_ONLY.search(text)
    return (match.group() if match else None), None
