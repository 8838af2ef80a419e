"""One realistic report about an invented article, with every standing and every relation."""

from dataclasses import replace

from secondsource.article import Article, Passage, Signal
from secondsource.evidence.fact_check import FactCheckCoverage
from secondsource.evidence.finding import Coverage, Finding, Stance, Standing
from secondsource.lineage.family import Edge, Edit, EditType, Family, Relation, Stretch
from secondsource.review.report import Report
from tests.report.sample_evidence import make_evidence, make_match, make_origin, make_tie
from tests.report.sample_reading import (
    ANNEX,
    ANNEXES,
    BRASK_SAYING,
    BUDGET,
    CARVED,
    CAUTIOUS,
    CONVOY,
    COPIES,
    DISMISSED,
    DRIVERS,
    ENGINEERS,
    EXAMINED,
    EXCERPT,
    FAILED,
    FIRST_TIME,
    HANDS_OVER,
    INITIALLED,
    LETTER,
    LOCK_MONEY,
    LYING,
    MAYOR,
    MET,
    NO_ENGINEER,
    ORIGINAL,
    PORT,
    PORT_DOUBT,
    PORT_REPORT,
    PORT_WIRE,
    PORT_WIRE_AGAIN,
    SUMMIT,
    SUMMIT_RADIO,
    TARIFF,
    TRANSLATION,
    TRIUMPH,
    UNDISPUTED,
    span_of,
)

_FREIGHT = "Freight on Lake Oreth doubled in two years"
_NIGHT = "the compact was initialled on the second night"
_GATE = "The two presidents left Lake Oreth on Saturday after three days of talks"
FINDINGS = (
    Finding(
        PORT.id,
        Standing.CONTESTED,
        "Two independent origins say the same and one says the contrary.",
        "An answer from the harbour master to the auditor would bear on it.",
        (
            make_origin(
                "It gives the harbour master's own yearly figures.",
                make_evidence(
                    PORT_REPORT,
                    "The port of Oreth moved 4.2 million tonnes of goods in 2020",
                    Stance.SUPPORTS,
                    0.94,
                    "before",
                ),
            ),
            make_origin(
                "Two papers carry one dispatch of the agency Northline.",
                make_evidence(PORT_WIRE, _FREIGHT, Stance.SUPPORTS, 0.81, "before"),
                make_evidence(PORT_WIRE_AGAIN, _FREIGHT, Stance.SUPPORTS, 0.81, "before"),
                ties=(
                    make_tie(
                        PORT_WIRE,
                        PORT_WIRE_AGAIN,
                        "same_credit",
                        "Both credit the agency Northline.",
                        "(Northline)",
                    ),
                ),
            ),
            make_origin(
                "It rests on the state auditor's own count.",
                make_evidence(
                    PORT_DOUBT,
                    "the true growth since 2018 was below forty per cent",
                    Stance.DISPUTES,
                    0.72,
                    "after",
                ),
            ),
        ),
        (
            make_match("https://factcheck.example/oreth-tonnes", "Half of it", 0.91),
            make_match("javascript:alert(1)", "", 0.84),
        ),
    ),
    Finding(
        NO_ENGINEER.id,
        Standing.DISPUTED,
        "Two independent origins say the contrary; none says the same.",
        "One independent report that agrees would make it contested.",
        (
            make_origin(
                "A reporter's own visit.",
                make_evidence(
                    ENGINEERS,
                    "Four engineers of the Tessalian waterways office have worked on "
                    "the Oreth lock since January",
                    Stance.DISPUTES,
                    0.91,
                    "before",
                ),
            ),
            make_origin(
                "A letter of the office concerned.",
                make_evidence(
                    LETTER,
                    "its staff have held passes to the Oreth site since 4 January",
                    Stance.DISPUTES,
                    0.77,
                    "after",
                ),
            ),
        ),
    ),
    Finding(
        INITIALLED.id,
        Standing.ECHOED,
        "Four articles repeat it; all go back to this article's own text or its unnamed official.",
        "One report with another source for that night would make it single-origin.",
        (
            replace(
                make_origin(
                    "All four carry the words that this article attributes to its official.",
                    make_evidence(EXCERPT, _NIGHT, Stance.SUPPORTS, 0.97, "after"),
                    *(
                        make_evidence(copy, _NIGHT, Stance.SUPPORTS, 0.97, "after")
                        for copy in COPIES
                    ),
                    make_evidence(
                        ORIGINAL, "парафировали во вторую ночь", Stance.SUPPORTS, 0.64, "before"
                    ),
                    ties=(
                        make_tie(
                            EXCERPT,
                            EXAMINED,
                            "same_text",
                            "A stretch of 22 words stands in both, word for word.",
                            _NIGHT,
                        ),
                        make_tie(
                            ORIGINAL,
                            EXAMINED,
                            "same_voice",
                            "Both name only a senior official close to the talks.",
                            "A senior official close to the talks",
                        ),
                    ),
                ),
                echo=True,
            ),
        ),
    ),
    Finding(
        LOCK_MONEY.id,
        Standing.SINGLE_ORIGIN,
        "One independent origin says the same.",
        "A second, independent one would make it corroborated.",
        (
            make_origin(
                "The record of the deputies themselves.",
                make_evidence(
                    BUDGET,
                    "Deputies voted 180 million crowns for the Oreth lock",
                    Stance.SUPPORTS,
                    0.88,
                    "before",
                ),
            ),
        ),
    ),
    Finding(
        MET.id,
        Standing.CORROBORATED,
        "Two independent origins say the same; none says the contrary.",
        "A report that places either president elsewhere would make it contested.",
        (
            make_origin(
                "A reporter at the gate.",
                make_evidence(SUMMIT, _GATE, Stance.SUPPORTS, 0.93, "before"),
            ),
            make_origin(
                "The radio's own reporter.",
                make_evidence(SUMMIT_RADIO, _GATE, Stance.SUPPORTS, 0.93, "before"),
            ),
        ),
    ),
    Finding(
        DISMISSED.id,
        Standing.SINGLE_ORIGIN,
        "The mayor says the same in an interview of his own.",
        "Dismissal figures from the summer of 2021 would bear on it.",
        (
            make_origin(
                "An interview with the mayor himself.",
                make_evidence(
                    MAYOR,
                    "“I expect to lose half of my inspectors,”",
                    Stance.SUPPORTS,
                    0.79,
                    "before",
                ),
            ),
        ),
    ),
    *(
        Finding(
            statement.id,
            Standing.NOT_FOUND,
            "Nothing in the collection bears on it.",
            "Any report that says the same or the contrary would change this.",
        )
        for statement in (DRIVERS, HANDS_OVER, FIRST_TIME)
    ),
    Finding(
        ANNEX.id,
        Standing.NOT_CHECKABLE,
        "The text itself says that nothing has been published.",
        "The annex, once published, would make it checkable.",
    ),
    Finding(
        TARIFF.id, Standing.NOT_CHECKABLE, "A forecast that is not yet due.", "Look after its date."
    ),
)


