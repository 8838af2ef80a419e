"""Small planted situations: who wrote what, and which origins and standing must come of it."""

from dataclasses import dataclass, field, replace

import pytest

from secondsource.article import Article, Role
from secondsource.evidence import Stance, Standing, load_houses
from tests.evidence.newsroom import EXAMINED, WIRE, Setting, check, outlets_of, state, write

HERALD = write(
    "Coast Herald",
    "Drivers found the crossing shut when they came to work. The north bridge at Port Ansel, now "
    "shut, is not expected to carry cars again before the weekend, our reporter saw.",
)
FERRY = write(
    "Morning Ferry",
    "Ferries ran twice as often on Monday because of the closure of the north bridge, the log of "
    "the Port Ansel harbour shows.",
)
GAZETTE, COURIER, TIMES = (
    write(outlet, f"{WIRE}\n{end}")
    for outlet, end in (
        ("Aller Gazette", "Rain is forecast for the valley."),
        ("Bray Courier", "Schools in the district opened an hour late."),
        ("Cole Times", "The town council meets again on Friday evening."),
    )
)
MAYOR = write("Dale Mail", "Mayor Anna Weld said that the north bridge was closed for good reason.")
OWN_WORDS = write(
    "Kite Post",
    "Nobody crosses the north bridge any more, it is shut.\n\n"
    "Mayor Anna Weld said that people had better take the ferry.",
)
MAYOR_AGAIN = write("Elm Star", "Weld said that the north bridge at Port Ansel was closed at noon.")
OFFICIAL = write("Fen News", "A senior official said that the north bridge was closed by order.")
OFFICIAL_AGAIN = write(
    "Gorse Post", "A senior official said that Port Ansel lost its north bridge: it was closed."
)
RETOLD = write(
    "Hill Echo",
    "The north bridge at Port Ansel was closed, the Coast Herald reported, and nobody could say "
    "for how long.",
)
OPEN = write("Isle Record", "The north bridge at Port Ansel stayed open all Monday, tolls show.")
NO_DENIAL = write("Jetty News", "The north bridge of Port Ansel has been painted green since May.")


def reuters(outlet: str, text: str) -> Article:
    """An article that runs copy of the agency Reuters."""
    return write(outlet, text, credits=[(Role.WIRE, "Reuters")])


@dataclass(frozen=True, slots=True)
class Situation:
    """Articles, and the origins that they must come to, a line for each origin."""

    name: str
    articles: tuple[Article, ...]
    supports: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    standing: Standing = Standing.NOT_FOUND
    houses: str | None = None
    examined: Article = field(default=EXAMINED)
    voice: str | None = None


