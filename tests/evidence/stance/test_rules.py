"""What the rules see in claims and passages, and what they make of the model's answer."""

import csv
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondsource.evidence.finding import ClaimPassage, StanceReason
from secondsource.evidence.stance.rules import find_reasons, weigh_reasons

DENIALS = [
    (
        "Anna Reis took bribes.",
        "Anna Reis denies having taken any bribes.",
        "en en",
        "accused_denies",
    ),
    ("Anna Reis took bribes.", "Anna Reis bestreitet das.", "en de", "accused_denies"),
    ("Анна Рейс брала взятки.", "Anna Reis denied taking bribes.", "ru en", "accused_denies"),
    (
        "Anna Reis admitted taking bribes.",
        "Reis denies taking bribes.",
        "en en",
        "admission_denied",
    ),
    (
        "Anna Reis denies taking bribes.",
        "Reis denied that she took bribes.",
        "en en",
        "denial_confirmed",
    ),
    # What the claim denies is denied.
    (
        "The prime minister will not resign.",
        "The prime minister insists she will not resign.",
        "en en",
        None,
    ),
    (
        "Anna Reis took bribes without a fear.",
        "Anna Reis insists she did not take bribes.",
        "en en",
        "accused_denies",
    ),
    # Nobody is accused, or others have looked.
    ("The river is clean.", "Anna Reis denies taking bribes.", "en en", None),
    ("Anna Reis took bribes.", "Anna Reis denies it. The court found the letters.", "en en", None),
    ("The ship was denied a berth.", "The ship was denied a berth in Orlen.", "en en", None),
    # By the one accused, in another language, and by another.
    ("The mayor took bribes.", "Burmistrz zaprzecza.", "en pl", "accused_denies"),
    ("The mayor took bribes.", "Trener zaprzecza.", "en pl", None),
    # "Does not admit" is no admission; what was admitted has been.
    ("Водитель признал вину.", "Водитель не признаёт вину.", "ru ru", "admission_denied"),
    ("The minister admitted lying.", "The minister denies he lied.", "en en", "admission_denied"),
    (
        "The driver confessed to the theft.",
        "Kierowca zaprzecza pobiciu, ale przyznał się do kradzieży.",
        "en pl",
        None,
    ),
    (
        "Der Trainer wies die Dopingvorwürfe zurück.",
        "The trainer denies having doped.",
        "de en",
        "denial_confirmed",
    ),
]
REJECTED = [
    (
        "The dam failed.",
        "A post claims that the dam failed; that is false.",
        "en en",
        "claim_rejected",
    ),
    ("The dam failed.", "Слухи о прорыве плотины — фейк.", "en ru", "claim_rejected"),
    ("The dam failed.", "A false beard was found at the dam.", "en en", None),
    # It is something else that is false, or forged.
    (
        "Smith was convicted of fraud.",
        "Smith was convicted of fraud for filing false tax returns, prosecutors said.",
        "en en",
        None,
    ),
    (
        "Smith was convicted.",
        "Prosecutors said forged letters led to it: Smith was convicted.",
        "en en",
        None,
    ),
    (
        "Смит осуждён за мошенничество.",
        "Смит осуждён за мошенничество: ложные декларации подавались годами, сообщает суд.",
        "ru ru",
        None,
    ),
    (
        "Der Chef trat zurück.",
        "Der Chef trat zurück, nachdem er falsche Angaben gemacht hatte, sagte ein Anwalt.",
        "de de",
        None,
    ),
    (
        "The dam failed.",
        "Officials said false reports of a failure of the dam were spread.",
        "en en",
        "claim_rejected",
    ),
    # The claim is itself about what was said.
    (
        "A post claims that the dam failed.",
        "A post claims that the dam failed. That is false.",
        "en en",
        None,
    ),
]
HEDGED = [
    (
        "The town sold the park.",
        "The town is considering selling the park.",
        "en en",
        "only_hedged",
    ),
    ("The town sold the park.", "Die Stadt erwägt, den Park zu verkaufen.", "en de", "only_hedged"),
    (
        "The town plans to sell the park.",
        "The town is considering selling the park.",
        "en en",
        None,
    ),
    (
        "The town sold the park.",
        "The town sold the park. It is considering a new one.",
        "en en",
        None,
    ),
    ("The bill passed.", "The house has yet to vote on the bill.", "en en", "left_open"),
    # The claim is told in full; what is open or planned is something else.
    (
        "A ferry sank off the coast of Lombok.",
        "A ferry sank off the coast of Lombok as relatives were waiting for it in the port.",
        "en en",
        None,
    ),
    (
        "A ferry sank off Lombok.",
        "A ferry sank off Lombok, and how many were aboard is not yet known.",
        "en en",
        None,
    ),
    (
        "A ferry sank off Lombok.",
        "Reports that a ferry sank off Lombok are unconfirmed.",
        "en en",
        "left_open",
    ),
    (
        "The company laid off 50 workers.",
        "The company laid off 50 workers and plans to close two plants.",
        "en en",
        None,
    ),
    (
        "Компания уволила рабочих.",
        "Компания уволила рабочих и планирует закрыть завод.",
        "ru ru",
        None,
    ),
    (
        "L'entreprise a licencié des ouvriers.",
        "L'entreprise a licencié des ouvriers et envisage de fermer une usine.",
        "fr fr",
        None,
    ),
    # "Москва" and "plant" are no words of what may be.
    ("Москва закрыла мост.", "Москва планирует закрыть мост.", "ru ru", "only_hedged"),
    ("The plant was sold.", "They plan to sell the plant.", "en en", "only_hedged"),
    ("Москва может закрыть мост.", "Москва планирует закрыть мост.", "ru ru", None),
    ("The mine was sold.", "Das Unternehmen will die Mine verkaufen.", "en de", "only_hedged"),
    # What follows a semicolon is about something else.
    (
        "The mayor opened a school.",
        "Der Bürgermeister eröffnete eine Schule; er will mehr.",
        "en de",
        None,
    ),
]
NUMBERS = [
    (
        "Fifteen people died in Orsa.",
        "At least 12 people died in Orsa.",
        "en en",
        "count_left_open",
    ),
    ("Fifteen people died in Orsa.", "At least 20 people died in Orsa.", "en en", "numbers_differ"),
    (
        "Fifteen people died in Orsa.",
        "So far 12 people have died in Orsa.",
        "en en",
        "count_left_open",
    ),
    ("Fifteen people died in Orsa.", "In Orsa 12 people died.", "en en", "numbers_differ"),
    ("Fifteen people died in Orsa.", "In Orsa 15 people died.", "en en", "numbers_agree"),
    ("At least ten people died in Orsa.", "In Orsa 12 people died.", "en en", "numbers_agree"),
    (
        "At least ten people died in Orsa.",
        "In Orsa starben mindestens zwölf Menschen.",
        "en de",
        "numbers_agree",
    ),
    (
        "В Орсе погибли 15 человек.",
        "At least 20 people were killed in Orsa.",
        "ru en",
        "numbers_differ",
    ),
    (
        "В Орсе погибли 15 человек.",
        "W Orsie zginęło co najmniej 12 osób.",
        "ru pl",
        "count_left_open",
    ),
    # The wounded are not the dead; a part is not the whole; a corrected count is not the last.
    ("Fifteen people died in Orsa.", "In Orsa 12 people were wounded.", "en en", None),
    (
        "Three children died in Orsa.",
        "In Orsa 15 people died, three of them children.",
        "en en",
        None,
    ),
    (
        "Fifteen people died in Orsa.",
        "The count in Orsa was corrected: 12 people died.",
        "en en",
        None,
    ),
    (
        "About 4,200 people signed.",
        "By Friday 4,187 people had signed.",
        "en en",
        "numbers_agree",
    ),
    ("Imports fell by 38 percent.", "It bought 38 percent less.", "en en", "numbers_agree"),
    # Nearly is a little below, not anything below.
    ("Nearly 200 people died in Orsa.", "In Orsa 12 people died.", "en en", "numbers_differ"),
    ("Почти 200 человек погибли.", "Погибли 12 человек.", "ru ru", "numbers_differ"),
    ("Fast 200 Menschen starben.", "Es starben 12 Menschen.", "de de", "numbers_differ"),
    ("Près de 200 personnes sont mortes.", "12 personnes sont mortes.", "fr fr", "numbers_differ"),
    ("100 people died in Orsa.", "In Orsa nearly 100 people died.", "en en", "numbers_agree"),
    ("The ship lost 300 boxes.", "It lost only 300 boxes.", "en en", "numbers_agree"),
    ("In Orsa 20 people died.", "In Orsa just over 400 people died.", "en en", "numbers_differ"),
    ("Погибли 20 человек.", "Число погибших выросло до 20 человек.", "ru ru", "numbers_agree"),
    # The whole of the words before a number counts, and two numbers may be one range.
    ("In Orsa 12 people died.", "No more than 50 people died.", "en en", "count_left_open"),
    ("Погибли 12 человек.", "Погибли не более 50 человек.", "ru ru", "count_left_open"),
    ("Погибли 95 человек.", "Погибли более чем 100 человек.", "ru ru", "numbers_differ"),
    ("In Orsa 25 were arrested.", "Between 20 and 30 were arrested.", "en en", "count_left_open"),
    ("Задержаны 25 человек.", "Задержаны от 20 до 30 человек.", "ru ru", "count_left_open"),
    ("It cost $2.5 million.", "They paid $2.5m for it.", "en en", "numbers_agree"),
    ("The mill lost 9 jobs.", "It lost 7 jobs, not 9 jobs.", "en en", "claim_corrected"),
    ("The mill lost 9 jobs.", "The mill lost not only 9 jobs.", "en en", "numbers_agree"),
    (
        "The mill lost 9 jobs.",
        "The mill lost 9 jobs, not counting clerks.",
        "en en",
        "numbers_agree",
    ),
    ("The mill lost 9 jobs.", "The mill lost 9 jobs, and not for want of work.", "en en", None),
    ("The mill lost 9 jobs and 2 ships.", "It lost 9 jobs.", "en en", None),
    (
        "The bridge cost 12 million crowns.",
        "They paid 124 million crowns.",
        "en en",
        "numbers_differ",
    ),
    ("Half of the 90 seats went to women.", "Women have 27 of the 90 seats.", "en en", None),
    # Words are the figures that they say; of dozens and the like nobody knows how many there were.
    ("В Орсе погибли 5 человек.", "В Орсе погибли пятеро.", "ru ru", "numbers_agree"),
    ("В Орсе погибли 4 человека.", "В Орсе погибли пятеро.", "ru ru", "numbers_differ"),
    ("In Orsa starben 4 Menschen.", "Vier Menschen starben.", "de de", "numbers_agree"),
    ("In Orsa starben 4 Menschen.", "Dreizehn Menschen starben.", "de de", "numbers_differ"),
    ("In Orsa 13 people died.", "En Orsa murieron trece personas.", "en es", "numbers_agree"),
    ("В Орсе погибли 20 человек.", "В Орсе погибли два десятка человек.", "ru ru", None),
    ("Une vingtaine de morts à Orsa.", "Il y a eu 19 morts à Orsa.", "fr fr", None),
    ("In Orsa starben 24 Menschen.", "In Orsa starben zwei Dutzend Menschen.", "de de", None),
    # The same thing in another language, and another thing.
    ("The bank closed 60 branches.", "El banco cerró 25 sucursales.", "en es", "numbers_differ"),
    ("The bank closed 60 branches.", "El banco despidió a 25 empleados.", "en es", None),
    ("Завод сократил 400 рабочих мест.", "Завод нанял 90 рабочих.", "ru ru", None),
    ("The dam is 90 metres high.", "Le barrage fait 60 mètres de haut.", "en fr", "numbers_differ"),
    ("The dam is 90 metres high.", "Le barrage est à 60 kilomètres.", "en fr", None),
    ("The dam is ninety metres high.", "The dam is 90 metres high.", "en en", "numbers_agree"),
    (
        "La ville a payé 3 millions d'euros.",
        "The city paid 8 million euros.",
        "fr en",
        "numbers_differ",
    ),
    ("La ville a payé 3 millions d'euros.", "The city paid 8 million dollars.", "fr en", None),
    (
        "Orsa lost 3 million euros.",
        "Two million euros were missing in Orsa.",
        "en en",
        "numbers_differ",
    ),
]
DATES = [
    ("The park opened in 1961.", "The park opened in 1958.", "en en", "dates_differ"),
    ("The park opened on Monday.", "Парк открыли в среду.", "en ru", "dates_differ"),
    ("The park opened in May.", "Der Park wurde im Juni eröffnet.", "en de", "dates_differ"),
    ("The park opened in 1961.", "Planned in 1958, the park opened in 1961.", "en en", None),
    ("The park opened before 1961.", "The park opened in 1958.", "en en", None),
    ("The park opened in May.", "The park opened in 1958.", "en en", None),
    # A day of the week with a time of day; Slavic cases.
    ("Der Park öffnet am Montag.", "Der Park öffnet am Mittwochabend.", "de de", "dates_differ"),
    ("Der Park öffnet am Mittwoch.", "Der Park öffnet am Mittwochabend.", "de de", None),
    ("Парк відкрили у вівторок.", "Перед понеділком парк відкрили.", "uk uk", "dates_differ"),
    ("Park otwarto w środę.", "Park otwarto w sobotę.", "pl pl", "dates_differ"),
    # It was before or after that date; in the claim "с", "vor" and the like are of other things.
    ("The park opened in May.", "The park opened long before the end of July.", "en en", None),
    ("Park otwarto w maju.", "Park otwarto jeszcze przed lipcem.", "pl pl", None),
    ("Парк открыт с мая.", "В июле парк был открыт.", "ru ru", None),
    ("Поезд сошёл с рельсов в мае.", "Поезд сошёл с рельсов в июле.", "ru ru", "dates_differ"),
    (
        "Das Schiff sank am Montag vor der Küste.",
        "Das Schiff sank am Freitag.",
        "de de",
        "dates_differ",
    ),
]


