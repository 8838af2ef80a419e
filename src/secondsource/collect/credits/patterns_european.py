"""The formulas of credit lines in German, French, Spanish, Polish and Ukrainian, as tables.

Rows as in `patterns.py`, where those for English and Russian are; what several languages
share ("Source:", "Автор:") stands there only once. `tests/collect/credits/` has a table of examples
to add one to.
"""

import re

from secondsource.article import Role
from secondsource.collect.credits.rows import LEARNED_JOURNAL, Label, Phrase

_FROM_FRENCH = r"(?: (?:de l['’]\w+|du \w+)(?: en français)?)?"
_FROM_SPANISH = r"(?: del? (?:idioma )?\w+)?(?: al español)?"
_FROM_UKRAINIAN = r"(?: (?:з|із) \w+(?: мови)?| (?:на )?українською(?: мовою)?)?"

LABELS: tuple[Label, ...] = (
    Label(
        r"quellen?|zuerst (?:erschienen|veröffentlicht)(?: (?:in|bei|auf))?|erstveröffentlichung"
        r"|publié (?:initialement|d['’]abord)(?: (?:dans|par|sur))?|première publication"
        r"|fuentes?|publicado originalmente(?: (?:en|por))?"
        r"|źródł[oa]|pierwotnie opublikowan[oey](?: (?:w|na))?"
        r"|(?:перше)?джерел[оа]|(?:вперше )?опубліковано(?: (?:в|у|на))?",
        person=None,
        outlet=Role.ORIGINAL_OUTLET,
        colon=True,
    ),
    Label(
        r"original(?:artikel|text|beitrag)|article original|texte original"
        r"|artículo original|texto original|oryginał|tekst oryginalny|оригінал(?: статті| тексту)?",
        person=Role.AUTHOR,
        outlet=Role.ORIGINAL_OUTLET,
        colon=True,
    ),
    Label(
        r"übersetz(?:ung|er|erin|t)(?: aus dem \w+)?(?: von)?"
        rf"|traduction{_FROM_FRENCH}|traduct(?:eur|rice)|traduit{_FROM_FRENCH}"
        rf"|traducción{_FROM_SPANISH}|traductora?|traducido{_FROM_SPANISH}"
        r"|tłumacz(?:enie|ył|yła|ka)?(?: z \w+)?|przekład(?: z \w+)?|przełożyła?(?: z \w+)?"
        rf"|переклад(?:ач|ачка)?{_FROM_UKRAINIAN}|перекла(?:в|ла|ли){_FROM_UKRAINIAN}",
        person=Role.TRANSLATOR,
        outlet=Role.REPUBLISHED_FROM,
        colon=True,
    ),
    Label(
        r"(?:aus dem \w+ )?(?:übersetzt |übersetzung )(?:aus dem \w+ )?von|aus dem \w+ von"
        rf"|(?:traduction|traduit){_FROM_FRENCH} par"
        rf"|traducido{_FROM_SPANISH} por|traducción{_FROM_SPANISH} de"
        r"|(?:z \w+ )?(?:przełożyła?|tłumaczyła?|przetłumaczyła?)(?: z \w+)?"
        rf"|перекла(?:в|ла|ли){_FROM_UKRAINIAN}",
        person=Role.TRANSLATOR,
        outlet=Role.REPUBLISHED_FROM,
        colon=False,
    ),
    Label(
        r"autor(?:in|a|es|ka|zy)?|text|texte|texto|tekst|auteure?s?|автор(?:и|ка)",
        person=Role.AUTHOR,
        outlet=None,
        colon=True,
    ),
    Label(r"von|par|por", person=Role.AUTHOR, outlet=None, colon=False),
    Label(
        r"mit (?:freundlicher )?genehmigung (?:von|des|der)|übernommen (?:von|aus)"
        r"|avec l['’]aimable autorisation d[eu]|reproduit avec l['’]autorisation d[eu]|repris de"
        r"|(?:reproducido|publicado) con (?:la )?autorización de|reproducido de"
        r"|za (?:zgodą|pozwoleniem)(?: redakcji)?|przedruk(?: (?:z|za))?"
        r"|(?:публікується|передруковано)(?: з дозволу)?(?: редакції)?(?: (?:з|із))?"
        r"|передрук(?: з)?",
        person=Role.REPUBLISHED_FROM,
        outlet=Role.REPUBLISHED_FROM,
        colon=False,
    ),
    Label(
        r"(?:zuerst|erstmals) (?:erschienen|veröffentlicht) (?:in|im|bei|auf)(?: de[rmn])?",
        person=None,
        outlet=Role.ORIGINAL_OUTLET,
        colon=False,
    ),
    # Nothing but agencies may follow these.
    Label(
        r"mit(?: (?:material|informationen|inhalten|texten)(?: (?:von|der))?)?"
        r"|avec|d['’]après"
        r"|con (?:información|informaciones|datos|material) de(?: la)?(?: agencias?)?"
        r"|za:?|na podst(?:\.|awie)(?: materiałów)?"
        r"|за (?:матеріалами|інформацією|повідомленням)(?: агентства| агенції)?",
        person=None,
        outlet=Role.WIRE,
        colon=False,
    ),
)

