"""Bodies that have no name to compare, in seven languages: a table a person can read."""

import pytest

from secondsource.evidence.origins.trades import find_offices, find_trades
from tests.evidence.origins.test_voicekey import match_words

ONE = (
    ("the regional police", "в обласній поліції"),
    ("die Landespolizeidirektion", "regional police"),
    ("die Feuerwehr", "the fire brigade"),
    ("les pompiers", "los bomberos"),
    ("the mountain rescue service", "les secours en montagne"),
    ("the navy", "la Armada de ese país"),
    ("le parquet", "prokuratura"),
    ("городская администрация", "мэрию"),
    ("администрации города", "the city administration"),
    ("the central bank", "die Notenbank"),
    ("the weather service", "der Wetterdienst"),
    ("пресс-служба суда", "пресс-службе городского суда"),
    ("un estudio de la Universidad de Velmora", "researchers at Velmora University"),
    ("Forschende der Universität Velmora", "університет Вельмора"),
    ("губернатор области", "the regional governor"),
    ("глава региона", "the governor"),
    ("очільник обласної військової адміністрації", "губернатор"),
    ("мэр города", "the mayor"),
    ("burmistrz miasta", "the mayor"),
    ("глава Вельмской области", "the governor"),
    ("head of the regional military administration", "губернатор"),
    ("w magistracie", "the city hall"),
    ("la gendarmerie", "a spokesman for the gendarmerie"),
    ("избирательный совет", "виборча рада"),
    # papers of which a story has one
    ("the ruling", "la sentencia"),
    ("das Urteil", "вирок суду"),
    ("the firm’s annual accounts", "comptes annuels"),
    ("протокол", "the council minutes"),
    ("Oakham's contract", "the contract"),
    ("el fiscal general", "прокуратура"),
    ("ein Sprecher der Feuerwehr", "the fire service"),
    ("a spokesman for the fire brigade", "die Feuerwehr"),
    ("le gouvernement français", "the French government"),
    ("украинская армия", "die ukrainische Armee"),
    ("районный суд", "the district court"),
    ("городской суд", "the district court"),
    ("the court", "das Amtsgericht"),
    ("the regional court", "das Landgericht"),
)
PROBABLY = (
    ("La Armada de Corvelia", "the navy"),
    ("Einsatzleiter Otto Brandner von der Bergrettung", "the mountain rescue service"),
    ("la procureure Anne Castel", "le parquet"),
)
TWO = (
    ("the city court", "der Bundesgerichtshof"),
    ("городской суд", "областной суд"),
    ("die Feuerwehr", "the police"),
    ("a police officer", "поліція"),
    ("drei Zeugen", "die Polizei"),
    ("researchers at Velmora University", "Universität Tarn"),
    ("la police de Velmora", "die Polizei Ahlenrode"),
    ("prosecutor Anna Weld", "прокурор Иван Орлов"),
    ("заместитель главы области", "the governor"),
    ("the European Union", "die Gewerkschaft"),
    ("Marine Dupont", "the navy"),
    ("the African Union", "die Gewerkschaft"),
    ("the Union Bank", "профсоюз"),
    ("le magistrat", "la mairie"),
    ("the Institute for Fiscal Studies", "la fiscalía"),
    ("das Amtsgericht Tarn", "das Landgericht Tarn"),
    ("the district court", "the Supreme Court"),
    ("начальник полиции области", "губернатор"),
    ("head of the regional police", "the governor"),
    ("главный врач областной больницы", "губернатор области"),
    ("главврач города", "the mayor"),
    ("украинская армия", "российская армия"),
    ("the Ukrainian army", "российская армия"),
    ("Генштаб Украины", "the Russian army"),
    ("le gouvernement français", "le gouvernement allemand"),
    ("die russische Regierung", "die ukrainische Regierung"),
    ("the French government", "die deutsche Regierung"),
    ("Oakham's contract", "Birchley's contract"),
    ("the ruling", "the indictment"),
    ("a person who saw the contract", "the contract"),
)


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_body_in_two_languages(left: str, right: str) -> None:
    match, reverse = match_words(left, right), match_words(right, left)
    assert match is not None
    assert reverse is not None
    assert match.score == reverse.score >= 0.8
    assert not match.formula


@pytest.mark.parametrize(("left", "right"), PROBABLY)
def test_a_body_with_a_name_or_a_person_of_it_is_only_probably_the_same(
    left: str, right: str
) -> None:
    match = match_words(left, right)
    assert match is not None
    assert 0.5 <= match.score < 0.8


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_bodies(left: str, right: str) -> None:
    assert match_words(left, right) is None


def test_some_of_its_people_are_not_the_body() -> None:
    assert find_trades("the police") == {"police"}
    assert not find_trades("two police officers")


def test_who_works_for_the_head_of_a_region_does_not_govern_it() -> None:
    assert find_offices("глава области Павел Орлов") == {"governor"}
    assert not find_offices("помощник главы области")
