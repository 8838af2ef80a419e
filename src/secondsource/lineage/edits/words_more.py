"""Short lists for German, French, Spanish, Ukrainian and Polish; compiled in `words.py`.

They hold the commonest hedges, cues, months and numbers, so what they find is likely right
and much is not found.
"""

from collections.abc import Mapping

from secondsource.lineage.edits import number_words
from secondsource.lineage.edits.wordlist import WordList, either

_DAYTIME = "(?:s|abends?|nachts?|früh|morgens?|mittags?|vormittags?|nachmittags?)?"
"""What a German day of the week may go on with: Mittwochabend."""
_GERMAN = WordList(
    hedges=either(
        r"""
        angeblich angebliche[nmrs]? mutmaßlich mutmaßliche[nmrs]? vermutlich wahrscheinlich
        möglicherweise offenbar anscheinend wohl vielleicht womöglich könnten? dürften?
        mögliche[nmrs]? scheinbar sogenannte[nmrs]? verdächtigte[nmrs]? etwa(?=_\d) rund(?=_\d)
        soll(?:en)?(?=_) ungefähr schätzungsweise unbestätigte[nmrs]?
        """
    ),
    named_after=either("laut nach_angaben zufolge nach_aussage gemäß unter_berufung_auf"),
    says=either(
        """
        sagte[n]? erklärte[n]? teilte[n]? berichtete[n]? berichten berichtet schrieb schreibt
        behauptete[n]? behauptet behaupten betonte[n]? meinte[n]? sagt sagen äußerte[n]?
        warnte[n]? bestätigte[n]? kündigte[n]? fügte[n]?
        """
    ),
    doubting=either("behauptete[n]? behauptet behaupten"),
    that=either("dass daß ob"),
    loaded=either(
        r"""
        regime[s]? radikale[nmrs]? brutale?[nmrs]? skandalös\w* propaganda lügen? terrorist\w*
        katastrophal\w* beispiellos\w* schockierend\w* dramatisch\w* irrsinnig\w* hetze
        """
    ),
    most=either("bis_zu höchstens maximal weniger_als unter nicht_mehr_als"),
    least=either("mehr_als über mindestens wenigstens"),
    negations=either(
        r"""
        nicht(?!_(?:nur|zuletzt)) kein(?:e[nmrs]?)? nie niemals niemand(?:en|em)? nichts
        nirgends weder
        """
    ),
    negative=either(r"ohne verweiger\w+ fehl\w+ bestr\w+ kaum unterließ\w* lehnte[n]? falsch\w*"),
    relative_days=either("heute gestern morgen vorgestern kürzlich letzte_woche"),
    pronouns="er sie es wir ich ihr man dieser diese dieses",
    minor="der die das den dem des ein eine einer eines einem einen von im in am und zu nach auch",
    honorifics="herr herrn frau dr prof präsident kanzler kanzlerin minister ministerin",
    months=(
        "Januar|Jänner",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    weekdays=(
        f"Montag{_DAYTIME}",
        f"Dienstag{_DAYTIME}",
        f"Mittwoch{_DAYTIME}",
        f"Donnerstag{_DAYTIME}",
        f"Freitag{_DAYTIME}",
        f"(?:Samstag|Sonnabend){_DAYTIME}",
        f"Sonntag{_DAYTIME}",
    ),
    numbers=number_words.GERMAN,
    uncounted=either(
        r"""
        außer_acht in_acht(?=_(?:zu_)?nehm|_genommen) acht(?=_(?:zu_)?(?:geben|gegeben)\b)
        (?:gib|gibt|gab|gaben|geben)(?:_sie)?_acht(?=\W*$|_auf\b)
        """
    ),
    scales={
        "hundert": 1e2,
        "tausend": 1e3,
        **dict.fromkeys(("million", "millionen", "mio"), 1e6),
        **dict.fromkeys(("milliarde", "milliarden", "mrd"), 1e9),
    },
    capital_nouns=True,
)
_FRENCH = WordList(
    hedges=either(
        r"""
        prétendument soi-disant apparemment présumée?s? supposée?s? probablement peut-être
        sans_doute vraisemblablement possiblement éventuellement éventuelle?s? possibles?
        probables? semble(?:nt|rait)? paraît(?:rait)? pourrai(?:t|ent) aurai(?:t|ent)
        serai(?:t|ent) environ(?=_\d) près_de(?=_\d) au_moins(?=_\d)
        """
    ),
    named_after=either("selon d['’]après à_en_croire de_source"),
    says=either(
        """
        a_déclaré ont_déclaré a_affirmé ont_affirmé a_dit ont_dit a_indiqué ont_indiqué
        a_annoncé a_expliqué a_précisé a_ajouté a_assuré affirme(?:nt)? déclare(?:nt)?
        assure(?:nt)? écrit rapporte(?:nt)? indique(?:nt)? explique(?:nt)? estime(?:nt)? dit
        prétend(?:ent)?
        """
    ),
    doubting=either("prétend(?:ent)? a_prétendu"),
    that=either("que qu['’]"),
    loaded=either(
        r"""
        régime radica(?:l|le|ux|les) fanatiques? barbares? scandaleu\w+ propagande mensonges?
        terroristes? catastrophiques? honteu\w+ choquante?s? dramatiques? sans_précédent
        """
    ),
    most=either("jusqu['’]à au_plus au_maximum moins_de pas_plus_de"),
    least=either("plus_de au_moins au_minimum pas_moins_de"),
    negations=either(
        r"""
        ne n(?=['’]\w) pas jamais aucune? rien ni
        """
    ),
    negative=either(r"sans refus\w+ manqu\w+ échou\w+ nie(?:nt)? nié\w* démen\w+ incapables? faux"),
    doubled_negation=True,
    relative_days=either("aujourd['’]hui hier demain avant-hier récemment"),
    pronouns="il elle ils elles on je nous vous qui celui celle ceux",
    minor="le la les l un une des du de d à au aux et en par pour dans son sa ses leur aussi",
    honorifics="m mme mlle dr président présidente ministre premier monsieur madame",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    numbers=number_words.FRENCH,
    uncounted=either(
        r"""
        pour_cent (?:quoi|rien|chose)_de_neuf à_neuf(?=\W*$) (?:flambant|tout)_neuf
        du_neuf(?!_(?:au|\w+[sx])\b)
        (?:un|le|ce|son)_(?!moins|plus|\w+di_)\w+_neuf(?!_(?:\w+[sx]|cents?|mille)\b)
        """
    ),
    scales={
        "cent": 1e2,
        "cents": 1e2,
        "mille": 1e3,
        **dict.fromkeys(("million", "millions"), 1e6),
        **dict.fromkeys(("milliard", "milliards"), 1e9),
    },
)
_SPANISH = WordList(
    hedges=either(
        r"""
        presuntamente presunt[oa]s? supuestamente supuest[oa]s? aparentemente probablemente
        posiblemente posibles? probables? quizás? tal_vez al_parecer parece(?:n|ría)? podrían?
        habrían? unos(?=_\d) alrededor_de(?=_\d) al_menos(?=_\d)
        """
    ),
    named_after=either("según de_acuerdo_con conforme_a citando_a en_palabras_de"),
    says=either(
        """
        dijo dijeron afirmó afirmaron declaró declararon aseguró aseguraron señaló señalaron
        informó informaron indicó indicaron explicó anunció añadió agregó sostuvo escribió
        dice[n]? afirma[n]? asegura[n]? sostiene[n]? informa[n]? ha_dicho ha_declarado
        ha_afirmado
        """
    ),
    doubting=either("sostuvo sostiene[n]? alega[n]? alegó"),
    that=either("que si"),
    loaded=either(
        """
        régimen radicales? fanátic[oa]s? bárbar[oa]s? escandalos[oa]s? propaganda mentiras?
        terroristas? catastrófic[oa]s? vergonzos[oa]s? impactantes? dramátic[oa]s? brutal(?:es)?
        """
    ),
    most=either("hasta como_máximo menos_de no_más_de"),
    least=either("más_de al_menos por_lo_menos como_mínimo no_menos_de"),
    negations=either(
        r"""
        no(?!_(?:s[oó]lo|obstante|menos|más)) nunca jamás nadie nada ning(?:ún|un[oa]s?) ni tampoco
        """
    ),
    negative=either(r"sin neg\w+ rechaz\w+ carec\w+ falt\w+ desm\w+ apenas incapa\w+ fals\w+"),
    doubled_negation=True,
    relative_days=either("hoy ayer mañana anteayer recientemente"),
    pronouns="él ella ellos ellas yo nosotros usted quien este esta",
    minor="el la los las un una unos unas de del a al y en por para su sus también lo le",
    honorifics="sr sra señor señora doctor presidente presidenta ministro ministra primer",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "sep?tiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    numbers=number_words.SPANISH,
    uncounted=either(
        r"""
        por_cien(?:to)?
        """
    ),
    scales={
        **dict.fromkeys(("cien", "ciento", "cientos"), 1e2),
        "mil": 1e3,
        **dict.fromkeys(("millón", "millones"), 1e6),
    },
)
_UKRAINIAN = WordList(
    hedges=either(
        r"""
        нібито ймовірно можливо мабуть певно очевидно схоже здається начебто імовірно
        мо(?:же|жуть|гли|гла|гло) за_чутками
        за_(?:деякими|попередніми|непідтвердженими|неперевіреними)_(?:даними|відомостями)
        підозрюван\w+ ймовірн\w+
        можлив(?:ий|а|е|і) так_зван\w+ близько(?=_\d) приблизно(?=_\d) не_виключено(?:,?_що)?
        """
    ),
    hedge_tails="що бути був була було були",
    named_after=either(
        r"""
        за_словами за_даними за_інформацією на_думку за_повідомленням згідно_з із_посиланням_на
        з_посиланням_на як_повідомля\w+ як_повідоми\w+ як_пише як_заяви\w+
        """
    ),
    says=either(
        r"""
        (?:сказа|заяви|повідоми|розпові|поясни|уточни|написа|дода|додава|зазначи|підкресли|наголоси)(?:в|ла|ло|ли)
        повідомля[єю]\w* каж[еу]\w* стверджу[єю]\w* пиш[еу]\w* заявля[єю]\w*
        """
    ),
    doubting=either(r"стверджу[єю]\w*"),
    that=either("що щоб"),
    loaded=either(
        r"""
        режим\w* хунт\w+ маріонет\w+ фашист\w* нацист\w* зрадник\w* катастроф\w+ ганебн\w+
        терорист\w* кривав\w+ пропаганд\w+ окупант\w* жахлив\w+ безпрецедентн\w+
        """
    ),
    most=either("до менше не_більше максимум"),
    least=either("понад більше щонайменше не_менше мінімум"),
    negations=either(
        r"""
        не(?!_(?:тільки|лише|виключено|менше|більше|раз)) ні ніхто нікого нікому ніколи нічого
        ніщо ніде ніяк\w+ жод\w+ нема(?:є)?
        """
    ),
    negative=either(r"без відмов\w+ запереч\w+ спростув\w+ відсутн\w+ ледь уникну\w+ хибн\w+"),
    doubled_negation=True,
    relative_days=either("сьогодні вчора завтра напередодні нещодавно раніше"),
    pronouns="він вона вони воно я ми ви хто який яка які його її їх",
    minor="і й та в у на з із зі до по про для що як від за а але також пан пані",
    honorifics="президент прем єр міністр голова генерал полковник мер депутат пан пані",
    months=(
        "січ(?:ень|ня|ні|нем)",
        "лют(?:ий|ого|ому|им)",
        "берез(?:ень|ня|ні|нем)",
        "квіт(?:ень|ня|ні|нем)",
        "трав(?:ень|ня|ні|нем)",
        "черв(?:ень|ня|ні|нем)",
        "лип(?:ень|ня|ні|нем)",
        "серп(?:ень|ня|ні|нем)",
        "верес(?:ень|ня|ні|нем)",
        "жовт(?:ень|ня|ні|нем)",
        "листопад(?:а|і|ом)?",
        "груд(?:ень|ня|ні|нем)",
    ),
    weekdays=(
        "понеділ(?:ок|ка|ку|ком)",
        "вівтор(?:ок|ка|ку|ком)",
        "серед(?:[ауи]|ою)",
        "четвер(?:га|гу|гом)?",
        "п['’ʼ]ятниц(?:[яюі]|ею)",
        "субот(?:[ауи]|ою)",
        "неділ(?:[яюі]|ею)",
    ),
    numbers=number_words.UKRAINIAN,
    uncounted=either(
        r"""
        один_одно\w+ одна_одн\w+ одне_одно\w+ один_(?:з|із|до|на|за|від|для|про)_одн\w+
        """
    ),
    scales={
        **dict.fromkeys(("тисяча", "тисячі", "тисяч", "тис"), 1e3),
        **dict.fromkeys(("мільйон", "мільйона", "мільйони", "мільйонів", "млн"), 1e6),
        **dict.fromkeys(("мільярд", "мільярди", "мільярдів", "млрд"), 1e9),
    },
)
_POLISH = WordList(
    hedges=either(
        r"""
        rzekomo rzekom[yaei]\w* podobno prawdopodobnie przypuszczalnie możliwe być_może
        najwyraźniej najprawdopodobniej domniemany\w* domniemane\w* domniemana ponoć zapewne
        chyba może mogą mógł mogła mogło podejrzan\w+ tak_zwan\w+ około(?=_\d)
        co_najmniej(?=_\d) wydaje_się
        (?:mieli|mia(?:ł|ła|ło|ły))(?=_(?!(?:sieć|płeć|nić|postać)\b)(?:\w+_)?\w*(?:[aiyuą]ć|[ijk]ść|[cdgilmnrsłz]eć)\b)
        """
    ),
    named_after=either(
        r"""
        według zdaniem jak_podaje jak_podają jak_poinformował\w* jak_informuje zgodnie_z
        powołując_się_na jak_twierdzi
        """
    ),
    says=either(
        """
        powiedział[ao]? powiedzieli oświadczył[ao]? poinformował[ao]? stwierdził[ao]? dodał[ao]?
        podkreślił[ao]? zaznaczył[ao]? napisał[ao]? twierdzi twierdzą mówi mówią informuje
        podaje ogłosił[ao]? wyjaśnił[ao]? przekazał[ao]? zapewnił[ao]?
        """
    ),
    doubting=either("twierdzi twierdzą utrzymuje utrzymują"),
    that=either("że iż czy"),
    loaded=either(
        r"""
        reżim\w* radykaln\w+ fanatyczn\w+ barbarzyńsk\w+ skandaliczn\w+ propagand\w+ kłamstw\w*
        terroryst\w* katastrofaln\w+ haniebn\w+ szokując\w+ dramatyczn\w+ zbrodnicz\w+
        """
    ),
    most=either("do najwyżej co_najwyżej mniej_niż poniżej nie_więcej_niż"),
    least=either("ponad więcej_niż co_najmniej powyżej nie_mniej_niż"),
    negations=either(
        r"""
        nie(?!_(?:tylko|mniej|więcej|raz)) nikt nikogo nikomu nigdy nic niczego nigdzie żad\w+ ani
        """
    ),
    negative=either(r"bez odm\w+ zaprzecz\w+ brak\w* ledwie uniknę\w+ fałszyw\w+"),
    doubled_negation=True,
    relative_days=either("dziś dzisiaj wczoraj jutro przedwczoraj niedawno"),
    pronouns="on ona oni one ja my wy kto który która którzy jego jej ich",
    minor="i w we na z ze do po o od dla przez oraz się to także pan pani",
    honorifics="pan pani prezydent premier minister generał poseł senator dr prof",
    months=(
        "stycz(?:eń|nia|niu|niem)",
        "lut(?:y|ego|ym)",
        "mar(?:zec|ca|cu|cem)",
        "kwie(?:cień|tnia|tniu|tniem)",
        "maj(?:a|u|em)?",
        "czerw(?:iec|ca|cu|cem)",
        "lip(?:iec|ca|cu|cem)",
        "sierp(?:ień|nia|niu|niem)",
        "wrze(?:sień|śnia|śniu|śniem)",
        "październik(?:a|u|iem)?",
        "listopad(?:a|zie|em)?",
        "grud(?:zień|nia|niu|niem)",
    ),
    weekdays=(
        "poniedział(?:ek|ku|kiem)",
        "wtor(?:ek|ku|kiem)",
        "środ[aęyą]|środzie",
        "czwart(?:ek|ku|kiem)",
        "piąt(?:ek|ku|kiem)",
        "sobot[aęyą]|sobocie",
        "niedziel[aęią]",
    ),
    numbers=number_words.POLISH,
    scales={
        **dict.fromkeys(("tysiąc", "tysiące", "tysięcy", "tys"), 1e3),
        **dict.fromkeys(("milion", "miliony", "milionów", "mln"), 1e6),
        **dict.fromkeys(("miliard", "miliardy", "miliardów", "mld"), 1e9),
    },
)

LISTS: Mapping[str, WordList] = {
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "uk": _UKRAINIAN,
    "pl": _POLISH,
}