_GERMAN_ITEM = r"(?:artikel|text|beitrag|kommentar|essay|bericht|interview)"
_FRENCH_ITEM = r"(?:article|texte|entretien|reportage|tribune)"
_FRENCH_FIRST = r"(?:initialement|d['’]abord|pour\s+la\s+première\s+fois)"
_SPANISH_ITEM = r"(?:artículo|texto|reportaje|entrevista|columna|nota)"
_POLISH_ITEM = r"(?:artykuł|tekst|wywiad|reportaż|felieton)"
_UKRAINIAN_ITEM = r"(?:стаття|статтю|матеріал|текст|інтерв['’]ю|колонка|колонку|переклад)"

PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "dieser ",
        re.compile(
            rf"(?i:\bdiese[rs]\s+{_GERMAN_ITEM}\s+(?:ist|erschien|wurde)\s+"
            r"(?:zuerst|zunächst|ursprünglich|erstmals)\s+(?:erschienen\s+|veröffentlicht\s+)?"
            r"(?:in|im|bei|auf|von)\s+(?:der\s+|dem\s+|den\s+)?)"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "cet",
        re.compile(
            # "… said that this article was published by" may be about any article
            rf"\b(?:Cet|cet(?=[^.]{{0,60}}?{_FRENCH_FIRST}))(?:te)?\s+"
            rf"(?i:{_FRENCH_ITEM}\s+(?:a|est)\s+"
            rf"(?:(?:été|{_FRENCH_FIRST})\s+){{0,2}}(?:publiée?|parue?)\s+(?:{_FRENCH_FIRST}\s+)?"
            r"(?:dans|par|sur|chez)\s+(?:le\s+(?:site|journal)\s+)?)"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "este ",
        re.compile(
            rf"(?i:\best[ea]\s+{_SPANISH_ITEM}\s+"
            r"(?:se\s+publicó|fue\s+publicad[oa]|apareció)\s+"
            r"(?:originalmente|originariamente|por\s+primera\s+vez|primero)\s+(?:en|por)\s+)"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "pierwotnie",
        re.compile(
            rf"(?i:\b{_POLISH_ITEM}\b[^.]{{0,30}}?\b(?:opublikowan[yoea]|ukazał[ao]?\s+się)\s+"
            r"pierwotnie\s+(?:w|na|przez)\s+(?:łamach\s+|portalu\s+|serwisie\s+)?"
            rf"|\b{_POLISH_ITEM}\s+pierwotnie\s+(?:opublikowan[yoea]|ukazał[ao]?\s+się)\s+"
            r"(?:w|na|przez)\s+(?:łamach\s+|portalu\s+|serwisie\s+)?)"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "опублікован",
        re.compile(
            rf"(?i:\b{_UKRAINIAN_ITEM}\b[^.]{{0,40}}?\bопублікован(?:о|а|ий|ої)?\s+"
            r"(?:вперше\s+)?(?:в|у|на)\s+(?:(?:сайті|виданні|газеті|порталі)\s+)?"
            rf"(?!{LEARNED_JOURNAL}))"
        ),
        Role.ORIGINAL_OUTLET,
    ),
)
# A translation that does not name its translator still says that it is one.
UNNAMED_TRANSLATION = (
    r"(?:übersetzt|übersetzung) aus dem [^\W\d_]{4,20}"
    r"|(?:traduit|traduction) (?:de l['’]|du )[^\W\d_]{4,20}"
    r"|(?:traducido|traducción) del [^\W\d_]{4,20}"
    r"|(?:przekład|tłumaczenie) z (?:języka )?[^\W\d_]{4,20}ego"
    r"|переклад (?:з|із) [^\W\d_]{4,20}ої(?: мови)?"
)
