"""Whom and what the words of an English statement mean, by the names of its article."""

import re
from collections.abc import Iterator

from secondsource.article import Span
from secondsource.evidence.query.draft import Reference, find_first, keep_apart, name_mention
from secondsource.evidence.query.english_places import (
    EnglishText,
    find_pair_before,
    find_pairs,
    find_places,
)
from secondsource.evidence.query.english_pronouns import find_person, is_empty_it, may_be_person
from secondsource.names.runs import has_body_word, is_heading
from secondsource.names.sounds import fold_word
from secondsource.names.words import given_names, list_words
from secondsource.reading.entities.gender import Gender, agrees
from secondsource.reading.entities.people import Mention
from secondsource.reading.parse import Parse, Token
from secondsource.reading.statement import Quotation, Voice

# How sure each rule is: set by hand (docs/claims-to-queries.md).
_PRONOUN_SURE, _NAME_SURE, _BODY_SURE, _IT_SURE = 0.8, 0.95, 0.9, 0.65
_SINGULAR = {"he": "", "she": "", "him": "", "her": "", "his": "'s", "hers": "'s"}
_IT = {"it": "", "its": "'s"}
_THEY = {"they": "", "them": "", "their": "'s"}
_SPEAKER = {"i": "", "me": "", "my": "'s", "mine": "'s"}
_WE = {"we": "", "us": "", "our": "'s"}
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? $")
_OPENING = 6
"""Code points from the start of what is said in which "that she" begins it."""
_LONGEST_NAME = 6
_NEAR = 300
"""Code points after a full name within which its first name alone means the same person."""
_SPOKEN = {"'m": " is", "'re": " is", "'ve": " has", "am": "is", "are": "is", "have": "has"}
_SPOKEN |= {"do": "does", "'d": " would", "'ll": " will", "don't": "does not", "was": "was"}
_OF_TWO_OBJECTS_WORDS = """
allow assign award bring charge deny fine give grant hand lend offer owe pay promise refuse sell
send show teach tell
"""
_OF_TWO_OBJECTS = frozenset(_OF_TWO_OBJECTS_WORDS.split())
"""Verbs that keep an object in the passive: "he's offered a job"."""
_SHORT = {"'s": " is", "'ve": " has", "'d": " would", "'ll": " will", "'re": " are"}
_SUBJECTS = ("nsubj", "nsubjpass")


def find_references(article: EnglishText, span: Span, voice: Voice) -> list[Reference]:
    """All words in a stretch that mean somebody or something named elsewhere, in order.

    Args:
        article: the article.
        span: the stretch, of one sentence.
        voice: who says it: the "I" of a quotation.
    """
    found = [
        *_find_names(article, span),
        *_find_bodies(article, span),
        *_find_described(article, span),
        *_find_pronouns(article, span, voice),
        *find_pairs(article, span),
        *find_places(article, span),
    ]
    return keep_apart(found)


def _find_names(article: EnglishText, span: Span) -> Iterator[Reference]:
    """People by their full names, and by a surname or first name alone."""
    people = article.resolver.people
    for mention in people.named_in(span):
        name = people.name_of(mention)
        if len(mention.words) == 1 and name is not None and _is_shared(article.text, name):
            continue
        if name is None or name.islower():  # a word that was taken for a name
            continue
        if not mention.is_person or len(mention.words) > 1 or name == mention.words[-1]:
            yield name_mention(mention.span, name)
            continue
        at = _with_title(_without_possessive(mention.span, article.text), article.text)
        if not _is_part_of_name(article, at) and _may_stand_for(article, mention, name):
            source = find_first(article.text, name)
            yield Reference(at, name, name, source, "name", _NAME_SURE)


def _may_stand_for(article: EnglishText, mention: Mention, name: str) -> bool:
    """Whether a single name may be completed: a first name only soon after the full one."""
    if name.split()[-1] == mention.words[-1]:
        return True
    at = article.text.rfind(name, 0, mention.span.start)
    beside = article.text[: mention.span.start].rstrip()[-1:] + article.text[mention.span.end :][:1]
    return 0 <= mention.span.start - at <= _NEAR and at >= 0 and "," not in beside


def _is_shared(text: str, name: str) -> bool:
    """Whether a surname is told of two at once: "Otto and Mia Kranz"."""
    if f" and {name}" not in text and f" & {name}" not in text:
        return False
    known = given_names()
    pattern = rf"(?:\b([A-Z]\w+) )?\b([A-Z]\w+) (?:and|&) {re.escape(name)}\b"
    joined = re.findall(pattern, text)
    return any(own.lower() in known and first.lower() not in known for first, own in joined)


