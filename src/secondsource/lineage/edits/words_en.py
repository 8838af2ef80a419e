"""English words by which edits are told apart; compiled in `words.py`."""

from secondsource.lineage.edits.wordlist import WordList, count_up, either

_NUMBERS = {
    **count_up(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ),
    **count_up("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10),
    "half": 0.5,
    "dozens": 36.0,  # no value of their own, but each must differ from the others
    "hundreds": 300.0,
    "thousands": 3e3,
    "millions": 3e6,
    "billions": 3e9,
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
_NUMBER_AHEAD = rf"(?=\s+(?:[$€£¥]?\d|(?:{'|'.join([*_NUMBERS, 'a', *_SCALES])})\b))"
_BE = "(?:is|are|was|were|be|been|being|am|'s|’s|'re|’re)"
_ADVERB = r"(?:(?:widely|also|now|still|generally|commonly|so)\s+)?"
_HELD = (
    "(?:said|believed|thought|alleged|reported|rumou?red|suspected|understood|presumed|feared|"
    "considered|claimed|expected|estimated|assumed|likely|unlikely)"
)
_DOUBLED = {"quip", "admit", "brag", "snip", "blog"}
_SAYS = """
    claim argue insist maintain contend explain believe warn allege assert declare quip joke
    recall remark reply respond muse lament boast reckon fear assume suspect
    """
_SAYS_IRREGULAR = """
    say says said saying tell tells told telling stated think thinks thinking went_on_to_say
    quoted_as_saying cited_as_saying testify testifies testified testifying
    """
_REPORTS = """
    add report note confirm announce reveal admit acknowledge concede suggest indicate discover
    observe stress emphasise emphasize reiterate agree complain disclose repeat continue
    ask answer recount hint learn wonder estimate conclude caution describe speculate hope
    underscore blog shout proclaim affirm vow promise doubt anticipate expect resent realise
    realize determine decide imagine guess signal highlight worry offer insinuate notice
    demonstrate charge brag rule marvel crack confess judge consider recommend urge demand
    pledge threaten stipulate theorize guarantee recognise recognize pretend calculate forecast
    project propose question dispute order convince echo clarify elaborate vent scoff
    assure surmise opine gush snip whisper yell exclaim chant mutter retort sneer plead recite
    interject grumble fume protest advise cite quote bemoan counter chime state comment tweet
    """
_REPORTS_IRREGULAR = """
    write writes wrote written find finds found show shows showed shown know knows knew feel feels
    felt hear hears heard understand understands understood foresee foresees foresaw predict
    predicts predicted deny denies denied denying made_clear make_clear makes_clear making_clear
    pointed_out points_out pointing_out point_out add report note confirm suggest indicate admit
    agree doubt expect hope thought swear swears swore see sees saw mean means meant
    """
_DOUBTING = "claim allege suggest believe reckon suspect fear assume speculate contend"


def inflect(verbs: str, base: bool = True) -> str:
    """A pattern of the forms of regular verbs, with or without the base, which may be a noun."""
    forms: list[str] = []
    for verb in verbs.split():
        forms += [verb] if base else []
        if verb.endswith("y") and verb[-2] not in "aeiou":
            forms += [f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
            continue
        past = verb.removesuffix("e") + (verb[-1] if verb in _DOUBLED else "")
        participle = verb if verb.endswith("ee") else past
        ending = "es" if verb.endswith(("s", "sh", "ch")) else "s"
        forms += [f"{verb}{ending}", f"{past}ed", f"{participle}ing"]
    return either(" ".join(forms))


ENGLISH = WordList(
    titles_capital=True,
    hedges="|".join(
        (
            rf"it\s+{_BE}\s+{_ADVERB}(?:{_HELD}|possible|probable|conceivable|unclear)\s+"
            r"(?:that|if|whether)",
            r"it\s+(?:seems|appears|seemed|appeared)(?:\s+that)?",
            rf"{_BE}\s+{_ADVERB}{_HELD}\s+to",
            r"(?:accused|suspected)\s+of",
            r"(?:has|have|had)\s+(?:allegedly|reportedly)",
            r"could\s+not\s+(?:be\s+)?(?:independently\s+|immediately\s+)?(?:verified|confirmed|"
            r"verify|confirm)",
            r"if\s+(?:true|confirmed|proven|authentic|genuine)",
            r"(?:seem|appear)(?:s|ed|ing)?\s+(?:to|as\s+if|as\s+though|like|that|likely)|seem(?:s|ed)?",
            r"could(?!\s+not\b|n['’]t)",
            rf"(?:about|around|approximately|roughly|nearly|almost|some|an\s+estimated|up\s+to|"
            rf"as\s+many\s+as|at\s+least|at\s+most|no\s+(?:more|less|fewer)\s+than|more\s+than|over|under|fewer\s+than|less\s+than)"
            rf"{_NUMBER_AHEAD}",
            r"(?:alleged|supposed|suspected|presumed|claimed)(?!\s+(?:that|the|an?|he|she|they|it|his|"
            r"her|their|in|to|by)\b)",
            r"(?:the|an?|his|her|their|its|this)\s+(?:reported|claimed|rumou?red)",
            r"more\s+or\s+less",
            either(
                r"""
                allegedly reportedly apparently supposedly purportedly presumably ostensibly
                seemingly probably possibly perhaps maybe conceivably potentially arguably
                likely unlikely purported apparent so-called
                possible potential probable unconfirmed unverified unproven rumou?red reputed
                reputedly putative rumou?rs?_of may
                might unclear_whether in_theory to_some_extent as_it_were believed_to thought_to
                said_to understood_to feared_to
                """
            ),
        )
    ),
    hedge_tails="to be been being have has had having that is was are were am do does did not",
    unhedged=either("can able cannot can['’]t"),
    named_after=either(
        """
        according_to as_reported_by as_told_by citing quoting in_the_words_of as_quoted_by
        reported_by attributed_to credited_to in_the_view_of in_the_opinion_of
        """
    ),
    says=f"{inflect(_SAYS)}|{either(_SAYS_IRREGULAR)}",
    reports="|".join(
        (
            inflect(_REPORTS, base=False),
            either(_REPORTS_IRREGULAR),
            rf"(?:{either(_REPORTS)})(?=\s+that\b)",
        )
    ),
    doubting=f"{inflect(_DOUBTING)}|{either('think thinks thought')}",
    that=either("that whether if how why"),
    loaded=either(
        r"""
        abhorrent abominable abomination absurd(?:ly|ity)? abuser? abysmal aggressive(?:ly)?
        alarming(?:ly)? alarmist alt-right anti-?semit(?:e|es|ic|ism) apocalyptic apologists?
        appalling(?:ly)? arrogan(?:t|ce) atrocious atrocit(?:y|ies) authoritarian(?:ism)?
        autocrats? awesome awful backward bandits? barbari(?:c|ans?|sm) bastards? beloved
        bigot(?:s|ed|ry)? bizarre(?:ly)? blasphem(?:y|ous) blast(?:s|ed|ing)? blatant(?:ly)?
        bloated bloodbath bloodthirsty bloody boast(?:s|ed|ing|ful)? bogus bombastic bombshell
        brag(?:s|ged|ging)? brainwash\w* brave(?:ly)? brazen(?:ly)? brilliant(?:ly)?
        brutal(?:ly|ity|i[sz]ed)? buffoon(?:s|ish)? bull(?:y|ies|ied|ying) bungl(?:e[sd]?|ing)
        bureaucratic bureaucrats? butcher(?:s|ed|y)? cabals? callous(?:ly)? carnage
        catastroph(?:e|es|ic) chaos chaotic charlatans? cheer(?:s|ed)_on chilling clownish
        clowns? clueless collaborators? communists? conspiracy_theor(?:y|ies|ists?)
        conspirac(?:y|ies) contempt(?:uous)? controversial corrupt(?:ion|ed)?
        coward(?:s|ly|ice)? crackdown craven craz(?:y|ed|ies) creepy criminals? crippling
        cronies cronyism crooked crooks? cruel(?:ly|ty)? crusade(?:s|rs?)? cult(?:s|ish)?
        cynical(?:ly)? damning dangerous(?:ly)? deadly debunked decadent deceit(?:ful)?
        defian(?:t|tly|ce) delusional demagogues? demoni[sz](?:e[sd]?|ing) depraved
        depressing(?:ly)? deranged desperate(?:ly)? despicable despots? destroy(?:s|ed|ing)?
        devastat(?:e[sd]?|ing) devious diabolical dictator(?:s|ial)? dirty disastrous(?:ly)?
        disgrac(?:e|ed|eful) disgust(?:ed|ing)? dishonest(?:y|ly)? disturbing(?:ly)? divisive
        draconian dramatic(?:ally)? drastic(?:ally)? dubious dumb dystopian egregious elites?
        elitis[tm]s? embarrass(?:ed|ing|ment)? embattled enslave(?:d|ment)? evil eviscerate[sd]?
        explosive extremis[tm]s? fabricated fail(?:ed|ing)_state fake fanatic(?:s|al|ism)? farce
        far-left far-right fascis[tm]s? feeble fierce(?:ly)? fifth_column flagrant(?:ly)?
        flood(?:ed|ing) foolish(?:ly|ness)? fools? fraud(?:ster|sters|ulent|s)? frenz(?:y|ied)
        furious(?:ly)? fur(?:y|or) gaffes? gang(?:s|sters?) genius ghastly gibberish
        gloat(?:s|ed|ing)? globalist(?:s)? glorif(?:y|ies|ied) glorious glossy
        grandstand(?:s|ed|ing) greed(?:y)? grim grotesque grovel(?:s|l?ed|l?ing) gruesome
        gullible hapless hard-?line(?:rs?)? harrowing harsh(?:ly)? hate(?:d|ful|fully)? hatred
        heartless heinous hell(?:ish)? hero(?:es|ic|ically)? hideous historic hoax(?:es)?
        hordes? horrendous horri(?:ble|bly|fic|fied|fying) horror(?:s)? hostile
        humiliat(?:e[sd]?|ing) hypocri(?:sy|tes?|tical) hysteri(?:a|cal|cally)
        ideolog(?:y|ies|ues?|ical) idio(?:ts?|tic|cy) ignoran(?:t|ce) illegals illegitimate
        immoral implausible incendiary incompeten(?:t|ce) indoctrinat(?:e[sd]?|ion|ing)
        ineffective inept infam(?:y|ous|ously) infiltrat(?:e[sd]?|ion) inflammatory
        inhuman(?:e)? insan(?:e|ity|ely) insidious insult(?:s|ed|ing)? invad(?:e[sd]?|ers?|ing)
        invasion ironic(?:ally)? irrational irresponsibl[ey] jihadis[tm]s? junta killers?
        lackeys? lash(?:es|ed|ing)_out laughable lavish(?:ly)? lawless(?:ness)?
        left(?:ist|ists|y) legendary liars? loath(?:ed|some|ing) loony ludicrous lunatics?
        mad(?:ness|man|men)? magnificent malicious(?:ly)? malign maniacs?
        manipulat(?:e[sd]?|ive|ing) marxis[tm]s? massacre[sd]? massive(?:ly)?
        meddl(?:e[sd]?|ing) menac(?:e|ing) merciless(?:ly)? messy militant mind-boggling
        mob(?:s)? mock(?:s|ed|ing|ery) monster(?:s)? monstrous moronic morons? murderous nasty
        nationalis[tm]s? nazis? needless(?:ly)? nefarious nightmar(?:e|es|ish) noble nonsense
        notorious(?:ly)? obliterate[sd]? obscene obsess(?:ed|ion|ive) obvious(?:ly)?
        ominous(?:ly)? oppress(?:ion|ive|ors?|ed) out_of_control outrag(?:e|ed|eous|eously)
        overblown painful(?:ly)? pander(?:s|ed|ing)? paranoi(?:a|d) parrot(?:s|ed|ing)
        pathetic(?:ally)? peddl(?:e[sd]?|ing) perver(?:se|ted|ts?) petty phony pointless
        poison(?:ed|ous)? predators? predatory preposterous propagand(?:a|ists?) puppets?
        purge[sd]? quack(?:s|ery)? rabid racis[tm]s? radical(?:s|ism|ized|ised|ly)? rage[sd]?
        rail(?:s|ed|ing)_against rambling rampage ramp(?:ant|antly) ram(?:s|med)_through
        rant(?:ed|ing) rants? ravag(?:e[sd]?|ing) reactionar(?:y|ies) reckless(?:ly|ness)?
        regimes? relentless(?:ly)? reprehensible repressive repugnant repulsive revered
        revolting ridicul(?:e[sd]?|ous|ously) rigged rogue rubbish ruthless(?:ly|ness)?
        sabotage[sd]? sadly savage(?:s|ly|ry)? scam(?:s|mers?)? scandal(?:ous|s)? scapegoats?
        scare(?:d)?_tactics? scary scathing scheme[sd]? scheming scoff(?:s|ed|ing)? scum
        selfish(?:ness)? self-proclaimed self-styled senseless sham shambles
        shame(?:d|ful|fully|less|lessly)? shock(?:ed|ing|ingly)? sick(?:ening)? sinister
        skyrocket(?:s|ed|ing)? slam(?:s|med|ming)? slaughter(?:s|ed|ing)? slav(?:e|es|ish)
        sleazy smear(?:s|ed|ing)? smug(?:ly)? sneer(?:s|ed|ing)? snowflakes? spectacular(?:ly)?
        spew(?:s|ed|ing)? spineless staggering(?:ly)? stooges? strongm[ae]n stunning(?:ly)?
        stupid(?:ity|ly)? subversive swamp swarm(?:s|ed|ing)? tantrums? terrible terribly
        terrifying(?:ly)? terror(?:ists?|i[sz]e[sd]?) thieves thug(?:s|gish|gery)? tirades?
        torment(?:s|ed)? totalitarian(?:ism)? tout(?:s|ed|ing) toxic tragic(?:ally)?
        trait(?:or|ors|orous) trash(?:ed|y)? treacher(?:y|ous) treason(?:ous)? tremendous(?:ly)?
        triumph(?:s|ed|ant)? trumpet(?:s|ed|ing)? tyrann(?:y|ical) tyrants? ugly ultra\w+
        unbelievabl[ey] unconscionable undermin(?:e[sd]?|ing) undoubtedly unfair(?:ly)? unhinged
        unholy unprecedented unruly untrustworthy useful_idiots? vandals? vapid venom(?:ous)?
        vermin vicious(?:ly)? victimhood vile vilif(?:y|ies|ied) villains? violent(?:ly)?
        vitriol(?:ic)? vulgar warmonger(?:s|ing)? weaponi[sz]e[sd]? whin(?:e[sd]?|ing|y)
        wicked(?:ly)? wild(?:ly)? witch[\s-]hunts? woke wokeness worthless zealots? zealous
        """
    ),
    most=either(
        "up_to as_many_as as_much_as at_most less_than fewer_than under below (?:no|not)_more_than"
    ),
    least=either("more_than over at_least above (?:no|not)_(?:less|fewer)_than as_few_as"),
    negations=either(
        r"""
        (?<!or\s)not(?!_(?:only|just|merely|least)) \w+n['’]t cannot never neither nobody no_one
        none nothing nowhere no(?!_(?:doubt|matter|less|fewer|more_than)|\.?\s*\d)
        """
    ),
    negative=either(
        r"""
        without fail\w* refus\w+ unable den(?:y|ies|ied|ying) declin\w+ lack\w* absen\w+ innocent
        prevent\w* avoid\w* hardly barely unlikely false(?:ly)? wrong(?:ly)? reject\w*
        """
    ),
    relative_days=either(
        """
        today yesterday tomorrow tonight overnight last_week last_month last_year next_week
        next_month next_year this_week this_month this_year this_morning last_night earlier
        recently
        """
    ),
    nouns=(
        "claim claims report reports state states note notes fear fears hope hopes answer answers "
        "show shows thought thoughts charge charges rule rules judge judges order orders offer "
        "offers doubt doubts demand demands question questions pledge pledges estimate estimates "
        "comment comments remark remarks reply project projects post posts signal signals "
        "highlight highlights forecast forecasts dispute disputes worry worries plead order means "
        "hint hints ruling meaning feeling finding writing"
    ),
    sourceless="ing",
    passives="to and but or is are was were be been being get gets got",
    pronouns=(
        "he she they it i we you who which one some another many others him them this that these "
        "those"
    ),
    minor=(
        "the a an of for in at on to from by with and or his her their its our my who s t has have "
        "had been also later then is was were are reporters reporter people as that on told "
        "statement news us while whereas when where because since although though but if after "
        "before until unless so nor yet as during many numerous several few more most all both "
        "each only even still now just never not very once again too per cent percent "
        "already long"
    ),
    honorifics=(
        "mr mrs ms miss dr sir lord lady dame prof professor president senator sen rep "
        "representative congressman congresswoman governor gov general gen colonel col captain "
        "capt lieutenant lt sergeant sgt judge justice mayor minister secretary chancellor king "
        "queen prince princess pope father rev reverend officer detective chief prime vice first "
        "former then"
    ),
    articles="the a an his her their its our my this that these those one another some many",
    links="of for at with from in to and by on",
    breaks="but while whereas although though because when if which that who where as then",
    places="in at on near from with by after before outside inside during",
    months=(
        "(?-i:Jan(?:uary)?)",
        "(?-i:Feb(?:ruary)?)",
        "(?-i:Mar(?:ch)?)",
        "(?-i:Apr(?:il)?)",
        "(?-i:May)",
        "(?-i:June?)",
        "(?-i:July?)",
        "(?-i:Aug(?:ust)?)",
        "(?-i:Sept?(?:ember)?)",
        "(?-i:Oct(?:ober)?)",
        "(?-i:Nov(?:ember)?)",
        "(?-i:Dec(?:ember)?)",
    ),
    weekdays=(
        "(?-i:Mon(?:days?)?)",
        "(?-i:Tue(?:s|sdays?)?)",
        "(?-i:Wed(?:nesdays?)?)",
        "(?-i:Thu(?:rs|rsdays?)?)",
        "(?-i:Fri(?:days?)?)",
        "(?-i:Sat(?:urdays?)?)",
        "(?-i:Sun(?:days?)?)",
    ),
    numbers=_NUMBERS,
    ordinals={
        **count_up("first second third fourth fifth sixth seventh eighth ninth tenth", 1),
        **count_up("eleventh twelfth thirteenth fourteenth fifteenth", 11),
    },
    scales=_SCALES,
)
