"""The language of a text, as py3langid tells it.

The method is langid.py's: naive Bayes over the byte sequences that tell languages apart (Lui and
Baldwin 2012, "langid.py: An Off-the-shelf Language Identification Tool"). The probabilities are
those of the package, which allows for a text's length.
"""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SAMPLE = 800
_SURE = 0.9
"""From which a language is told; docs/collect.md has how many of NTREX's sentences are right."""
_LIKELY = 0.6
"""The share among the languages read from which a text in Latin letters is not read as English."""
_LAST_LATIN = "\u024f"
_ALIKE = frozenset({"an", "br", "eo", "ht", "jv", "la", "nn", "oc", "vo", "wa"})
"""Languages of few newspapers that take short texts of the languages beside them."""
_READ = frozenset({"en", "ru", "uk", "be", "de", "fr", "es", "pl", "kk", "tr", "ar", "zh", "ja"})
DETECTED = _READ | {
    *("az", "bg", "cs", "da", "fi", "hu", "id", "it", "ky", "mk"),
    *("nl", "no", "pt", "ro", "sk", "sr", "sv", "vi"),
}
"""The languages that are told so well that a page which states another one is not believed."""


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in, or None when unsure.

    Args:
        text: any text; the first 800 code points decide.
    """
    code, probability = _rank(text)[0]
    return code if probability >= _SURE else None


def guess_language(text: str) -> str:
    """The language to read a text in: the one detected, else the likeliest of those read.

    Where that is not likely enough either, as in two or three Latin names, it is English.
    """
    ranked = _rank(text)
    if ranked[0][1] >= _SURE:
        return ranked[0][0]
    read = [(code, probability) for code, probability in ranked if code in _READ]
    code, probability = read[0]
    is_likely = probability >= _LIKELY * sum(each for _, each in read)
    return code if is_likely or _has_other_letters(text[:_SAMPLE]) else "en"


@cache
def _open_identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(
        [code for code in identifier.labels if len(code) == len("en") and code not in _ALIKE]
    )
    return identifier


def _rank(text: str) -> list[tuple[str, float]]:
    """The languages with their probabilities, the likeliest first."""
    ranked: list[tuple[str, float]] = _open_identifier().rank(text[:_SAMPLE])
    return ranked


def _has_other_letters(sample: str) -> bool:
    """Whether most of the letters are not Latin."""
    letters = [letter for letter in sample if letter.isalpha()]
    return 2 * sum(letter > _LAST_LATIN for letter in letters) > len(letters)