def _is_part_of_name(article: EnglishText, span: Span) -> bool:
    """Whether a word stands in a longer run of capitals: the Quill Foundation is not Quill."""
    tokens = article.parse.tokens_in(span)
    after = article.parse.tokens[tokens[-1].index + 1 : tokens[-1].index + 2] if tokens else ()
    before = article.parse.tokens[tokens[0].index - 1 : tokens[0].index] if tokens else ()
    if tokens and tokens[-1].dep == "compound":  # "the Clinton campaign"
        return True
    titles = list_words("titles")
    return any(t.pos == "PROPN" and t.dep != "appos" for t in after) or any(
        t.dep == "compound" and t.pos == "PROPN" and fold_word(t.text.rstrip(".")) not in titles
        for t in before
    )


def _with_title(span: Span, text: str) -> Span:
    """A surname with the "Mr." before it, which the full name does without."""
    match = _TITLE.search(text[max(0, span.start - 6) : span.start])
    return Span(span.start - len(match.group()), span.end) if match else span


def _without_possessive(span: Span, text: str) -> Span:
    match = re.search(r"['’]s?$", span.of(text))
    return Span(span.start, span.start + match.start()) if match else span


def _find_bodies(article: EnglishText, span: Span) -> Iterator[Reference]:
    """Acronyms of bodies that the article names in full, and the full names themselves."""
    for token in article.parse.tokens_in(span):
        name = article.resolver.bodies.abbreviated(token.text)
        if name is None or token.pos not in ("PROPN", "NOUN"):
            continue
        source = find_first(article.text, name)
        first = article.parse.tokens[token.index - 1] if token.index else None
        the = first if first is not None and first.text.lower() == "the" else None
        words = _with_article(name, article.text) if the is None else name
        if source and source.start < token.span.start:
            yield Reference(token.span, words, name, source, "acronym", _NAME_SURE)


def _with_article(name: str, text: str) -> str:
    """A body's name with "the" where the article writes it so."""
    source = find_first(text, name)
    before = text[max(0, source.start - 4) : source.start] if source else ""
    return f"the {name}" if before.casefold() == "the " else name


def _find_described(article: EnglishText, span: Span) -> Iterator[Reference]:
    """ "The minister" and "the ministry", where one person or body was so called before."""
    for token in article.parse.tokens_in(span):
        if token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "appos"):
            continue
        children = article.parse.children(token)
        if not children or children[0].text.lower() not in ("the", "this", "that"):
            continue
        if any(
            c.index > token.index and c.dep in ("prep", "relcl", "acl", "appos") for c in children
        ):
            continue
        at = Span(children[0].span.start, token.span.end)
        if span.contains(at) and (name := article.resolver.resolve(at)):
            is_person = _is_person(article, name)
            said = at.of(article.text).casefold()
            titled = is_person and _is_in_title_only(article.text, name)
            titled |= _is_shared(article.text, name) or (name.isupper() and " " in name)
            if name.casefold() not in said and _is_plain(name, token, is_person) and not titled:
                yield _make_described(article, at, name)


def _is_in_title_only(text: str, name: str) -> bool:
    """Whether only a headline has a name: "Reporter Caught Conspiring" is nobody's."""
    title, _, body = text.partition("\n")
    return name.split()[-1] not in body and is_heading(title)


def _is_plain(name: str, token: Token, is_person: bool) -> bool:
    """Whether a name is short, and begins or ends with what it is called by: no headline is."""
    words = name.lower().split()
    if len(words) > _LONGEST_NAME or (is_person and not may_be_person(token)):
        return False
    return token.text.lower() not in words[1:-1]


def _make_described(article: EnglishText, at: Span, name: str) -> Reference:
    words = name if _is_person(article, name) else _with_article(name, article.text)
    source = find_first(article.text, name)
    return Reference(at, words, name, source, "description", _BODY_SURE)


