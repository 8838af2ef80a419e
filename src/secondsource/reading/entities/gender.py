"""Whether a name can be meant by "he" or by "she": simple evidence, and "unknown" is common."""

from enum import StrEnum

_MALE_TITLES = frozenset({"mr", "mr.", "sir", "lord", "prince", "king", "father", "brother"})
_FEMALE_TITLES = frozenset(
    {"ms", "ms.", "mrs", "mrs.", "miss", "lady", "dame", "princess", "queen", "sister"}
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MALE_NAMES = _words(
    """
    aaron adam alan albert alex alexander alexei alexey alfred ali andrei andrew andrey anthony
    anton antonio arthur ben benjamin bernard bernie bill bob boris brad brian bruce carl carlos
    charles charlie chris christopher craig dan daniel dave david dean denis dennis dmitri dmitry
    donald doug douglas ed eddie edward eric ernest eugene fedor frank frederick gary geoffrey
    george gerald glenn gordon grigory greg harold harry henry herbert howard hugh ian igor ilya
    ivan jack jacob jake james jamie jared jason jeff jeffrey jeremy jerry jim jimmy joe joel john
    johnny jonathan jose joseph josh juan justin karl keith ken kenneth kevin kirill konstantin
    larry lawrence leo leonid lewis louis luis lindsey marc marco mark martin matt matthew maxim
    michael mick miguel mike mikhail mitch mitt mohammed muhammad nathan neil nicholas nick nikita
    nikolai oleg oscar oleksandr aleksandr aleksander pablo patrick paul pavel pedro pete peter
    petr philip phil pierre rafael ralph randy ray raymond richard rick robert roger roman ron
    ronald rudy rupert russell sam samuel scott sean sergei sergey simon stanislav stephen steve
    steven stuart ted terry thomas tim timothy tom tony travis vadim valery vasily victor viktor
    vincent vitaly vladimir vladislav volodymyr walter wayne wesley will william yuri yury
    """
)
_FEMALE_NAMES = _words(
    """
    abigail agnes alexandra alexandria alice alicia alina alla amanda amber amy ana anastasia
    andrea angela angelina anita ann anna anne annie barbara beatrice betty beth bonnie brenda
    bridget camille carla carly carmen carol caroline carolyn catherine cathy charlotte cheryl
    chelsea christina christine cindy claire clara claudia cynthia daria darya debbie deborah
    debra denise diana diane donna doris dorothy eileen ekaterina elaine eleanor elena elizabeth
    ellen emily emma erica erin esther eva evelyn florence frances galina gina gloria grace
    hannah heather heidi helen hillary huma ida inna irina isabel ivanka jackie jane janet
    janice jean jeanne jennifer jenny jessica jill joan joanna joyce judith judy julia julie
    karen karin kate katherine kathleen kathryn kathy katie kelly kellyanne kim kimberly kristen
    kristin larisa laura lauren leah lena lidia lillian linda lisa liz louise lucy lydia
    lyudmila maggie margaret margarita maria marie marina martha mary maya megan melania melanie
    melissa meghan michelle monica nadia nadezhda nancy naomi natalia natalie natalya nataliya
    natasha nicole nikki nina oksana olga olivia pamela patricia paula pauline polina rachel
    rebecca renee rita robin rosa rose ruth sally samantha sandra sara sarah sharon sheila
    shirley sofia sonia sophia sophie stephanie sue susan suzanne svetlana tamara tammy tatiana
    tatyana teresa tina tracy ursula valentina valerie vanessa vera veronica victoria virginia
    wendy yelena yulia zoe
    """
)
_FEMALE_ENDINGS = ("ova", "eva", "skaya", "skaia", "ina", "yna", "chenkova")
_ENDING_NEEDS = 6
"""Letters a Slavic surname must have before its ending counts as evidence (Medina has six)."""


class Gender(StrEnum):
    """What a name or a pronoun shows."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


def guess_gender(words: tuple[str, ...]) -> Gender:
    """Guess from a title, a common first name, or a Slavic surname's ending.

    Args:
        words: The words of a name, with the title before it if there is one.

    Returns:
        `UNKNOWN` when none of them tells.
    """
    lowered = [word.lower() for word in words]
    for word in lowered[:1] + lowered[:2]:
        if word in _MALE_TITLES or word in _MALE_NAMES:
            return Gender.MALE
        if word in _FEMALE_TITLES or word in _FEMALE_NAMES:
            return Gender.FEMALE
    last = lowered[-1] if lowered else ""
    if len(last) > _ENDING_NEEDS and last.endswith(_FEMALE_ENDINGS):
        return Gender.FEMALE
    return Gender.UNKNOWN


def agrees(one: Gender, other: Gender) -> bool:
    """Whether both can be the same person."""
    return Gender.UNKNOWN in (one, other) or one is other