with Path(__file__).with_name("abroad.tsv").open(encoding="utf-8", newline="") as _file:
    ABROAD = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("claim", "passage", "languages", "name"),
    [*DENIALS, *REJECTED, *HEDGED, *NUMBERS, *DATES],
)
def test_what_a_rule_sees(claim: str, passage: str, languages: str, name: str | None) -> None:
    of_claim, of_passage = languages.split()
    reasons = find_reasons(ClaimPassage(claim, passage, of_claim, of_passage))
    said = [reason.name for reason in reasons if reason.name != "same_words"]
    assert said == ([name] if name else [])
    for reason in reasons:
        assert reason.sentence.endswith(".")
        assert reason.spans
        assert all(span.of(passage).strip() for span in reason.spans)


@pytest.mark.parametrize(
    ("claim", "passage", "languages", "speaks"),
    [
        ("It was closed on 5 May 2031.", "It was closed on Monday.", "en en", True),
        ("It was closed on 5 May 2031.", "Il a été fermé lundi.", "en fr", True),
        ("Его закрыли 5 мая.", "Sie wurde am Montag um 14:05 gesperrt.", "ru de", True),
        ("It was closed on 5 May 2031.", "It was never closed on Monday.", "en en", False),
        ("It was closed on 5 May 2031.", "It was closed on Monday, 6 May.", "en en", False),
        ("It was closed on Friday, 5 May.", "It was closed on Monday.", "en en", False),
        ("It was closed in May 2031.", "It was closed on Monday.", "en en", False),
        ("It was closed on 5 May 2031.", "It was closed.", "en en", False),
    ],
)
def test_a_weekday_alone_leaves_the_day_open(
    claim: str, passage: str, languages: str, speaks: bool
) -> None:
    of_claim, of_passage = languages.split()
    reasons = find_reasons(ClaimPassage(claim, passage, of_claim, of_passage))
    assert ("weekday_alone" in {reason.name for reason in reasons}) is speaks


