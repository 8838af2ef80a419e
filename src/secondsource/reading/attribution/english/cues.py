"""Which English words tie a source to what it says, thinks, wants or answers for.

Tables, by what the word takes as its content. They were drawn up by reading the training part
of PolNeAR (Newell et al., LREC 2018), which annotates not only speech but beliefs, intentions
and stands; a word is in a table when it more often than not is a cue there in that use.
Lemmas as the spaCy lemmatiser writes them ("hop" is what it makes of "hoping").
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH = _words(
    """
    say tell add write ask note argue report admit announce claim explain warn acknowledge
    continue state conclude confirm tweet declare insist indicate reply complain respond predict
    remark remind maintain concede allege recall joke answer assert stress proclaim counter
    reiterate emphasize emphasise confess query scoff boast contend quip caution vent recount
    snip whisper disclose return affirm testify muse shout cry yell exclaim chant mutter
    retort sneer plead observe comment interject recite repeat read crow gush blog email text
    post inform suggest imply reveal assure surmise speculate lament bemoan deny vow pledge
    promise swear threaten wonder opine echo clarify elaborate joke sigh grumble fume protest
    demand urge advise brag hint cite quote headline describe begin conclude chime warn rule
    """
)
"""Verbs that can stand beside a quotation: "It is over," she said."""

CLAUSE = SPEECH - _words("begin return read demand urge quote describe") | _words(
    """
    believe think show find hope expect fear agree estimate propose decide determine assume
    discuss question worry point doubt realize suspect calculate forecast anticipate project
    feel consider recommend hop learn demonstrate dispute order judge hear imagine guess
    conclude convince persuade notify pretend reckon request require rule specify stipulate
    theorize underscore understand see know want signal pray insinuate foresee guarantee
    hypothesize contemplate notice recognize wish highlight convince dictate deem fret
    """
)
"""Verbs whose content is a clause: she fears (that) it is over."""

JUDGING = _words(
    """
    accuse call blame criticize criticise denounce condemn praise dismiss label brand dub
    characterize characterise portray decry lambaste lambast ridicule mock applaud commend
    contradict rebut refute reject reiterate recommend
    """
)
"""Verbs of saying that take an object, not a clause: she called it a farce."""

INSERTED = SPEECH | _words("think believe suspect hear guess reckon imagine recommend estimate")
"""Verbs that can stand after their content or within it: the vote, she thinks, was a farce."""

CLOSING = _words(
    """
    say tell write report add announce reveal disclose confirm inform explain learn note warn state
    """
)
"""Verbs of a clause that closes a sentence and tells who says it: the pumps failed, she wrote."""

AS = _words(
    """
    say tell write report note announce reveal disclose confirm explain state point show mention
    observe describe recall remark
    """
)
"""Verbs of "as X says" beside what X says: as the Post reported, the pumps had failed."""

AMOUNTS = _words(
    "number figure toll total cost damage loss turnout value price count share tally estimate bill"
)
"""What somebody puts at a number: the police put the toll at nine."""

OPENING = _words(
    "say claim affirm state declare insist argue write add repeat maintain stress warn"
)
"""Verbs after which a mere dash can open what is said: I always affirmed – he will fail."""

REPLIES = _words(
    """
    agree disagree concur nod shrug laugh object explode continue explain elaborate respond reply
    recall remember joke protest apologize differ demur smile
    """
)
"""Verbs that alone before a quotation give it a speaker: Vellin agreed. "It is over."."""

DOCUMENTS = _words(
    """
    statement letter email report memo tweet message note post release video speech interview
    article resolution petition declaration essay column
    """
)
"""What somebody issues: in "she released a statement saying" it is she who says it."""

OBJECT = _words(
    """
    call accuse endorse criticize criticise oppose describe announce blast blame cite seek urge
    praise declare question embrace propose mock prefer mention recall recognize demand
    note highlight tout order denounce list echo reference acknowledge condemn dismiss
    decry favor favour applaud recommend assail outline characterize characterise quote bemoan
    lament reiterate advocate deem liken voice repudiate portray deride request rebuke lambast
    lambaste credit dub slam disclose savage recount emphasize predict foresee profess deny
    attack discuss defend support express view repeat reject retweet retweete
    admit claim allege suggest warn interpret slam laud admonish chide dispute refute
    caricature disparage downplay welcome herald proclaim ridicule scold vilify hail
    denigrate chastise rebut admire envision articulate regret resent commend fault
    pan belittle berate skewer bash trumpet assert stress underscore doubt second detail
    oppose extol castigate decry protest broach bemoan insult impugn ascribe cheer
    """
)
"""Verbs whose content is their object and what belongs to it: he called the vote a farce."""

INFINITIVE = _words(
    """
    vow refuse urge decline promise pledge threaten propose hope hop claim swear expect
    seek persuade call want plan encourage prefer intend support decide offer ask tell order
    aim request ask implore beg warn instruct advise agree
    """
)
"""Verbs whose content is an infinitive: they vowed to resist."""

SEEMING = _words("appear seem")
"""Verbs whose content is their subject with an infinitive: the talks seem to have failed."""

EXPECTATION = _words(
    """
    expect report believe say project think allege accuse consider know see estimate view
    rumor rumour suspect deem describe call charge
    """
)
"""Verbs that in the passive report without a source: the talks are expected to fail."""

ACCUSING = _words("accuse suspect")
"""Verbs that in the passive report a charge after "of": the bank was accused of hiding it."""

ADDRESSING = _words("tell ask inform warn advise urge remind assure")
"""Verbs whose passive subject is only told: in "he was told that it fell" nobody says "he"."""

HEARD = _words("hear tell inform warn")
"""Verbs that may follow what somebody hears: costs had doubled, the court *heard*."""

HEARERS = _words(
    """
    court jury juror inquest inquiry tribunal hearing trial judge magistrate committee commission
    panel parliament senate lawmaker councillor
    """
)
"""Those before whom others speak: in "the court heard that it fell" it is not the court's word."""

