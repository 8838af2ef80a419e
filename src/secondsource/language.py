"""The language of a text, from its script and its most frequent small words.

The method is the oldest one there is: function words (Ingle 1976, "A language identification
table"), after the script has ruled most languages out. It needs about twenty words to decide
and says None when two languages fit about as well.
"""

import re
from collections.abc import Mapping

_SAMPLE = 1500
_MIN_WORDS = 8
# Share of words that must be in a language's list, and how far it must lead the next. Chosen on
# the NTREX documents (twelve languages) and the Golunov corpus; figures in docs/collect.md.
_MIN_SHARE = 0.03
_MIN_LEAD = 1.25
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ARABIC = re.compile(r"[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d2]+")
_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "latin": re.compile(r"[a-z\u00df-\u024f]+"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "arabic": re.compile(r"[\u0621-\u064a\u0671-\u06d3]+"),
    "han": re.compile(r"[\u4e00-\u9fff]+"),
    "kana": re.compile(r"[\u3041-\u30ff]+"),
}
Index = Mapping[str, tuple[tuple[str, float], ...]]

_LATIN_WORDS: Mapping[str, str] = {
    "en": "the of and to in a is that for it on was with as by at be this are from has have he "
    "his not but they which an will been said who their were had or its would more after about",
    "de": "der die und das den ist von zu mit sich des auf für nicht im ein dem eine es auch an "
    "als nach wie aus bei hat sie war er werden einen zum oder noch wurde sind einer dass über",
    "fr": "le la les de des et en un une du est que qui dans pour au par sur pas plus il ce avec "
    "ne se sont son aux mais ou cette ont été sa ses leur comme elle nous être était selon",
    "es": "el la los de que y en un una del se las por con para es su al lo como más no pero sus "
    "ha este o sobre entre fue son también está han según desde hasta cuando muy sin años",
    "pl": "w i na z do nie się że to jest o jak za po od przez jego ale dla był które oraz ma już "
    "co który tym tego może być tak roku są także przed która ich czy jej było ze nad będzie",
    "tr": "ve bir bu için ile da de olarak çok daha olan gibi sonra kadar ancak olduğunu en ise "
    "ne var göre ama değil oldu her o şekilde tarafından ilk iki yeni olduğu dedi büyük üzerinde",
    "it": "di e il la che in un per è non una del con si da sono le dei al della più gli come "
    "alla anche ha nel lo ma nella su i delle ai essere stato questo dal dalla ed",
    "nl": "de het een en van in is dat op te voor met zijn niet die aan er om ook als bij door "
    "naar over uit maar wordt heeft nog worden was ze tot werd meer dan hij geen deze",
    "pt": "o a de que e do da em um para com não uma os no se na por mais as dos como mas foi ao "
    "ele das tem à seu sua ou ser quando muito há nos já está também pelo pela",
    "sv": "och att det i på är som en av för med den till inte om ett har de från vid så men han "
    "var eller sig hade kan ska under efter också när över man säger mot",
    "no": "og i det på er som til en å av for at med de ikke den har om et fra var men han vi kan "
    "etter sier skal ved også så seg eller ble hun over mot være hva",
    "da": "og i at det er en til på som af for med de den har ikke et der var men han om fra vi "
    "kan ved også så sig eller blev hun efter over mod være hvad siger",
    "fi": "ja on ei että se oli hän mutta ovat myös kun joka tai mukaan kuin niin sen ole ollut "
    "jos vain jo mitä sekä voi nyt vielä kanssa",
    "cs": "a se v na je že s z do o k i to za ve pro jako by ale po jeho jsem od jsou které který "
    "tak bylo při podle až už také být má si nebo byl však ze",
    "sk": "a sa v na je že s z do o k i to za vo pre ako by ale po jeho od sú ktoré ktorý tak bolo "
    "pri podľa až už aj byť má si alebo bol však zo",
    "hu": "a az és hogy nem is egy van ez meg volt de csak már mint még el ki azt aki ha be le "
    "vagy szerint lesz minden ezt után között",
    "ro": "și de în la a cu pe nu o din un că care mai pentru este sunt fi ce au prin dar să fost "
    "după ca al ale sau această lui către",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena "
    "tersebut bisa ada mereka lebih telah kata oleh sebagai atau",
    "vi": "và của là có trong được cho các không với những một người đã này khi để ra về đến vào "
    "từ như ông tại cũng nhiều",
    "az": "və bu bir ki ilə üçün də da edib olan deyib onun daha ilə görə çox isə sonra kimi olub "
    "həmin var edilib bildirib",
}
_CYRILLIC_WORDS: Mapping[str, str] = {
    "ru": "и в не на что с по как это из но к за от он был для его о так же а то у все было они "
    "или при уже только если мы быть который также до чтобы после бы во более этом она",
    "uk": "і в у на що не з та до як за про це його від для був але він за які при вже який ми "
    "або також після було щоб їх які бути буде під час має з якщо й із",
    "be": "і ў у на не што з па да як за для гэта яго ад але ён быў каб які якія пра пры таксама "
    "было яны мы або пасля таму больш ужо ці так яна ва гэтага ёсць толькі",
    "kk": "және мен да де бұл үшін бір деп болып ол осы бар екен болған жаңа туралы кейін пен сол "
    "қазақстан оның арқылы дейін еді емес өз ғана жылы көп бойынша",
    "bg": "на и да в за се от че е с не по са как това ще го като си до но или също при която към "
    "беше който след а те му ли има във само",
    "sr": "и у је на да се за од са су не које који то као би али што о из до или због после само "
    "још бити ће није нас он она",
    "mk": "на и во да се од за со е не што ги го ќе дека со како по или но се беше ова кои која "
    "до при сите",
    "ky": "жана менен бул бир үчүн деп эле да бар болгон болуп ал кийин эмес алар анын боюнча деди "
    "ошол ушул катары",
}
# Letters that a language's own words do not have: a text with many of them is in another one.
_FOREIGN_LETTERS: Mapping[str, str] = {
    "ru": "іїєґўәғқңөұүһђјљњћџѓќѕ",
    "uk": "ыэъёўәғқңөұүһђјљњћџѓќѕ",
    "be": "ищъїєґәғқңөұүһђјљњћџѓќѕ",
    "kk": "їєґўђјљњћџѓќѕ",
    "bg": "ыэёіїєґўәғқңөұүһђјљњћџѓќѕ",
    "sr": "ыэёйщьъюяіїєґўәғқңөұүһѓќѕ",
    "mk": "ыэёйщьъюяіїєґўәғқңөұүһђћ",
    "ky": "іїєґўәғқұһђјљњћџѓќѕ",
}
_MAX_FOREIGN = 0.01
"""Share of letters that a language does not have, from which a text is not in it; set by hand."""


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is written in, or None when unsure.

    Args:
        text: any text; the first 1,500 code points decide.

    Returns:
        One of the languages the program reads (en ru uk be de fr es pl kk tr ar zh ja), or one
        of the neighbours they could be mistaken for, or None.
    """
    sample = text[:_SAMPLE].lower()
    if sample.isascii():
        return _by_words(sample, _LATIN_INDEX)
    return _by_script(sample)


def guess_language(text: str) -> str:
    """The language to read a text in: the one detected, else Russian or English by its script."""
    return detect_language(text) or _default_of_script(text[:_SAMPLE].lower())


def _default_of_script(sample: str) -> str:
    cyrillic = _count(_SCRIPTS["cyrillic"], sample)
    return "ru" if cyrillic > _count(_SCRIPTS["latin"], sample) else "en"


def _by_script(sample: str) -> str | None:
    counts = {name: _count(pattern, sample) for name, pattern in _SCRIPTS.items()}
    han, kana = counts.pop("han"), counts.pop("kana")
    script = max(counts, key=lambda name: counts[name])
    if (han + kana) * 3 > counts[script]:
        return _east_asian(han, kana)
    if script == "arabic":
        return _arabic(sample, counts["arabic"])
    if script == "cyrillic":
        return _by_words(sample, _CYRILLIC_INDEX, _excluded(sample, counts["cyrillic"]))
    return _by_words(sample, _LATIN_INDEX)


def _count(pattern: re.Pattern[str], sample: str) -> int:
    return sum(map(len, pattern.findall(sample)))


def _east_asian(han: int, kana: int) -> str | None:
    if han + kana < _MIN_WORDS:
        return None
    return "ja" if kana * 10 > han else "zh"


def _arabic(sample: str, letters: int) -> str | None:
    others = _count(_NOT_ARABIC, sample)
    return "ar" if letters >= _MIN_WORDS * 2 and others * 50 < letters else None


def _excluded(sample: str, letters: int) -> frozenset[str]:
    """The Cyrillic languages whose alphabet does not have the letters of this sample."""
    return frozenset(
        code
        for code, foreign in _FOREIGN_LETTERS.items()
        if sum(map(sample.count, foreign)) > letters * _MAX_FOREIGN
    )


def _by_words(sample: str, index: Index, excluded: frozenset[str] = frozenset()) -> str | None:
    words = _WORD.findall(sample)
    if len(words) < _MIN_WORDS:
        return None
    scores: dict[str, float] = {}
    for word in words:
        for code, weight in index.get(word, ()):
            scores[code] = scores.get(code, 0.0) + weight
    ranked = sorted(
        ((score, code) for code, score in scores.items() if code not in excluded), reverse=True
    )
    return _decide(ranked, len(words))


def _decide(ranked: list[tuple[float, str]], words: int) -> str | None:
    if not ranked or ranked[0][0] < _MIN_SHARE * words:
        return None
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked[0][0] >= second * _MIN_LEAD else None


def _index(profiles: Mapping[str, str]) -> Index:
    """Each word with the languages that have it; a word of many languages tells less of each."""
    owners: dict[str, list[str]] = {}
    for code, words in profiles.items():
        for word in sorted(set(words.split())):
            owners.setdefault(word, []).append(code)
    return {word: tuple((code, 1 / len(codes)) for code in codes) for word, codes in owners.items()}


_LATIN_INDEX = _index(_LATIN_WORDS)
_CYRILLIC_INDEX = _index(_CYRILLIC_WORDS)
DETECTED = frozenset({*_LATIN_WORDS, *_CYRILLIC_WORDS, "ar", "zh", "ja"})
"""The languages that `detect_language` knows."""