@pytest.mark.parametrize("row", ABROAD, ids=lambda row: f"{row['languages']}: {row['claim']}")
def test_a_rule_that_speaks_on_a_pair_speaks_on_its_translation(row: dict[str, str]) -> None:
    of_claim, of_passage = row["languages"].split()
    pairs = (
        ClaimPassage(row["claim"], row["passage"], of_claim, of_passage),
        ClaimPassage(row["english_claim"], row["english_passage"], "en", "en"),
    )
    expected = set(row["reasons"].split()) - {"-"}
    # The same words are found in one language only.
    found = [{reason.name for reason in find_reasons(pair)} - {"same_words"} for pair in pairs]
    assert found == [expected] * 2


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        ("Fifteen people died.", "15 people died.", "The numbers are the same."),
        ("About 4,200 people signed.", "4,187 people signed.", "The numbers are the same."),
        ("At least 12 people died.", "400 people died.", "The passage's number fits the claim's."),
        ("It cut up to 300 jobs.", "It cut 5 jobs.", "The passage's number fits the claim's."),
    ],
)
def test_numbers_are_the_same_only_where_they_are_close(
    claim: str, passage: str, said: str
) -> None:
    (reason,) = find_reasons(ClaimPassage(claim, passage, "en", "en"))
    assert reason.sentence == said


