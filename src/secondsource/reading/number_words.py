"""Small numbers as sentences write them, in figures or in words of seven languages."""

_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "a an one один одну одного einem einer un une una jeden",
            "two два две двух couple пару zwei deux dos dwa dwie dwóch двох дві",
            "three три трех трёх drei trois tres trzy trzech трьох",
            "four четыре четырех четырёх vier quatre cuatro cztery czterech чотирьох чотири",
            "five пять пяти fünf cinq cinco pięć pięciu п'яти п'ять",
            "six шесть шести sechs seis sześć sześciu шість",
            "seven семь семи sieben sept siete siedem siedmiu сім",
            "eight восемь восьми acht huit ocho osiem ośmiu вісім",
            "nine девять девяти neun neuf nueve dziewięć dziewięciu дев'яти дев'ять",
            "ten десять десяти zehn dix diez dziesięć dziesięciu",
        ),
        start=1,
    )
    for word in words.split()
}


def read_number(word: str) -> int | None:
    """The number that a word says, from one to ten, or that figures do; None for another word.

    Args:
        word: one word, or up to a few hundred figures, in any case.
    """
    return int(word) if word.isdecimal() else _WORDS.get(word.casefold().replace("’", "'"))
