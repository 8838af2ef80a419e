"""Credits in German, French, Spanish, Polish, Russian and Ukrainian: a table of credit lines.

Each case is a short article; `~` stands for a paragraph of ordinary prose in its language. All
persons and outlets are invented, agencies apart.
"""

import pytest

from secondsource.collect.credits.find import find_credits

PROSE = {
    "de": "Der Hafenrat tagte am Dienstag drei Stunden lang über die Preise der Liegeplätze, und "
    "niemand war überrascht, als die Sitzung ohne Abstimmung zu Ende ging.",
    "fr": "Le conseil du port a débattu mardi pendant trois heures du prix des amarrages, et "
    "personne ne s'est étonné que la séance s'achève sans vote.",
    "es": "La junta del puerto debatió el martes durante tres horas el precio de los amarres, y "
    "nadie se sorprendió de que la sesión acabara sin votación.",
    "pl": "Rada portu obradowała we wtorek trzy godziny nad opłatami za postój i nikt się nie "
    "zdziwił, gdy posiedzenie skończyło się bez głosowania.",
    "uk": "Рада порту три години обговорювала у вівторок плату за стоянку, і ніхто не здивувався, "
    "коли засідання закінчилося без голосування.",
    "ru": "Совет порта три часа обсуждал во вторник плату за стоянку, и никто не удивился, когда "
    "заседание закончилось без голосования.",
}