def test_languages_that_are_not_given_are_guessed() -> None:
    pair = ClaimPassage(
        "Fifteen people died in Orsa.", "В Орсе погибли по меньшей мере 20 человек."
    )
    assert [reason.name for reason in find_reasons(pair)] == ["numbers_differ"]


@pytest.mark.parametrize(
    ("factors", "weighed"),
    [
        ((0.1, 0.1, 1.0), (0.06, 0.03, 0.91)),
        ((0.2, 1.0, 1.0), (0.12, 0.3, 0.58)),
        ((0.1, 1.0, 0.2), (0.06, 0.92, 0.02)),
        ((1.0, 0.1, 0.4), (0.93, 0.03, 0.04)),
    ],
)
def test_what_is_taken_goes_to_neither_or_to_the_side_left_alone(
    factors: tuple[float, float, float], weighed: tuple[float, float, float]
) -> None:
    reason = StanceReason("some", factors, "Some.")
    assert weigh_reasons((0.6, 0.3, 0.1), (reason,)) == pytest.approx(weighed)


@settings(deadline=None)  # a busy machine is slow, not wrong
@given(st.text(max_size=120), st.text(max_size=300))
@example("At Orlen 15 were killed.", "\ud83d At least 20 were killed at Orlen.")
def test_any_text_is_read_and_probabilities_stay_probabilities(claim: str, passage: str) -> None:
    reasons = find_reasons(ClaimPassage(claim, passage))
    assert all(span.end <= len(passage) for reason in reasons for span in reason.spans)
    weighed = weigh_reasons((0.5, 0.3, 0.2), reasons)
    assert sum(weighed) == pytest.approx(1.0)
    assert min(weighed) >= 0.0