def _find_pronouns(article: EnglishText, span: Span, voice: Voice) -> Iterator[Reference]:
    speakers = _find_speakers(article, span, voice)
    for token in article.parse.tokens_in(span):
        low = token.text.lower()
        if token.text.isupper() and token.text != "I":  # in a heading
            continue
        if speaker := _said_of_itself(article, token, voice):
            endings = _SINGULAR if low in _SINGULAR else _IT
            yield from _put(article, token, speaker, endings, _PRONOUN_SURE)
        elif low in _SINGULAR and _may_mean_a_person(token, voice):
            found = find_person(article.parse, article.resolver.people, token)
            if found is not None:
                yield from _put(article, token, found[0], _SINGULAR, found[1])
        elif low in _SPEAKER or low in _WE:
            yield from (r for r in speakers if r.span == token.span)
        elif low in _IT and not is_empty_it(article.parse, token):
            name = _body_beside(article, token) or _body_before(article, token)
            yield from _put(article, token, name, _IT, _IT_SURE)
        elif low in _THEY:
            pair = find_pair_before(article, token.span.start)
            if pair is not None:
                yield from _put(article, token, pair[0], _THEY, _IT_SURE, pair[1])


def _said_of_itself(article: EnglishText, token: Token, voice: Voice) -> str | None:
    """The named source of "Keller said she would ...": what is said begins with the pronoun."""
    source, low = voice.source, token.text.lower()
    if source is None or source.entity is None or voice.nested is not None or not voice.content:
        return None
    if voice.quotation is Quotation.DIRECT or token.dep not in _SUBJECTS:
        return None
    if not 0 <= token.span.start - voice.content[0].start <= _OPENING:
        return None
    if not any(word[:1].isupper() for word in source.text.split()):
        return None
    if not _is_person(article, source.entity):
        meant_it = low == "it" and not is_empty_it(article.parse, token)
        return source.entity if meant_it else None
    gender = article.resolver.people.gender_of(source.entity)
    meant = {"he": Gender.MALE, "she": Gender.FEMALE}.get(low)
    return source.entity if meant and agrees(gender, meant) else None


def _may_mean_a_person(token: Token, voice: Voice) -> bool:
    """Whether a person named before may be meant by "he": not in a quotation.

    Nor where what is said begins with a pronoun that may mean its source, whose name is not known:
    in "the caretaker said that he had locked the door" no other name may stand for "he".
    """
    source = voice.source
    if source is None or source.entity is not None or voice.quotation is Quotation.DIRECT:
        return voice.quotation is not Quotation.DIRECT
    opens = bool(voice.content) and 0 <= token.span.start - voice.content[0].start <= _OPENING
    is_subject = opens and token.dep in _SUBJECTS
    return not is_subject or source.text.lower() in _SINGULAR


def _put(
    article: EnglishText,
    token: Token,
    name: str | None,
    endings: dict[str, str],
    sure: float,
    source: Span | None = None,
) -> Iterator[Reference]:
    """A name in place of a pronoun, with an ending where it says whose something is."""
    if name is None:
        return
    low = token.text.lower()
    is_whose = token.tag == "PRP$" or low in ("his", "its", "their")
    ending = (endings[low] or "'s") if is_whose else ""
    words = _with_article(name, article.text) if endings is _IT else name
    at = source or find_first(article.text, name)
    short = _short_verb(article.parse, token, _SHORT)
    yield Reference(token.span, words + ending, name, at, "pronoun", sure, also=short)


def _short_verb(parse: Parse, token: Token, forms: dict[str, str]) -> tuple[tuple[Span, str], ...]:
    """The verb form that goes with the name: "he's" is "Weston is"."""
    after = parse.tokens[token.index + 1 : token.index + 2]
    if not after or token.dep not in _SUBJECTS:
        return ()
    form = after[0].text.lower().replace("’", "'")
    if form == "'s" and (after[0].lemma == "have" or _is_perfect(parse, token, after[0])):
        return ((after[0].span, " has"),)
    return ((after[0].span, forms[form]),) if form in forms else ()


def _is_perfect(parse: Parse, subject: Token, short: Token) -> bool:
    """Whether "he's collected a binder" is told, and not "he's given a prize"."""
    if any(t.text == "been" for t in parse.tokens[short.index + 1 : short.index + 2]):
        return True
    verb = parse.tokens[short.head]
    below = {parse.tokens[child].dep for child in verb.children}
    active = subject.dep == "nsubj" and "agent" not in below and verb.lemma not in _OF_TWO_OBJECTS
    return active and "dobj" in below and verb.tag in ("VBN", "VBD")


