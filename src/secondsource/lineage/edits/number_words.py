"""What number words are worth in German, French, Spanish, Ukrainian and Polish.

Whole numbers up to a hundred and round hundreds, in the forms that count something. Left out are
the articles that also mean one ("ein Haus") where the language has another word to count with.
"""

from collections.abc import Iterable, Mapping

from secondsource.lineage.edits.wordlist import count_up


def _join(tens: Mapping[str, float], units: Mapping[str, float], link: str) -> dict[str, float]:
    """Each ten with each unit, as they are said: "treinta y cinco"."""
    return {
        f"{ten}{link}{unit}": worth + more
        for ten, worth in tens.items()
        for unit, more in units.items()
    }


def _spell(numbers: Mapping[str, float], marks: Iterable[str] = "’ʼ") -> dict[str, float]:
    """The same with each sign that is written for an apostrophe."""
    spelt = {word.replace("'", mark): worth for mark in marks for word, worth in numbers.items()}
    return {**numbers, **spelt}


_TENS_DE = count_up(
    "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10
)
_JOINED_DE = count_up("ein zwei drei vier fünf sechs sieben acht neun", 1)
GERMAN = {
    **count_up("null eins zwei/zweier drei vier fünf sechs sieben acht neun zehn elf zwölf"),
    **count_up("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 13),
    **_TENS_DE,
    **{
        f"{unit}und{ten}": worth + more
        for ten, worth in _TENS_DE.items()
        for unit, more in _JOINED_DE.items()
    },
    **{f"{unit}hundert": worth * 1e2 for unit, worth in _JOINED_DE.items()},
    **{f"{unit}tausend": worth * 1e3 for unit, worth in _JOINED_DE.items()},
}

_TENS_FR = count_up("vingt trente quarante cinquante soixante", 20, 10)
FRENCH = {
    **count_up("zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize"),
    **count_up("quatorze quinze seize", 14),
    **_TENS_FR,
    **_join(_TENS_FR, count_up("un/une", 1), " et "),
    **_join(_TENS_FR, count_up("un/une", 1), "-et-"),
    **count_up("soixante_et_onze/soixante-et-onze", 71),
    **count_up("quatre-vingt/quatre-vingts", 80),
    **count_up("septante", 70),
    **count_up("nonante", 90),
}

_UNITS_ES = count_up("un/uno/una dos tres cuatro cinco seis siete ocho nueve", 1)
_TENS_ES = count_up("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10)
SPANISH = {
    **count_up("cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce"),
    **count_up("trece catorce quince dieciséis diecisiete dieciocho diecinueve", 13),
    **_TENS_ES,
    **count_up("veintiún/veintiuno/veintiuna veintidós veintitrés veinticuatro veinticinco", 21),
    **count_up("veintiséis veintisiete veintiocho veintinueve", 26),
    **_join(_TENS_ES, _UNITS_ES, " y "),
    **count_up(
        "doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas", 200, 100
    ),
    **count_up("quinientos/quinientas seiscientos/seiscientas setecientos/setecientas", 500, 100),
    **count_up("ochocientos/ochocientas novecientos/novecientas", 800, 100),
}

UKRAINIAN = _spell(
    {
        **count_up(
            "нуль один/одна/одного два/дві/двох/двом/двома/двоє три/трьох/трьом/трьома/троє"
        ),
        **count_up("чотири/чотирьох/чотирьом/четверо п'ять/п'яти/п'ятьох/п'ятеро", 4),
        **count_up("шість/шести/шістьох/шестеро сім/семи/сімох/семеро", 6),
        **count_up("вісім/восьми/вісьмох/восьмеро дев'ять/дев'яти/дев'ятьох/дев'ятеро", 8),
        **count_up(
            "десять/десяти/десятьох/десятеро одинадцять/одинадцяти дванадцять/дванадцяти", 10
        ),
        **count_up("тринадцять/тринадцяти чотирнадцять/чотирнадцяти п'ятнадцять/п'ятнадцяти", 13),
        **count_up("шістнадцять/шістнадцяти сімнадцять/сімнадцяти вісімнадцять/вісімнадцяти", 16),
        **count_up("дев'ятнадцять/дев'ятнадцяти", 19),
        **count_up("двадцять/двадцяти тридцять/тридцяти сорок п'ятдесят/п'ятдесяти", 20, 10),
        **count_up("шістдесят/шістдесяти сімдесят/сімдесяти вісімдесят/вісімдесяти", 60, 10),
        **count_up("дев'яносто/дев'яноста сто/ста", 90, 10),
        **count_up(
            "двісті/двохсот триста/трьохсот чотириста/чотирьохсот п'ятсот/п'ятисот", 200, 100
        ),
        **count_up("шістсот/шестисот сімсот/семисот вісімсот/восьмисот дев'ятсот", 600, 100),
    }
)

POLISH = {
    **count_up("zero jeden/jedna/jedno dwa/dwie/dwóch/dwaj/dwoje/dwoma trzy/trzech/trzej/troje"),
    **count_up("cztery/czterech/czterej/czworo pięć/pięciu/pięcioro sześć/sześciu/sześcioro", 4),
    **count_up("siedem/siedmiu/siedmioro osiem/ośmiu/ośmioro dziewięć/dziewięciu/dziewięcioro", 7),
    **count_up("dziesięć/dziesięciu/dziesięcioro jedenaście/jedenastu dwanaście/dwunastu", 10),
    **count_up("trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu", 13),
    **count_up("szesnaście/szesnastu siedemnaście/siedemnastu osiemnaście/osiemnastu", 16),
    **count_up("dziewiętnaście/dziewiętnastu", 19),
    **count_up("dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu", 20, 10),
    **count_up("pięćdziesiąt/pięćdziesięciu sześćdziesiąt/sześćdziesięciu", 50, 10),
    **count_up("siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu", 70, 10),
    **count_up("dziewięćdziesiąt/dziewięćdziesięciu sto/stu", 90, 10),
    **count_up("dwieście/dwustu trzysta/trzystu czterysta/czterystu pięćset/pięciuset", 200, 100),
    **count_up("sześćset/sześciuset siedemset/siedmiuset osiemset/ośmiuset", 600, 100),
    **count_up("dziewięćset/dziewięciuset", 900),
}
