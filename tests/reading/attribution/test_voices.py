"""Who says what: English by grammar and marks, other languages by marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.article import Span
from secondsource.reading.attribution.voices import (
    assign_voices,
    find_attributions,
    find_attributions_batch,
)
from secondsource.reading.statement import AUTHOR, Attribution, Quotation, Source, Voice, Words
from secondsource.sentences import split_sentences

STORY = (
    "Interior Minister Marta Vellin said on Monday that the bridge was safe. She added that "
    "nobody had been hurt. “We checked it twice,” the minister told reporters.\n\n"
    "Engineer Boris Talkin disagreed. According to Talkin, the north pillar is cracked. He "
    "accused the ministry of hiding a report.\n\n"
    "Peter Drumm met Oleg Harrow, and later he said that it was over. Anna Drumm left. "
    "Drumm denied that it was over."
)


def test_sources_are_resolved_to_full_names_or_to_nobody() -> None:
    entities = {a.source.text: a.source.entity for a in find_attributions(STORY, "en") if a.source}
    assert entities["She"] == "Marta Vellin"
    assert entities["the minister"] == "Marta Vellin"
    assert entities["Talkin"] == "Boris Talkin"
    assert entities["He"] == "Boris Talkin"
    assert entities["he"] is None, "two men fit"
    assert entities["Drumm"] is None, "two people of that name"


def test_the_voice_of_each_sentence() -> None:
    text = (
        "The bridge closed. Marta Vellin told reporters on Monday that the bridge was safe. “It "
        "was checked. It will stand. Nobody was hurt,” she said. I think that the bridge is old."
    )
    assert _speakers(text, "en") == [
        None,
        "Marta Vellin",
        "Marta Vellin",
        "Marta Vellin",
        "Marta Vellin",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marta Vellin supports the closing of the bridge.", None),
        ("Marta Vellin seeks to control the council and the mayor.", None),
        ("Marta Vellin vowed to close the bridge.", "Marta Vellin"),
        ("Marta Vellin called the report “a farce from end to end”.", "Marta Vellin"),
    ],
)
def test_what_somebody_wants_or_supports_is_the_authors_word(
    text: str, speaker: str | None
) -> None:
    assert _speakers(text, "en") == [speaker]


def test_a_voice_within_a_voice() -> None:
    text = "Marta Vellin said that Boris Talkin believes that the north pillar will break soon."
    [voice] = assign_voices(text, "en", split_sentences(text, "en"), find_attributions(text, "en"))
    assert voice.source is not None
    assert voice.source.entity == "Marta Vellin"
    assert voice.nested is not None
    assert voice.nested.source is not None
    assert voice.nested.source.entity == "Boris Talkin"


# a sentence and its voices from the outermost in: the words of each source; none is the author
VOICES: list[tuple[str, list[str | None]]] = [
    # attributions within attributions
    ("Radin says that NATO fears that the two states will unite.", ["Radin", "NATO"]),
    ("Vellin said that Talkin told her that the bridge would fall.", ["Vellin", "Talkin"]),
    ("Vellin said officials believed that the bridge would fall soon.", ["Vellin", "officials"]),
    # nobody is named
    ("It was reported that the bridge was closed.", [None]),
    ("It is believed that the bridge was closed in the spring.", [None]),
    ("The bridge is said to be unsafe.", [None]),
    ("The mayor is alleged to have taken bribes.", [None]),
    ("The bridge was reportedly closed in the spring.", [None]),
    ("The bridge was supposedly safe.", [None]),
    (
        "Officials familiar with the matter said it was closed.",
        ["Officials familiar with the matter"],
    ),
    ("A source close to the ministry said it was closed.", ["A source close to the ministry"]),
    # the author's own word, and what is only put into another's mouth
    ("I believe that the bridge is safe.", []),
    ("In my view, the bridge is safe.", []),
    ("They would have you believe that the bridge is safe.", []),
    ("He waved, as if to say that the bridge was safe.", []),
    ("The so-called “safe bridge” fell.", []),
    ("The “safe” bridge fell.", []),
    # what somebody should or did not say
    ("The Vellin campaign should say that the bridge is safe.", []),
    ("She declined to say whether the bridge was safe.", []),
    ("Vellin did not say that the bridge was safe.", []),
    ("Vellin denied that the bridge was safe.", ["Vellin"]),
    # a dateline is no part of the source
    ("ORRIN (Harbour Wire) — Anna Vellin said that it was over.", ["Anna Vellin"]),
    ("ORRIN, Monday — Anna Vellin said that it was over.", ["Anna Vellin"]),
]


@pytest.mark.parametrize(("text", "sources"), VOICES)
def test_voices_from_the_outermost_in(text: str, sources: list[str | None]) -> None:
    voices = assign_voices(text, "en", [Span(0, len(text))], find_attributions(text, "en"))
    found: list[str | None] = []
    voice: Voice | None = voices[0]
    while voice is not None and voice.type == "attributed":
        found.append(voice.source.text if voice.source else None)
        voice = voice.nested
    assert found == sources


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Anna Vellin says: the bridge is a threat. And that the whole valley knows it.",
            ["Anna Vellin", "Anna Vellin"],
        ),
        ("Anna Vellin says: the bridge is a threat. And that is wrong.", ["Anna Vellin", None]),
        (
            "Anna Vellin says: the bridge is a threat.\n\nAnd that the valley knows.",
            ["Anna Vellin", None],
        ),
    ],
)
def test_a_sentence_that_opens_with_and_that_goes_on(text: str, speakers: list[str]) -> None:
    assert _speakers(text, "en") == speakers


def test_a_sentence_mostly_of_the_author_is_the_authors() -> None:
    text = "The long and costly closing of the old bridge, safe as she said, went on for years."
    start = text.index("safe")
    attribution = Attribution(
        Source("she", Span(start + 8, start + 11)),
        Words("said", Span(start + 12, start + 16)),
        (Span(start, start + 4),),
        Quotation.INDIRECT,
    )
    assert assign_voices(text, "en", [Span(0, len(text))], [attribution]) == (AUTHOR,)


def test_languages_without_a_table_give_their_quotations_without_a_source() -> None:
    text = "Ministern klev fram. ”Bron är säker och förblir öppen”, sade hon."
    [attribution] = find_attributions(text, "sv")
    assert attribution.source is None
    assert [p.of(text) for p in attribution.content] == ["”Bron är säker och förblir öppen”"]


@pytest.mark.parametrize("language", ["en", "ru", "de"])
@pytest.mark.parametrize(
    "text", ["\ud800 said “it\udfff is”.", "(«" * 500, "А " * 2000, "''" * 500, "он сказал, " * 500]
)
def test_broken_text_is_read_all_the_same(text: str, language: str) -> None:
    for attribution in find_attributions(text, language):
        assert all(0 <= p.start < p.end <= len(text) for p in attribution.content)
    assert split_sentences(text, language)


def test_a_batch_gives_what_single_texts_give() -> None:
    texts = [
        STORY,
        "",
        "Marta Vellin said that the bridge was safe.",
        "Vellin said that the bridge was “safe for now” and would stay open.",
    ]
    single = [find_attributions(text, "en") for text in texts]
    assert list(find_attributions_batch(texts, "en")) == single


FRAGMENTS = (
    'Vellin| said| that| the bridge| fell|. |“|”|"|,|: |\n\n| she| told| him|’s| —| according to'
    "| claim|It |I "
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(FRAGMENTS.split("|")), max_size=25),
    st.sampled_from(["en", "ru", "fr"]),
)
def test_spans_stay_in_the_text_and_match_their_words(parts: list[str], language: str) -> None:
    text = "".join(parts)
    attributions = find_attributions(text, language)
    for attribution in attributions:
        for words in (attribution.source, attribution.cue):
            assert words is None or words.span is None or words.span.of(text) == words.text
        ends = [0]
        for piece in attribution.content:
            assert ends[-1] <= piece.start < piece.end <= len(text)
            ends.append(piece.end)
    sentences = split_sentences(text, language)
    assert len(assign_voices(text, language, sentences, attributions)) == len(sentences)


def _speakers(text: str, language: str) -> list[str | None]:
    sentences = split_sentences(text, language)
    voices = assign_voices(text, language, sentences, find_attributions(text, language))
    return [_speaker(voice) for voice in voices]


def _speaker(voice: Voice) -> str | None:
    return voice.source.entity if voice.source else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fishing boats from two villages were told to stay in port.", "author"),
        ("The crew was told that the lock was shut.", "attributed"),
        ("The lock is believed to be shut.", "attributed"),
    ],
)
def test_an_order_in_the_passive_is_the_word_of_the_author(text: str, kind: str) -> None:
    [voice] = assign_voices(text, "en", split_sentences(text, "en"), find_attributions(text, "en"))
    assert voice.type == kind