SITUATIONS = (
    Situation("nothing at all", ()),
    Situation("nothing that takes a side", (NO_DENIAL,)),
    Situation("one report", (HERALD,), ("Coast Herald",), (), Standing.SINGLE_ORIGIN),
    Situation(
        "two reports in other words",
        (HERALD, FERRY),
        ("Coast Herald", "Morning Ferry"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "same text: one dispatch under three mastheads",
        (GAZETTE, COURIER, TIMES),
        ("Aller Gazette + Bray Courier + Cole Times",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same text: an article that adds its own reporting counts for it",
        (
            GAZETTE,
            COURIER,
            write("Kiln Voice", f"{WIRE}\n{FERRY.text}", "2031-05-06"),
        ),
        ("Aller Gazette + Bray Courier + Kiln Voice", "Kiln Voice"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "same text: the same, told by the wire credit and not by the dates",
        (
            reuters("Aller Gazette", GAZETTE.text),
            reuters("Kiln Voice", f"{WIRE}\n{FERRY.text}"),
        ),
        ("Aller Gazette + Kiln Voice", "Kiln Voice"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "same text: with neither date nor credit an outlet counts once for all it says",
        (GAZETTE, write("Kiln Voice", f"{WIRE}\n{FERRY.text}")),
        ("Aller Gazette + Kiln Voice",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same voice: one author writes for two outlets",
        tuple(replace(a, byline=("Ilse Marant",)) for a in (HERALD, FERRY)),
        ("Coast Herald + Morning Ferry",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same voice: a staff reporter of one outlet is not that of another",
        tuple(replace(a, byline=("Staff Reporter",)) for a in (HERALD, FERRY)),
        ("Coast Herald", "Morning Ferry"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "same voice: two outlets quote one mayor, once by surname only",
        (MAYOR, MAYOR_AGAIN),
        ("Dale Mail + Elm Star",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same voice: one outlet that quotes two people is one origin",
        (
            write(
                "Dale Mail",
                "Mayor Anna Weld said that the north bridge was closed for good reason.\n"
                "Inspector Tom Reed said that the whole north bridge was closed.",
            ),
        ),
        ("Dale Mail",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same voice: a round-up that quotes two people does not make one of two reports",
        (
            MAYOR_AGAIN,
            write("Fir Post", "Inspector Tom Reed said that the whole north bridge was closed."),
            write(
                "Dale Mail",
                "Mayor Anna Weld said that the north bridge was closed for good reason.\n"
                "Inspector Tom Reed said on Monday that the north bridge was closed for a week.",
            ),
        ),
        ("Dale Mail + Elm Star", "Dale Mail + Fir Post"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "same voice: a lead in the paper's own words rests on whom it quotes about it below it",
        (
            MAYOR,
            write(
                "Kite Post",
                "Nobody crosses the north bridge any more, it is shut.\n\n"
                "Mayor Anna Weld said that who crosses the north bridge risks a fine.",
            ),
        ),
        ("Dale Mail + Kite Post",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same voice: who is quoted below it with something else is not its source",
        (MAYOR, OWN_WORDS),
        ("Dale Mail", "Kite Post"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "same voice: two in their own words that quote one person below it may have it from them",
        (
            OWN_WORDS,
            write(
                "Loch News",
                "Lorries wait for hours at Port Ansel because the old north bridge was closed.\n\n"
                "Mayor Anna Weld said that help was on its way.",
            ),
        ),
        ("Kite Post + Loch News",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same voice: an office and the name of who holds it",
        (
            MAYOR,
            write("Elm Star", "The mayor said that the north bridge at Port Ansel was closed."),
        ),
        ("Dale Mail + Elm Star",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "two named voices are two",
        (
            MAYOR,
            write("Elm Star", "Inspector Tom Reed said that the whole north bridge was closed."),
        ),
        ("Dale Mail", "Elm Star"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "one unnamed formula in two unconnected reports is not one voice",
        (OFFICIAL, OFFICIAL_AGAIN),
        ("Fen News", "Gorse Post"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "one unnamed formula in two reports on one agency's copy is one voice",
        (reuters("Fen News", OFFICIAL.text), reuters("Gorse Post", OFFICIAL_AGAIN.text)),
        ("Fen News + Gorse Post",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "credit: a retelling names the outlet that it has it from",
        (HERALD, RETOLD),
        ("Coast Herald + Hill Echo",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "credit: two retell an agency whose own copy is not in the archive",
        (
            write("Lark News", "Reuters reported that the north bridge was closed on Monday."),
            write("Moor Times", "The north bridge is shut, according to Reuters."),
        ),
        ("Lark News + Moor Times",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "credit: a link in the paragraph",
        (
            HERALD,
            write(
                "Net Digest",
                "The north bridge at Port Ansel was closed, as you can read here.",
                links=[(HERALD.url or "", "read here")],
            ),
        ),
        ("Coast Herald + Net Digest",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "credit: a round-up that names two outlets does not make them one",
        (
            HERALD,
            FERRY,
            write(
                "Net Digest",
                "The north bridge was closed: the Coast Herald reported it, and so the "
                "Morning Ferry reported.",
            ),
        ),
        ("Coast Herald + Net Digest", "Morning Ferry"),
        (),
        Standing.CORROBORATED,
    ),
    Situation(
        "credit: one outlet citing another is a chain with both",
        (
            HERALD,
            write("Oak Wire", "The bridge was closed, the Coast Herald reported from Port Ansel."),
            write("Pine Mail", "The bridge is shut, Oak Wire reported, citing the Coast Herald."),
        ),
        ("Coast Herald + Oak Wire + Pine Mail",),
        (),
        Standing.SINGLE_ORIGIN,
    ),
    Situation(
        "same house: two outlets of one owner, by the user's registry",
        (HERALD, FERRY),
        ("Coast Herald + Morning Ferry",),
        (),
        Standing.SINGLE_ORIGIN,
        houses='[houses]\n"Quay Holdings" = ["The Coast Herald", "morningferry.example"]',
    ),
    Situation(
        "same house: an outlet that reprints two agencies does not make them one",
        (
            reuters("Rook Press", "The agency's man saw it: the north bridge was closed early."),
            write(
                "Rook Press",
                "Its correspondent writes that lorries queue since the north bridge is shut.",
                credits=[(Role.WIRE, "Associated Press")],
            ),
            reuters("Sand Post", "Cars turn back at Port Ansel, where the north bridge is shut."),
            write(
                "Tarn Mail",
                "Nobody crosses today because of a closure of the bridge in the north.",
                credits=[(Role.WIRE, "AP")],
            ),
        ),
        ("Rook Press + Sand Post", "Rook Press + Tarn Mail"),
        (),
        Standing.CORROBORATED,
    ),
    Situation("disputed", (OPEN,), (), ("Isle Record",), Standing.DISPUTED),
    Situation("contested", (HERALD, OPEN), ("Coast Herald",), ("Isle Record",), Standing.CONTESTED),
    Situation(
        "a correction by the examined article's own outlet is no echo of it",
        (write("The Evening Lamp", "We were wrong: the north bridge stayed open.", "2031-05-08"),),
        (),
        ("The Evening Lamp",),
        Standing.DISPUTED,
    ),
    Situation(
        "naming an outlet to rebut it is no credit",
        (
            HERALD,
            write(
                "Urn News",
                "Contrary to what the Coast Herald reported, it stayed open: "
                "the north bridge carried 4,000 cars.",
            ),
        ),
        ("Coast Herald",),
        ("Urn News",),
        Standing.CONTESTED,
    ),
    Situation(
        "echo: copies of the examined article itself",
        (GAZETTE, COURIER),
        ("echo: Aller Gazette + Bray Courier",),
        (),
        Standing.ECHOED,
        examined=write("Vale Sun", f"{WIRE}\nThe north bridge at Port Ansel was closed on Monday."),
    ),
    Situation(
        "echo: a retelling that credits the examined article's outlet",
        (write("Weir Post", "The north bridge is shut, The Evening Lamp reported on Tuesday."),),
        ("echo: Weir Post",),
        (),
        Standing.ECHOED,
    ),
    Situation(
        "echo: the same person says the same elsewhere",
        (MAYOR, HERALD),
        ("Coast Herald", "echo: Dale Mail"),
        (),
        Standing.SINGLE_ORIGIN,
        voice="Anna Weld, the mayor",
    ),
    Situation(
        "echo: the agency that the examined article credits",
        (write("Reuters", "Port Ansel, Monday: the north bridge is shut.", "2031-05-04"),),
        ("echo: Reuters",),
        (),
        Standing.ECHOED,
        examined=reuters("The Evening Lamp", EXAMINED.text),
    ),
    Situation(
        "a hub that everyone links to somewhere does not weld independent reports",
        (
            HERALD,
            FERRY,
            write(
                "Yew Digest",
                "Elsewhere: music, weather, sport.\nWe hear that the north bridge was closed.",
                links=[(HERALD.url or "", "music"), (FERRY.url or "", "weather")],
            ),
        ),
        ("Coast Herald + Yew Digest", "Morning Ferry"),
        (),
        Standing.CORROBORATED,
    ),
)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda s: s.name)
def test_origins_and_standing_of_a_planted_situation(situation: Situation) -> None:
    examined = situation.examined
    finding = check(
        situation.articles,
        examined=examined,
        statement=state(examined, voice=situation.voice),
        setting=Setting(houses=load_houses(situation.houses)),
    )
    assert outlets_of(finding) == sorted(situation.supports)
    assert outlets_of(finding, Stance.DISPUTES) == sorted(situation.disputes)
    assert finding.standing is situation.standing
