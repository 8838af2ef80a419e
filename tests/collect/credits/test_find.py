"""Credits: a table of credit lines, and what each says.

Each case is a short article; `~` stands for a paragraph of ordinary prose. All persons and
outlets are invented, agencies apart.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Article
from secondsource.collect.assemble import complete_article
from secondsource.collect.credits.find import find_credits, read_origin

PROSE = (
    "The harbour council met on Tuesday to talk about the price of mooring, and nobody was "
    "surprised when the meeting ended without a vote. Fishermen had filled the gallery by noon."
)
RUSSIAN_PROSE = (
    "Портовый совет собрался во вторник, чтобы обсудить плату за стоянку, и никто не удивился, "
    "когда заседание закончилось без голосования. Рыбаки заполнили галерею к полудню."
)

CASES = [
    # English: labels at the top
    ("By Mara Quill\n~", ["author Mara Quill"]),
    ("By MARA QUILL and TOM ASHBY\n~", ["author MARA QUILL", "author TOM ASHBY"]),
    ("By Mara Quill, Staff Writer\n~", ["author Mara Quill"]),
    ("By Mara Quill | 4 May 2021\n~", ["author Mara Quill"]),
    ("By Mara Quill, 4 May 2021\n~", ["author Mara Quill 2021-05-04"]),
    ("By Mara Quill in Port Ellery\n~", ["author Mara Quill"]),
    ("Written by Mara Quill\n~", ["author Mara Quill"]),
    ("Author: Mara Quill\n~", ["author Mara Quill"]),
    ("By Reuters\n~", ["wire Reuters"]),
    (
        "Original article: Pavel Dorin – vestnik-zaliva.example\n~",
        ["author Pavel Dorin", "original_outlet vestnik-zaliva.example"],
    ),
    (
        "Translation: Mara Quill & Tom Ashby – Tide Watch – 03/02/2021\n~",
        [
            "translator Mara Quill 2021-02-03",
            "translator Tom Ashby 2021-02-03",
            "republished_from Tide Watch 2021-02-03",
        ],
    ),
    ("Translated by Mara Quill\n~", ["translator Mara Quill"]),
    ("~\nTranslated from the Russian by Mara Quill.", ["translator Mara Quill"]),
    ("~\n(Translated by Mara Quill.)", ["translator Mara Quill"]),
    ("~\nTranslated by Mara Quill. Edited by Tom Ashby.", ["translator Mara Quill"]),
    # English: where it was published
    (
        "~\nThis article was first published by The Quay Gazette on 12 March 2020.",
        ["original_outlet The Quay Gazette 2020-03-12"],
    ),
    ("~\nThis story originally appeared in Tide Watch.", ["original_outlet Tide Watch"]),
    ("~\nOriginally published in the Quay Gazette.", ["original_outlet Quay Gazette"]),
    ("~\nFirst published: Quay Gazette, 2020-03-12", ["original_outlet Quay Gazette 2020-03-12"]),
    (
        "~\nMara Quill reports for the Quay Gazette, where this piece was first published.",
        ["original_outlet Quay Gazette"],
    ),
    ("~\nRepublished from Tide Watch", ["republished_from Tide Watch"]),
    ("~\nReposted with permission from Tide Watch.", ["republished_from Tide Watch"]),
    (
        "~\nThis article is republished from The Quay Gazette under a Creative Commons licence.",
        ["republished_from The Quay Gazette"],
    ),
    ("~\nCross-posted from tidewatch.example", ["republished_from tidewatch.example"]),
    ("~\n(via Tide Watch)", ["republished_from Tide Watch"]),
    ("~\nSource: Quay Gazette", ["original_outlet Quay Gazette"]),
    (
        "~\nSource: https://quaygazette.example/a/1",
        ["original_outlet quaygazette.example"],
    ),
    ("~ (h/t Tide Watch)", ["other Tide Watch"]),
    # English: wire
    (f"PORT ELLERY, Feb. 8 (AP) — {PROSE}", ["wire AP"]),
    (f"Dec 29 (Reuters) - {PROSE}", ["wire Reuters"]),
    (f"PORT ELLERY (Northsea Press) — {PROSE}", ["wire Northsea Press"]),
    (f"(Northsea Press) – {PROSE}", ["wire Northsea Press"]),
    (f"Port Ellery (AFP) – {PROSE}", ["wire AFP"]),
    ("~\nThe Associated Press contributed to this report.", ["wire The Associated Press"]),
    ("~\n— AP", ["wire AP"]),
    ("~\nWith files from Associated Press and AFP", ["wire Associated Press", "wire AFP"]),
    ("~ (Reuters)", ["wire Reuters"]),
    ("~\n© 2021 AFP", ["wire AFP"]),
    ("~\n(Reporting by Mara Quill in Port Ellery; Editing by Tom Ashby)", ["author Mara Quill"]),
    # English: authors below their text
    ("~\nMara Quill is a reporter at Tide Watch.", ["author Mara Quill"]),
    ("~\nMara Quill is the best-selling author of three novels.", ["author Mara Quill"]),
    ("~\nMara Quill is the Midwest correspondent for Tide Watch.", ["author Mara Quill"]),
    ("~\nMara Quill is the youngest editor at Tide Watch.", ["author Mara Quill"]),
    ("~\nMara Quill is the honest voice of Tide Watch.", ["author Mara Quill"]),
    ("~\nMara Quill, who was born in Ellery, teaches history.", ["author Mara Quill"]),
    ("~\nFollow Mara Quill on Twitter @maraquill.", ["author Mara Quill"]),
    ("~\n— Mara Quill", ["author Mara Quill"]),
    # Russian
    ("Автор: Павел Дорин\n#", ["author Павел Дорин"]),
    ("#\nИсточник: Вестник залива", ["original_outlet Вестник залива"]),
    ("#\nИсточник: ТАСС", ["wire ТАСС"]),
    ("#\nПеревод: Мара Квилл и Том Эшби", ["translator Мара Квилл", "translator Том Эшби"]),
    ("#\nПеревела Мара Квилл", ["translator Мара Квилл"]),
    ("#\nПеревод с английского: Мара Квилл", ["translator Мара Квилл"]),
    ("#\nПеревод с английского", ["other Перевод с английского"]),
    ("#\nОригинал: vestnik.example", ["original_outlet vestnik.example"]),
    (
        "#\nПервоначально опубликовано: «Вестник залива», 18 февраля 2019",
        ["original_outlet Вестник залива 2019-02-18"],
    ),
    (
        "#\nСтатья впервые опубликована в газете «Вестник залива».",
        ["original_outlet Вестник залива"],
    ),
    ("#\nПо материалам РИА Новости", ["wire РИА Новости"]),
    (f"МОСКВА, 18 февраля. /ТАСС/. {RUSSIAN_PROSE}", ["wire ТАСС"]),
    (f"МОСКВА, 18 фев — РИА Новости. {RUSSIAN_PROSE}", ["wire РИА Новости"]),
    (f"Москва. 18 февраля. ИНТЕРФАКС - {RUSSIAN_PROSE}", ["wire ИНТЕРФАКС"]),
    (f"ЗАЛИВСК, 18 февраля — Приморинформ. {RUSSIAN_PROSE}", ["wire Приморинформ"]),
    (f"ЗАЛИВСК, 18 февраля — Залив Ньюс. {RUSSIAN_PROSE}", ["wire Залив Ньюс"]),
]

NOT_CREDITS = [
    f"ЗАЛИВСК, 18 февраля — Аэроэкспресс. {RUSSIAN_PROSE}",
    f"ЗАЛИВСК, 18 февраля — Приморинформ, владелец порта, разорился. {RUSSIAN_PROSE}",
    f"ЗАЛИВСК, 18 февраля — Порт открыт. {RUSSIAN_PROSE}",
    "By Friday the boats were back.\n~",
    "By Friday Morning\n~",
    "By Labor Day, she had hired staff in many of the ports.\n~",
    "By George.\n~",
    "The poem was translated by Mara Quill in her youth, and nobody read it.\n~",
    "Translated by Mara Quill, the poem became a favourite across the islands.\n~",
    "~\nThey spoke via Zoom.",
    "~\n(via Zoom)",
    "~\nVia Getty Images",
    "Tide Watch first published the recording on Friday, and the mayor resigned.\n~",
    "Mara Quill (Republican) — who has sat on the council since the storm of 1998 — voted no.\n~",
    "He told the Associated Press (AP) that the boats were late, and then left the harbour.\n~",
    "Source: the harbour master's own count of boats\n~",
    "~\nSource: Mara Quill/Getty Images",
    f"(Video) – {PROSE}",
    "~\nSource: NATO.",
    "~\n(Reporting by Port Ellery newsroom; Editing by Tom Ashby)",
    "~\nFollow Quay Business Times on Twitter.",
    "~\nThe harbour's master Mara Quill is a member of the council.",
    # A person of the story who is named again in its last line
    "Mara Quill opened the meeting.\n~\nMara Quill is a member of the council.",
    "~\nGov. Mara Quill is polling a distant third.",
    "~\nThe ferry is a reporter's best friend.",
    "~\nHelga Storm is the worst harbour master that we have had. She told us a lie.\n~",
    "~\nHelga Storm is the most shameless mayor on this coast.",
    "~\nHelga Storm is the worst mayor of this coast.",
    "~\nHelga Storm is a 34-year-old mother of three who lost her home.",
    "~\nHelga Storm is one of the victims.",
    "~\nHelga Storm is a disgrace to this harbour.",
    "~\nHelga Storm is a suspect in the case.",
    "~\nHelga Storm is the last surviving member of the crew.",
]


def fill(text: str) -> str:
    return text.replace("~", PROSE).replace("#", RUSSIAN_PROSE)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_credit_is_read(text: str, expected: list[str]) -> None:
    found = find_credits(fill(text))
    shown = [" ".join(filter(None, (c.role, c.name, c.date))) for c in found]
    assert sorted(shown) == sorted(expected)


@pytest.mark.parametrize("text", NOT_CREDITS)
def test_prose_is_no_credit(text: str) -> None:
    assert find_credits(fill(text)) == ()


@pytest.mark.parametrize("text", [text for text, _ in CASES])
def test_span_covers_the_name(text: str) -> None:
    whole = fill(text)
    for credit in find_credits(whole):
        assert credit.span is not None
        assert credit.span.of(whole) == credit.name


def test_address_of_a_source_is_kept() -> None:
    (credit,) = find_credits(fill("~\nSource: https://quaygazette.example/a/1"))
    assert credit.url == "https://quaygazette.example/a/1"


def test_offsets_count_code_points() -> None:
    text = "\U0001f6a2\u200d\u2693 Boats\n\u00a0 By Mara Quill\n" + PROSE
    (credit,) = find_credits(text)
    assert credit.span is not None
    assert credit.span.of(text) == "Mara Quill"


PIECES = st.sampled_from(
    [text.strip("~#\n") for text, _ in CASES] + NOT_CREDITS + ["\n", " ", "(", "By ", "\u0130", "«"]
)


@given(st.lists(PIECES | st.text(max_size=30), max_size=12))
def test_any_text_gives_names_that_stand_in_it(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    for credit in find_credits(text):
        assert credit.span is not None
        assert credit.span.of(text) == credit.name
        assert credit.name.strip()


@pytest.mark.parametrize(
    ("authors", "found"),
    [
        ((), ["Mara Quill"]),
        (("M. Quill",), ["Mara Quill"]),
        (("Tom Ashby", "Mara Quill"), ["Mara Quill"]),
        (("Staff",), ["Mara Quill"]),
        (("Mara Ashby-Quill",), ["Mara Quill"]),
        (("Tom Ashby",), []),
    ],
)
def test_a_biography_is_of_a_known_author(authors: tuple[str, ...], found: list[str]) -> None:
    origin = read_origin(f"{PROSE}\nMara Quill is a reporter at Tide Watch.", authors)
    assert [credit.name for credit in origin.credits] == found


def test_a_byline_with_the_outlet_for_an_author_names_nobody() -> None:
    text = f"{PROSE}\nMara Quill is a reporter at Tide Watch."
    article = Article("a", text, outlet="Tide Watch", byline=("Tide Watch",), language="en")
    complete = complete_article(article, text.encode())
    assert "Mara Quill" in [credit.name for credit in complete.credits]
