"""The words under which a text is found: folded, stemmed by language, bigrams where no spaces are.

The same functions serve the text that is indexed and the query that looks for it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from secondsource.sentences import replace_surrogates

# The Snowball stemmers that tantivy carries. Arabic and Tamil are among the scripts whose
# vowel signs end a word for the quick tokenizer, hence the second one below.
_STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "nb": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
_WITH_VOWEL_SIGNS = ("ar", "ta")
_LONGEST_WORD_BYTES = 100
_SHORTEST_STEM, _ENDING = 4, 2  # letters
_ONE_WORD = 30  # characters

# Scripts written without spaces (Chinese, Japanese, Thai, Lao, Burmese, Khmer), and Korean,
# whose words carry particles: for these a text is found by pairs of characters.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED_RUN = re.compile(f"[{UNSPACED}]+")
# Stress marks, Arabic and Hebrew points, soft hyphens, joiners: shown or not, the word is one.
_IGNORED = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]"
)


def index_words(text: str, language: str | None) -> list[str]:
    """The words of a text as they are indexed and looked up, in order.

    Args:
        text: any text.
        language: ISO 639-1 code; decides the stemmer. Without one, words stay as they are.
    """
    code = _main_language(language)
    return list(_cut_word(text, code)) if len(text) <= _ONE_WORD else _cut(text, code)


@lru_cache(maxsize=65_536)
def _cut_word(word: str, code: str) -> tuple[str, ...]:
    """The same for what is so short that it comes back in query after query."""
    return tuple(_cut(word, code))


def _cut(text: str, code: str) -> list[str]:
    analyzer, folded = _analyzer(code), _fold(text)
    try:
        return analyzer.analyze(folded)
    except UnicodeEncodeError:  # half of a surrogate pair, as a shell passes on broken bytes
        return analyzer.analyze(replace_surrogates(folded))


def query_words(text: str, languages: Iterable[str | None]) -> list[str]:
    """The words to look for when the texts may be in any of these languages; each word once."""
    known = sorted({_main_language(language) for language in languages})
    found = (word for language in known for word in index_words(text, language))
    return list(dict.fromkeys(found))


def has_stemmer(language: str | None) -> bool:
    """Whether the forms of a word are one index word in this language."""
    return bool(_main_language(language))


def cut_ending(word: str) -> str:
    """How all forms of a word begin, roughly; empty for a word too short to tell."""
    if len(word) < _SHORTEST_STEM or not word.isalpha():
        return ""
    (cut,) = index_words(word, None) or ("",)
    return cut[: max(_SHORTEST_STEM, len(cut) - _ENDING)]


@lru_cache(maxsize=256)
def _main_language(language: str | None) -> str:
    """The stemmer's language code; empty when there is no stemmer for it."""
    code = (language or "").replace("_", "-").partition("-")[0].lower()
    return code if code in _STEMMERS else ""


def _fold(text: str) -> str:
    """One spelling for what readers take for one spelling."""
    if text.isascii():
        return text
    folded = _IGNORED.sub("", unicodedata.normalize("NFKC", text))
    folded = folded.replace("ё", "е").replace("Ё", "Е")
    return _UNSPACED_RUN.sub(_space_pairs, folded)


def _space_pairs(run: re.Match[str]) -> str:
    characters = run[0]
    pairs = (characters[at : at + 2] for at in range(max(1, len(characters) - 1)))
    return f" {' '.join(pairs)} "


@cache
def _analyzer(language: str) -> TextAnalyzer:
    has_quick_words = language in _STEMMERS and language not in _WITH_VOWEL_SIGNS
    tokenizer = Tokenizer.simple() if has_quick_words else Tokenizer.regex(r"[\p{L}\p{M}\p{N}]+")
    builder = TextAnalyzerBuilder(tokenizer)
    builder = builder.filter(Filter.remove_long(_LONGEST_WORD_BYTES)).filter(Filter.lowercase())
    if language:
        builder = builder.filter(Filter.stemmer(_STEMMERS[language]))
    return builder.filter(Filter.ascii_fold()).build()
