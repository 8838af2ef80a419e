"""The words by which sources are told apart: a plain table for each kind of word.

English, Russian and a few of the commonest in German, French, Spanish and Polish; written by
hand for this project. All are folded as words of a text are before they are compared.
"""

from secondsource.evidence.query.terms import fold


def list_words(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(fold(word) for word in text.split())


PRONOUNS = list_words(
    "he she it they him her them his their who i we you one it's "
    "он она оно они его её их я мы вы кто который "
    "er sie es wir ich man il elle ils elles on él ella ellos ellas "
    "він вона воно вони ми oni one ona "
    "there там нем ней них нём ньому ній них dort tam"
)
PEOPLE_WITHOUT_NAME = list_words(
    "official officials source sources person people insider insiders diplomat diplomats "
    "witness witnesses eyewitness eyewitnesses expert experts analyst analysts adviser advisers "
    "aide aides executive executives employee employees resident residents observer observers "
    "activist activists critic critics supporter supporters lawmaker lawmakers officer officers "
    "worker workers neighbour neighbours neighbor neighbors local locals reporter reporters "
    "researcher researchers scientist scientists economist economists doctor doctors man woman "
    "источник источники источника источников собеседник собеседника собеседники чиновник "
    "чиновника чиновники эксперт эксперты экспертов аналитик аналитики очевидец очевидцы "
    "очевидцев свидетель свидетели свидетелей дипломат дипломаты житель жители сотрудник "
    "джерело джерела співрозмовник очевидці експерти "
    "beamter beamte quelle quellen insider zeuge zeugen experte experten kreise "
    "responsable responsables source témoin témoins fuente fuentes testigo testigos funcionario"
)
SPEAKERS_FOR_A_BODY = list_words(
    "spokesman spokeswoman spokesperson spokesmen spokespeople representative representatives "
    "service secretary пресс-секретарь пресс-секретаря пресс-служба пресс-служба пресс-службе "
    "пресс-службы представитель представителя представители sprecher sprecherin porte-parole "
    "portavoz rzecznik"
)
DOCUMENTS = list_words(
    "report reports statement statements study studies letter letters document documents memo "
    "filing filings lawsuit indictment survey poll audit paper data release figures minutes "
    "доклад докладе доклада отчет отчёт отчета заявление заявлении документ документы письмо "
    "исследование данные материалы bericht studie rapport informe"
)
COLLECTIVES = list_words(
    "police government army military prosecutors prosecution court authorities ministry "
    "firefighters investigators regulators regulator company union opposition administration "
    "council coastguard hospital полиция полиции правительство правительства армия прокуратура "
    "прокуратуры следствие суд власти министерство министерства следователи спасатели "
    "polizei regierung staatsanwaltschaft police gouvernement policía gobierno policja"
)
_OFFICE_WORDS = {
    "mayor": "mayor мэр мэра мер мера bürgermeister oberbürgermeister maire alcalde alcaldesa "
    "burmistrz prezydent-miasta",
    "president": "president президент президента präsident präsidentin président presidente "
    "presidenta prezydent prezydenta",
    "premier": "premier премьер премьера премьер-министр премьер-министра прем'єр прем'єр-міністр "
    "ministerpräsident premierminister premiera",
    "chancellor": "chancellor канцлер канцлера kanzler kanzlerin bundeskanzler bundeskanzlerin "
    "chancelier canciller kanclerz",
    "governor": "governor губернатор губернатора gouverneur gouverneurin gobernador gobernadora "
    "gubernator",
    "king": "king король könig roi rey król",
    "queen": "queen королева königin reine reina królowa",
    "pope": "pope pontiff папа papst pape papa papież",
    "minister": "minister министр министра міністр ministerin ministre ministro ministra",
    "chief": "chief head глава главы голова chef leiter jefe szef",
    "judge": "judge судья суддя richter richterin juge juez sędzia",
    "prosecutor": "prosecutor прокурор staatsanwalt procureur fiscal prokurator",
}
OFFICES = {fold(word): office for office, text in _OFFICE_WORDS.items() for word in text.split()}
"""The words for an office in seven languages, and the office, by its English name."""
HELD_BY_ONE = frozenset(
    ("mayor", "president", "premier", "chancellor", "governor", "king", "queen", "pope")
)
"""Offices of which a story has one holder; ministers, chiefs and judges there are many."""
NOT_IN_OFFICE = list_words(
    "vice deputy former ex acting then late interim ousted designate elect assistant "
    "вице заместитель заместителя бывший бывшая бывшего экс врио исполняющий "
    "колишній колишня заступник ehemaliger ehemalige ehemaligen früherer frühere ex-präsident "
    "stellvertretender stellvertretende vize ancien ancienne adjoint adjointe antiguo antigua "
    "były była wice zastępca"
)
"""Before an office these say that it is not, or not wholly, held."""
LANDS = list_words(
    "города области региона края республики района страны міста області регіону краю району країни "
    "miasta gminy województwa powiatu regionu kraju"
)
"""What somebody holds an office of, said by one word behind it."""
FIRST_MINISTERS = list_words("prime premier première primer primera")
BODIES = COLLECTIVES | list_words(
    "committee commission authority agency department office bureau bank university institute "
    "inc corp ltd llc plc group party association federation alliance organisation organization "
    "parliament senate congress house chamber board trust foundation center centre service corps "
    "fund tribunal inspectorate society league network watchdog комитет комиссия агентство "
    "департамент ведомство банк университет институт партия парламент дума сенат фонд служба "
    "минобороны мид мвд фсб союз компания"
)
BODIES_WITH_PAGES = BODIES | list_words(
    "museum society college school club council commissioner constabulary parish observatory "
    "музей совет комитет управление администрация общество больница школа колледж лига федерация "
    "ассоциация комісія комісії рада управління товариство лікарня спілка ліга федерація асоціація "
    "amt behörde verband verein kommission stiftung institut gesellschaft bund klinikum schule "
    "musée commission comité mairie préfecture fédération ligue société hôpital école conseil "
    "museo comisión comité ayuntamiento federación liga sociedad asociación consejo escuela "
    "muzeum komisja urząd instytut towarzystwo stowarzyszenie związek federacja liga szpital rada "
    "szkoła fundacja powiat gmina inspekcja"
)
"""What a body calls itself above its own page, in the form in which it stands there."""
LEGAL_FORMS = list_words(
    "inc corp ltd llc plc gmbh ag kg sa sarl sas ооо оао зао пао тов sp spółka"
)
SMALL_IN_NAMES = list_words(
    "the a an of for and in at on to by from und für der die das des dem den im am zu von vom "
    "et de du des la le les à au aux pour en y e del el los las para con w we z ze i na do od dla "
    "и в во на по из от с со для і й у з із від та"
)
"""Words by which no name is told from another."""
HONORIFICS = list_words("mr mrs ms dr sir herr frau monsieur madame господин госпожа пан пані")
TITLES = list_words(
    "mr mrs ms dr sir lord lady dame president prime minister chancellor senator governor mayor "
    "general colonel captain judge professor king queen prince secretary chief director head "
    "chairman chairwoman chair deputy vice acting former then foreign defence defense finance "
    "interior ceo officer spokesman spokeswoman spokesperson the a an inspector sergeant "
    "lieutenant major admiral bishop pope rabbi councillor representative rep sen gov gen col "
    "президент премьер министр премьер-министр глава губернатор мэр генерал депутат сенатор "
    "директор заместитель господин пресс-секретарь herr frau präsident minister monsieur madame"
)
RANKS = list_words(
    "senior top high-ranking former local unnamed anonymous unidentified several two three some "
    "many other government state western condition anonymity высокопоставленный анонимный "
    "неназванный бывший местный несколько"
)
OFTEN_IN_FORMULAS = list_words(
    "matter situation knowledge direct spoke speaking asked named authorised authorized identified "
    "discuss publicly thinking ситуацией ситуация вопросом"
)
"""Words of the formulas that any paper uses: two sources "familiar with the matter" are two."""
NO_AUTHOR = list_words(
    "staff editor editors editorial newsroom desk team reporter reporters writer writers "
    "correspondent correspondents contributor contributors admin webmaster guest "
    "редакция редактор корреспондент корреспонденты обозреватель администратор"
)
ACTS = list_words(
    "ask asks asked asking demand demands demanded demanding offer offers offered offering want "
    "wants wanted wanting seek seeks sought agree agrees agreed refuse refuses refused promise "
    "promises promised plan plans planned decide decides decided order orders ordered propose "
    "proposes proposed hope hopes hoped expect expects expected intend intends intended vote "
    "votes voted urge urges urged call calls called invite invites invited threaten threatened "
    "требует требовал потребовал потребовала просит просил попросил попросила предлагает "
    "предложил предложила хочет хотел обещает обещал решил решила отказался отказалась призвал"
)