def _find_speakers(article: EnglishText, span: Span, voice: Voice) -> list[Reference]:
    """The speaker's name for each "I"; for none where one of them has a verb that is not read."""
    words = [t for t in article.parse.tokens_in(span) if t.text.lower() in (*_SPEAKER, *_WE)]
    found = {t.index: list(_put_speaker(article, t, voice)) for t in words}
    unread = any(t.dep in _SUBJECTS and t.text == "I" and not found[t.index] for t in words)
    return [] if unread else [reference for each in found.values() for reference in each]


def _put_speaker(article: EnglishText, token: Token, voice: Voice) -> Iterator[Reference]:
    """The speaker's name for the "I" of a quotation; for "we" only a body's."""
    source = voice.source
    quoted = voice.quotation in (Quotation.DIRECT, Quotation.MIXED)
    if not quoted or source is None or source.entity is None or voice.nested is not None:
        return
    if source.text.lower() in _SINGULAR:
        return
    low = token.text.lower()
    if source.entity.startswith("@"):
        return
    is_body = not (_is_person(article, source.entity) or _is_labelled_person(voice))
    if (low in _WE) is not is_body:
        return
    endings = _WE if is_body else _SPEAKER
    words = _with_article(source.entity, article.text) if is_body else source.entity
    verb = _agree(article.parse, token)
    if verb is None:
        return
    put, at = words + endings[low], source.span
    yield Reference(token.span, put, None, at, "speaker", _BODY_SURE, also=verb)


def _is_person(article: EnglishText, name: str) -> bool:
    people = article.resolver.people
    return any(m.is_person and people.name_of(m) == name for m in people.mentions)


def _is_labelled_person(voice: Voice) -> bool:
    """Whether who speaks after a colon is one person: a full name, and no word of a body in it."""
    name = voice.source.entity if voice.source else None
    words = tuple((name or "").split())
    is_label = voice.cue is not None and voice.cue.text == ":"
    return is_label and len(words) > 1 and not has_body_word(words)


def _agree(parse: Parse, token: Token) -> tuple[tuple[Span, str], ...] | None:
    """The verb of "I" in the third person; None where its form is not known."""
    if token.dep not in _SUBJECTS:
        return ()
    verb = parse.tokens[token.head]
    helpers = [c for c in parse.children(verb) if c.dep in ("aux", "auxpass")]
    first = min([verb, *helpers], key=lambda t: t.index)
    form = first.text.lower().replace("’", "'")
    if form in _SPOKEN:
        return ((first.span, _SPOKEN[form]),)
    if first.tag in ("VBD", "MD"):
        return ()
    is_i = token.text == "I"  # "let me make": its verb stays
    if (first.tag == "VBP" or (first.tag == "VB" and is_i)) and first.text.isalpha():
        return ((first.span, _third_person(form)),)
    return None


def _third_person(form: str) -> str:
    """The present of a verb after a name: says, carries, goes."""
    if re.search(r"[^aeiou]y$", form):
        return f"{form[:-1]}ies"
    return form + ("es" if re.search(r"(?:s|sh|ch|x|o)$", form) else "s")


def _body_beside(article: EnglishText, token: Token) -> str | None:
    """The body that is the subject of the clause to which the clause of an "it" is joined."""
    parse = article.parse
    verb = parse.tokens[token.head]
    if token.dep not in _SUBJECTS or verb.dep != "conj":
        return None
    for child in parse.children(parse.tokens[verb.head]):
        mention = article.resolver.people.named_at(child.span) if child.dep in _SUBJECTS else None
        if mention is not None and not mention.is_person:
            return article.resolver.people.name_of(mention)
    return None


def _body_before(article: EnglishText, token: Token) -> str | None:
    """The body that is the subject of the sentence before, where it names no other."""
    parse, people = article.parse, article.resolver.people
    first = parse.sentences[token.sentence][0]
    own = Span(parse.tokens[first].span.start, token.span.start)
    if token.sentence == 0 or any(t.pos in ("PROPN", "NOUN") for t in parse.tokens_in(own)):
        return None
    begin, end = parse.sentences[token.sentence - 1]
    before = Span(parse.tokens[begin].span.start, parse.tokens[end - 1].span.end)
    if "\n" in parse.text[before.end : own.start]:
        return None
    mentions = [m for m in people.named_in(before) if not m.is_person]
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    tokens = parse.tokens_in(mention.span)
    is_subject = any(t.dep in _SUBJECTS and parse.tokens[t.head].dep == "ROOT" for t in tokens)
    return people.name_of(mention) if is_subject else None
