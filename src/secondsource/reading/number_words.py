"""Small numbers as sentences write them, in figures or in words of seven languages."""

_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "a an one один одну одного einem einer un une una jeden",
            "two два две двух couple пару zwei deux dos dwa dwie дві",
            "three три трех трёх drei trois tres trzy",
            "four четыре четырех четырёх vier quatre cuatro cztery чотири",
            "five пять пяти fünf cinq cinco pięć п'ять п’ять",
            "six шесть шести sechs seis sześć шість",
            "seven семь семи sieben sept siete siedem сім",
            "eight восемь восьми acht huit ocho osiem вісім",
            "nine девять девяти neun neuf nueve dziewięć дев'ять дев’ять",
            "ten десять десяти zehn dix diez dziesięć",
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
    return int(word) if word.isdecimal() else _WORDS.get(word.casefold())