CASES = [
    ("de", "Brede (dpa) - ~", ["wire dpa"]),
    ("de", "Brede (dpa/lno) - ~", ["wire dpa/lno"]),
    ("de", "Brede (dpa/AFP) – ~", ["wire dpa", "wire AFP"]),
    ("de", "~\nQuelle: dpa", ["wire dpa"]),
    ("de", "~\nQuelle: Hafenblatt", ["original_outlet Hafenblatt"]),
    ("de", "~\nQuellen: dpa, Reuters und AFP", ["wire dpa", "wire Reuters", "wire AFP"]),
    ("de", "~\nMit Material von dpa", ["wire dpa"]),
    ("de", "~\n(mit dpa)", ["wire dpa"]),
    ("de", "Hafenblatt mit dpa\n~", ["wire dpa"]),
    ("de", "~\n© dpa-infocom, dpa:231002-99-415263/2", ["wire dpa"]),
    ("de", "Von Anna Weber\n~", ["author Anna Weber"]),
    ("de", "~\nAus dem Englischen von Anna Weber", ["translator Anna Weber"]),
    ("de", "~\nÜbersetzung: Anna Weber", ["translator Anna Weber"]),
    ("de", "~\nÜbersetzung aus dem Englischen", ["other Übersetzung aus dem Englischen"]),
    ("de", "~\nZuerst erschienen bei Tide Watch.", ["original_outlet Tide Watch"]),
    (
        "de",
        "~\nDieser Artikel erschien zuerst in der Seezeitung.",
        ["original_outlet Seezeitung"],
    ),
    (
        "de",
        "~\nDieser Beitrag wurde zuerst veröffentlicht in der Seezeitung.",
        ["original_outlet Seezeitung"],
    ),
    ("fr", "~\n(avec AFP)", ["wire AFP"]),
    ("fr", "~\navec l'AFP et Reuters", ["wire AFP", "wire Reuters"]),
    ("fr", "Le Phare avec AFP\n~", ["wire AFP"]),
    ("fr", "~\nSource : AFP", ["wire AFP"]),
    ("fr", "~\nD'après AFP", ["wire AFP"]),
    ("fr", "Par Jeanne Petit\n~", ["author Jeanne Petit"]),
    ("fr", "~\nTraduit de l'anglais par Jeanne Petit", ["translator Jeanne Petit"]),
    ("fr", "~\nTraduction : Jeanne Petit", ["translator Jeanne Petit"]),
    (
        "fr",
        "~\nCet article a été publié initialement par Le Phare.",
        ["original_outlet Le Phare"],
    ),
    ("fr", "~\nCette tribune est parue dans Le Phare du 3 mai.", ["original_outlet Le Phare"]),
    ("fr", "La rédaction avec AFP\n~", ["wire AFP"]),
    ("fr", "LePhare.fr avec AFP\n~", ["wire AFP"]),
    ("es", "Brede, 2 oct (EFE).- ~", ["wire EFE"]),
    ("es", "~\nCon información de EFE", ["wire EFE"]),
    ("es", "~\nCon información de EFE y AFP", ["wire EFE", "wire AFP"]),
    ("es", "Agencia EFE\n~", ["wire EFE"]),
    ("es", "~\nFuente: EFE", ["wire EFE"]),
    ("es", "~\nFuente: El Faro", ["original_outlet El Faro"]),
    ("es", "~\nTraducido del inglés por Ana Ruiz", ["translator Ana Ruiz"]),
    (
        "es",
        "~\nEste artículo se publicó originalmente en El Faro.",
        ["original_outlet El Faro"],
    ),
    ("pl", "~\nŹródło: PAP", ["wire PAP"]),
    ("pl", "~\nŹródło: PAP/Reuters", ["wire PAP", "wire Reuters"]),
    ("pl", "~ (PAP)", ["wire PAP"]),
    ("pl", "~\nZa: PAP", ["wire PAP"]),
    ("pl", "~\nTłumaczenie: Jan Kowalski", ["translator Jan Kowalski"]),
    ("pl", "~\nPrzełożył z angielskiego Jan Kowalski", ["translator Jan Kowalski"]),
    (
        "pl",
        "~\nArtykuł ukazał się pierwotnie na portalu Latarnia.",
        ["original_outlet Latarnia"],
    ),
    ("uk", "~\nДжерело: Укрінформ", ["wire Укрінформ"]),
    ("uk", "~\nДжерело: Морський вісник", ["original_outlet Морський вісник"]),
    ("uk", "~\nЗа матеріалами Укрінформу", ["wire Укрінформ"]),
    ("uk", "~ Про це повідомляє Укрінформ.", ["wire Укрінформ"]),
    ("uk", "Переклад: Олена Шевчук\n~", ["translator Олена Шевчук"]),
    ("uk", "~\nПереклала з англійської Олена Шевчук", ["translator Олена Шевчук"]),
    ("uk", "~\nСтаттю вперше опубліковано на сайті «Маяк».", ["original_outlet Маяк"]),
    ("ru", "~ Об этом сообщает ТАСС.", ["wire ТАСС"]),
    ("ru", "~ Об этом сообщает агентство «Интерфакс».", ["wire Интерфакс"]),
    ("ru", "~\nПо материалам Интерфакса", ["wire Интерфакс"]),
    ("ru", "~\nИнтерфакс", ["wire Интерфакс"]),
    ("en", "~\nReuters", ["wire Reuters"]),
    # no credits
    ("de", "~ Von Anna Weber war nichts zu hören, und die Quelle der dpa schwieg.", []),
    ("de", "~\nFoto: Imago/dpa", []),
    ("fr", "~ Le maire a parlé avec l'AFP de la météo du lendemain.", []),
    ("es", "~\nCon información de los vecinos del puerto", []),
    ("pl", "~\nZa rok wybory", []),
    ("uk", "~\nЗа інформацією поліції", []),
    ("de", "Anna Weber (CDU): ~", []),
    ("de", "Anna Weber (SPD) - ~", []),
    ("de", "Die Bürgermeisterin im Gespräch mit Reuters\n~", []),
    ("de", "Streit mit Reuters\n~", []),
    ("de", "~ Das Buch ist zuerst erschienen im Anker Verlag.", []),
    ("de", "~\nQuelle: Eigene Recherche", []),
    ("de", "~\nQuelle: Statistisches Bundesamt", []),
    ("de", "~\nDieser Beitrag erschien zuerst auf Facebook.", []),
    ("fr", "Entretien avec Bloomberg\n~", []),
    ("fr", "~ Le maire dit que cet article a été publié par Le Phare.", []),
    ("es", "Ana Ruiz (PSOE): ~", []),
    ("es", "~\nFuente: Redacción", []),
    ("uk", "~ Раніше про це повідомляв Укрінформ.", []),
    ("uk", "~\nДжерело: Власна інформація", []),
    ("uk", "~ Стаття опублікована в Nature.", []),
    ("ru", "~ Ранее об этом сообщал Интерфакс.", []),
    ("ru", "~ Об этом сообщало Reuters в мае, но тогда никто не поверил.", []),
    ("ru", "~ Статья с описанием опыта опубликована в журнале Nature.", []),
    ("en", "~\nPhoto: Jo Reed – AP", []),
    ("en", "~\nImage © Reuters", []),
    ("en", "~ So says a member of the Aam Aadmi Party (AAP).", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[c[1] for c in CASES])
def test_what_a_line_says(language: str, text: str, expected: list[str]) -> None:
    text = text.replace("~", PROSE.get(language, PROSE["de"]))
    found = [f"{c.role} {c.name}" for c in find_credits(text)]
    assert sorted(found) == sorted(expected)
    for credit in find_credits(text):
        assert credit.span
        assert credit.span.of(text) == credit.name