def _stretch(words: str, parent: Article) -> Stretch:
    return Stretch(span_of(words), span_of(words, parent.text))


_TRANSLATED = Signal(
    "aligned_sentences", 0.88, "9 of 9 sentences of the shorter text align in the same order."
)
_CREDITED = Signal(
    "credits_parent",
    0.95,
    "The text credits The Lindwater Gate.",
    (Passage(EXAMINED.id, span_of("The Lindwater Gate")),),
)
FAMILY = Family(
    "f1",
    ORIGINAL.id,
    (ORIGINAL.id, TRANSLATION.id, EXAMINED.id, EXCERPT.id, *(copy.id for copy in COPIES)),
    (
        Edge(
            TRANSLATION.id,
            ORIGINAL.id,
            Relation.TRANSLATION,
            0.97,
            0.95,
            0.9,
            True,
            (_TRANSLATED,),
            edits=(Edit(EditType.NUMBER, "4,2 миллиона", "4.2 million"),),
        ),
        Edge(
            EXAMINED.id,
            TRANSLATION.id,
            Relation.EDITED,
            0.31,
            0.99,
            0.86,
            True,
            (_CREDITED,),
            (
                _stretch(
                    "The presidents of Velmora and Tessaly met at Lake Oreth from 11 to 13 "
                    "March, and the world will remember those three days.",
                    TRANSLATION,
                ),
                _stretch("Parliament in Karsk has set aside 180 million crowns", TRANSLATION),
            ),
            (
                Edit(EditType.HEDGE_REMOVED, "was perhaps initialled", "was initialled"),
                Edit(EditType.PARAGRAPH_ADDED, "", "What does the other side say?"),
            ),
        ),
        Edge(
            EXCERPT.id,
            EXAMINED.id,
            Relation.EXCERPT,
            0.8,
            0.06,
            0.7,
            True,
            (),
            (Stretch(span_of(_NIGHT, EXCERPT.text), span_of(_NIGHT)),),
        ),
        Edge(COPIES[0].id, EXAMINED.id, Relation.COPY, 1.0, 1.0, 0.98, True),
        Edge(COPIES[1].id, EXAMINED.id, Relation.COPY, 1.0, 1.0, 0.5, False),
    ),
)

REPORT = Report(
    article=EXAMINED,
    articles=(
        ORIGINAL,
        TRANSLATION,
        EXCERPT,
        *COPIES,
        PORT_REPORT,
        PORT_WIRE,
        PORT_WIRE_AGAIN,
        PORT_DOUBT,
        ENGINEERS,
        LETTER,
        SUMMIT,
        SUMMIT_RADIO,
        BUDGET,
        MAYOR,
    ),
    families=(FAMILY,),
    statements=(
        MET,
        FIRST_TIME,
        TRIUMPH,
        FAILED,
        UNDISPUTED,
        PORT,
        LOCK_MONEY,
        DRIVERS,
        INITIALLED,
        ANNEX,
        HANDS_OVER,
        DISMISSED,
        NO_ENGINEER,
        LYING,
        CAUTIOUS,
        ANNEXES,
        CONVOY,
        TARIFF,
        BRASK_SAYING,
        CARVED,
    ),
    findings=FINDINGS,
    coverage=Coverage(
        4212,
        (
            "Deputies' Record",
            "Harrow Today",
            "Karsk Evening",
            "Oreth Courier",
            "Radio Karsk",
            "Tessaly Gazette",
            "Tessaly Morning",
            "The Ledger",
            "Vestnik Orety",
            "Waterways Monthly",
        ),
        ("en", "ru"),
        "2018-01-02",
        "2021-11-30",
    ),
    methods=(
        ("lineage", "Anchors of six words, chained (secondsource 0.1.0)."),
        ("evidence", "BM25 passages; stance by a small cross-encoder (version 1)."),
    ),
    fact_checks=FactCheckCoverage(2, 1, ("en",)),
)