PREPOSITIONS: dict[str, frozenset[str]] = {
    "call": _words("for on upon"),
    "refer": _words("to"),
    "point": _words("to"),
    "talk": _words("about of"),
    "speak": _words("about of"),
    "ask": _words("about for"),
    "push": _words("for"),
    "agree": _words("on with"),
    "comment": _words("on"),
    "apologize": _words("for"),
    "campaign": _words("against for"),
    "advocate": _words("for"),
    "rail": _words("against"),
    "hint": _words("at"),
    "warn": _words("of against about"),
    "balk": _words("at"),
    "argue": _words("for against"),
    "boast": _words("about of"),
    "brag": _words("about of"),
    "complain": _words("about of"),
    "worry": _words("about"),
    "care": _words("about"),
    "press": _words("for"),
    "object": _words("to"),
    "side": _words("with"),
    "touch": _words("on"),
    "reflect": _words("on"),
    "vote": _words("for against"),
    "respond": _words("to"),
    "hope": _words("for"),
    "hop": _words("for"),
    "joke": _words("about"),
    "lash": _words("at"),
    "write": _words("about of"),
    "say": _words("of about"),
    "think": _words("of"),
    "lie": _words("about"),
    "elaborate": _words("on"),
    "weigh": _words("on"),
    "allude": _words("to"),
    "dream": _words("of about"),
    "speculate": _words("about on"),
    "focus": _words("on"),
    "plead": _words("for"),
    "testify": _words("about"),
}
"""Verbs whose content follows a preposition: she pointed to the minutes."""

NOUNS = _words(
    """
    decision plan suggestion proposal refusal promise doubt claim hope complaint notion concern
    belief assertion insistence accusation allegation fear demand confidence assumption
    speculation rumor rumour admission hint pledge vow warning argument prediction expectation
    view opinion announcement threat request statement conviction charge contention report
    call desire suspicion acknowledgement acknowledgment declaration
    """
)
"""Nouns whose content is a clause or an infinitive: the claim that it was over."""

NOUN_PREPOSITIONS: dict[str, frozenset[str]] = {
    "question": _words("about"),
    "concern": _words("about over"),
    "call": _words("for"),
    "criticism": _words("of"),
    "opposition": _words("to"),
    "endorsement": _words("of"),
    "opinion": _words("on about"),
    "view": _words("on"),
    "apology": _words("for"),
    "support": _words("for"),
    "reference": _words("to"),
    "comment": _words("about on"),
    "remark": _words("about on"),
    "accusation": _words("of"),
    "claim": _words("of about"),
    "description": _words("of"),
    "attack": _words("on"),
    "hope": _words("for of"),
    "fear": _words("of about"),
    "denial": _words("of"),
    "condemnation": _words("of"),
    "rejection": _words("of"),
    "praise": _words("for of"),
    "demand": _words("for"),
    "doubt": _words("about"),
    "proposal": _words("for"),
    "stance": _words("on against"),
    "position": _words("on"),
    "assertion": _words("of"),
    "complaint": _words("about"),
    "thought": _words("on"),
    "prediction": _words("of"),
}
"""Nouns whose content follows a preposition: her criticism of the plan."""

SAYINGS = _words("saying word quote quotation remark comment statement line dictum phrase maxim")
"""Nouns that name a quotation after it is given: these words of hers."""

ADJECTIVES = _words(
    """
    confident glad skeptical sceptical critical supportive angry upset convinced optimistic
    unapologetic opposed wary certain hopeful adamant concerned worried sure proud afraid
    fearful furious grateful sorry clear disappointed happy worried doubtful interested
    """
)
"""Adjectives of a stand: he was critical of the plan, they were confident that it would pass."""

ADVERBS = _words("reportedly allegedly supposedly purportedly apparently seemingly")
"""Adverbs that report a clause without a source."""

HEARSAY = _words("reportedly allegedly supposedly purportedly")
"""Those of them after which a clause is never the author's own word."""

PLANS = _words("plan schedule size age need merit ability expectation procedure protocol and")
"""What a thing goes according to without that being anybody's word."""

MANNERS = _words("accident chance mistake letter email e-mail phone telephone text post")
"""How something is told without an article: nobody tells "by letter"."""
