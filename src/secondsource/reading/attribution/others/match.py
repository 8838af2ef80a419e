"""Attributions within one sentence by the words of a table and their order.

The sentence comes with its speeches blotted out, each sign of them by `BLOT`: the offsets stay
and no pattern reads into what somebody else said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.article import Span
from secondsource.reading.attribution.others.clauses import (
    CLAUSE_END,
    around,
    clause_after,
    opens_with_that,
    piece_of,
    skip_blanks,
)
from secondsource.reading.attribution.others.german import (
    find_dative,
    find_subject_of_own,
    is_hearer,
    with_noun_before,
)
from secondsource.reading.attribution.others.joined import (
    find_inside,
    skip_relative,
    with_name_beside,
)
from secondsource.reading.attribution.others.names import NAME
from secondsource.reading.attribution.others.nobody import read_nobody
from secondsource.reading.attribution.others.sources import (
    BEFORE,
    NAME_AT_END,
    NO_MARK,
    PHRASE,
    REACH,
    before_clitic,
    clean_source,
    find_source_after,
    find_source_before,
    pronoun_within,
)
from secondsource.reading.attribution.others.table import NEVER, Table
from secondsource.reading.attribution.pieces import Found, trim_piece

_APPOSITION = re.compile(rf"\s*(?P<first>{NO_MARK}{{2,80}}),\s+(?P<beside>{NO_MARK}{{2,80}}),\s*")
_DESCRIPTION = re.compile(rf",\s+(?P<words>{NO_MARK}{{2,80}}?)(?=\s*(?:[.!?…–—]|\Z))")
_SENTENCE_END = re.compile(r"\s*(?:[.!?…]|\Z)")
_LONGEST_BETWEEN = 6
"""Words between a verb and its clause: whom and when it was said."""
_SHORTEST_OFFICE = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """A verb or phrase of attribution in the sentence at hand."""

    text: str
    sentence: Span
    cue: Span


def match_sentence(text: str, sentence: Span, table: Table) -> Iterator[Found]:
    """Give the attributions of one sentence; each cue is used once, and none in a content twice.

    Args:
        text: The text, its speeches blotted out.
        sentence: Where the sentence stands.
        table: The words of its language.
    """
    for reader in (read_nobody, _read_according, _read_verbs):
        found = list(reader(text, sentence, table))
        yield from found
        if found and reader is read_nobody:
            return


def _read_according(text: str, sentence: Span, table: Table) -> Iterator[Found]:
    """«Laut X ...», «selon X, ...», «X zufolge ...»."""
    own = table.own.search(text, sentence.start, sentence.end)
    found = _with_phrase(text, sentence, table, own)
    if found is None and own is not None:
        found = _with_own(text, sentence, own, table)
    if found is None:
        found = _with_following(text, sentence, table)
    if found is not None:
        yield found


def _with_phrase(
    text: str, sentence: Span, table: Table, own: re.Match[str] | None
) -> Found | None:
    """«Laut X ...», «selon X, ...»."""
    first = table.first.match(text, sentence.start, sentence.end)
    everywhere = table.according.finditer(text, sentence.start, sentence.end)
    for match in (first, *everywhere) if first else everywhere:
        if own is not None and own.start() <= match.start() < own.end():
            continue
        if table.verb.match(text, match.end() + 1):  # «según informó X» is read by its verb
            continue
        source = _noun_after(text, match.end(), sentence, table)
        if source is None or (match is first and not _ends_in_name(text, source)):
            continue
        closes = trim_piece(text, sentence.start, match.start()) is not None
        end = skip_relative(text, source.end, sentence.end) if closes else source.end
        if content := around(text, sentence, Span(match.start(), end)):
            return Found(source, Span(*match.span()), content)
    return None


def _with_own(text: str, sentence: Span, own: re.Match[str], table: Table) -> Found | None:
    """«За його словами, ...», «nach eigenen Angaben»."""
    content = around(text, sentence, Span(*own.span()))
    who = find_subject_of_own(text, sentence, own) if table.nouns_capital else None
    source = who or _pronoun_of_own(own, table)
    return Found(source, Span(*own.span()), content) if content else None


def _with_following(text: str, sentence: Span, table: Table) -> Found | None:
    """«X zufolge ...»."""
    for match in table.following.finditer(text, sentence.start, sentence.end):
        source = _noun_before(text, sentence.start, match.start(), table)
        if source is not None:
            content = around(text, sentence, Span(source.start, match.end()))
            if content:
                return Found(source, Span(*match.span()), content)
    return None


def _pronoun_of_own(own: re.Match[str], table: Table) -> Span | None:
    """The pronoun in «за *його* словами», «*jej* zdaniem», where it is one of the table's."""
    for word in re.finditer(r"\w+", own.group()):
        if word.group().lower() in table.he | table.she:
            return Span(own.start() + word.start(), own.start() + word.end())
    return None


def _noun_before(text: str, start: int, at: int, table: Table) -> Span | None:
    """What stands before «zufolge», without the words of the sentence that stand before it."""
    noun = find_dative(text, max(start, at - REACH), at) if table.nouns_capital else None
    if noun is not None:
        return clean_source(text, noun.start, noun.end, table)
    return find_source_before(text, start, at, table)


def _ends_in_name(text: str, source: Span) -> bool:
    """Whether a source ends in a name of two words: only then « pour X, » tells of a voice."""
    name = NAME_AT_END.search(source.of(text))
    return name is not None and len(name.group().split()) > 1


def _noun_after(text: str, at: int, sentence: Span, table: Table) -> Span | None:
    """The noun with what belongs to it that follows «laut»; up to a comma where those have one."""
    noun = table.noun.match(text, at, sentence.end)
    set_off = PHRASE.match(text, at, sentence.end) if _is_set_off(text, sentence, at) else None
    if noun is not None and set_off is not None and text[set_off.end() : set_off.end() + 1] == ",":
        noun = set_off
    if noun is not None:
        return clean_source(text, at, noun.end(), table)
    if table.noun is not NEVER:
        return None
    match = PHRASE.match(text, at, sentence.end)
    source = clean_source(text, at, match.end(), table) if match else None
    return source if source and CLAUSE_END.match(text, source.end) else None


def _is_set_off(text: str, sentence: Span, at: int) -> bool:
    """Whether a comma stands before the phrase whose noun begins at a place: «, według ...»."""
    before = text[sentence.start : at].rstrip().rpartition(" ")[0].rstrip()
    return before.endswith(",")


def _read_verbs(text: str, sentence: Span, table: Table) -> Iterator[Found]:
    """Every verb of saying, thinking or wanting with a clause, a tag or a name that it gives."""
    reached = sentence.start
    for match in table.verb.finditer(text, sentence.start, sentence.end):
        if match.start() < reached:
            continue
        place = _Place(text, sentence, Span(*match.span()))
        found = (
            _put_in(place, table)
            or _with_clause(place, table)
            or _about(place, table)
            or _with_name(place, table)
        )
        if found is not None:
            yield found
            reached = match.end()
    for match in table.inserted.finditer(text, sentence.start, sentence.end):
        place = _Place(text, sentence, Span(*match.span()))
        found = _put_in(place, table)
        if found and found.source and CLAUSE_END.match(text, found.source.end):
            first = found.source.of(text).split()[0]
            if first[0].isupper() or first in table.small:
                yield found


def _asserts(place: _Place, table: Table) -> bool:
    return table.wanting.fullmatch(place.cue.of(place.text)) is None


def _with_clause(place: _Place, table: Table) -> Found | None:
    """«X sagte, dass ...», «am Montag sagte X, dass ...», «X dijo al presidente que ...»."""
    text, sentence, cue = place.text, place.sentence, place.cue
    after = PHRASE.match(text, cue.end, sentence.end)
    between_end = after.end() if after else cue.end
    that = table.that.search(text, cue.end, between_end) if not table.bare else None
    if that is not None:
        between_end = that.start()
    if len(text[cue.end : between_end].split()) > _LONGEST_BETWEEN:
        return None
    content = clause_after(text, between_end, sentence, table)
    if content is None:
        return None
    if table.nouns_capital:
        content = with_noun_before(text, Span(cue.end, between_end), content)
    source = find_source_before(text, sentence.start, cue.start, table)
    source = source or _body_before(place, table)
    between = text[cue.end : between_end].strip()
    if source is None:
        source = find_source_after(text, cue.end, between_end, table) if between else None
    elif between and not (_is_short(between, table) or opens_with_that(text, between_end, table)):
        return None
    if source is None and not _may_drop(place, table):
        return None
    return Found(source, cue, (content,), _asserts(place, table))


def _body_before(place: _Place, table: Table) -> Span | None:
    """«*В обласній поліції* повідомили, що»: the body where a verb without a subject says it."""
    text, sentence = place.text, place.sentence
    words = BEFORE.search(text, sentence.start, place.cue.start)
    if words is None or table.inside is NEVER or not table.inflects:
        return None
    spoken = f"{place.cue.of(text)} {words.group().strip()} "
    match = table.inside.match(spoken)
    if match is None or len(spoken[match.end() :].split()) > _LONGEST_BETWEEN:
        return None
    body = words.group().strip().partition(" ")[2]
    start = text.find(body, words.start(), place.cue.start)
    return Span(start, start + len(body)) if body and start >= 0 else None


def _may_drop(place: _Place, table: Table) -> bool:
    """Whether a verb opens its clause in a language that needs no subject: «Dijo que ...»."""
    before = BEFORE.search(place.text[place.sentence.start : place.cue.start])
    words = before.group().strip() if before else ""
    return table.drops and (not words or table.lead.fullmatch(words) is not None)


def _is_short(between: str, table: Table) -> bool:
    """Whether the words between a verb and its clause are its particle or whom it was told."""
    if len(between.split()) <= 1 or table.stop.match(between):
        return True
    return table.nouns_capital and is_hearer(between)


def _put_in(place: _Place, table: Table) -> Found | None:
    """«..., sagte X», «..., a précisé X, ...», «wie X berichtet, ...»."""
    text, sentence, cue = place.text, place.sentence, place.cue
    before = text[sentence.start : cue.start]
    opener = _opener_before(text, sentence, cue, table)
    if opener is not None:
        before_verb = before_clitic(text, opener.end, cue.start, table)
        source = clean_source(text, opener.end, before_verb, table)
        source = source or find_source_after(text, cue.end, sentence.end, table)
        start = opener.start
    elif before.rstrip().endswith((",", "–", "—")):
        if (apposition := _find_apposition(place, table)) is not None:
            return _with_object(place, apposition, table)
        source, start = find_source_after(text, cue.end, sentence.end, table), cue.start
    else:
        return None
    source = with_name_beside(text, source, sentence.end, table)
    source = source or pronoun_within(text, cue) or find_inside(text, cue, sentence.end, table)
    closes = CLAUSE_END.match(text, cue.end) and not opens_with_that(text, cue.end, table)
    if source is None and not (table.drops and closes):
        return None
    end = max(source.end, cue.end) if source else cue.end
    rest = PHRASE.match(text, end, sentence.end)
    end = rest.end() if rest and rest.group().strip() else end
    end = _skip_description(place, start, end, table)
    used = Span(start, end if start <= sentence.start else skip_relative(text, end, sentence.end))
    content = around(text, sentence, used)
    return Found(source, cue, content, _asserts(place, table)) if content else None


def _find_apposition(place: _Place, table: Table) -> Span | None:
    """The subject with what it is called beside it: «Der Minister, Klaus Weber, kündigte ...».

    One of the two is a name and neither has a verb; after the verb stands no name, which would
    be the speaker of a clause before it.
    """
    text, start, at = place.text, place.sentence.start, place.cue.start
    match = _APPOSITION.fullmatch(text, start, at) if at - start <= REACH else None
    if match is None or table.adverbial.match(text, match.start("first")):
        return None
    least = 2 if table.nouns_capital else 1
    is_named = len(match["beside"].split()) >= least and NAME.fullmatch(match["beside"])
    if not is_named and not (" " in match["first"] and NAME.fullmatch(match["first"])):
        return None
    found = Span(match.start("first"), match.end("beside"))
    after = find_source_after(text, place.cue.end, place.sentence.end, table)
    is_tag = after is not None and _speaks(text, after, table)
    return None if is_tag or _has_verb(text, found, table) else found


def _speaks(text: str, after: Span, table: Table) -> bool:
    """Whether the words after a verb are a name or a pronoun and so its subject."""
    words = after.of(text)
    named = NAME.fullmatch(words) and (" " in words or not table.nouns_capital)
    return bool(named) or words.lower() in table.pronouns


def _with_object(place: _Place, source: Span, table: Table) -> Found | None:
    """What a source in two parts announces or criticises, where no clause says it."""
    text, cue, end = place.text, place.cue, place.sentence.end
    match = PHRASE.match(text, cue.end, end)
    words = trim_piece(text, match.start(), match.end()) if match else None
    if words is None or table.stop.match(text, words.start, words.end):
        return None
    if table.naming.fullmatch(cue.of(text)) or not _SENTENCE_END.match(text, words.end, end):
        return None
    particles = table.particle.finditer(text, words.start, words.end)
    last = next((p.start() for p in particles if p.end() == words.end), words.end)
    content = trim_piece(text, words.start, last)
    return Found(source, cue, (content,), _asserts(place, table)) if content else None


def _skip_description(place: _Place, start: int, end: int, table: Table) -> int:
    """Where what is said can go on after a tag: past «, prezes banku» beside its speaker.

    After a dash all up to the next dash is the author's; after a comma only an office is.
    """
    text = place.text
    match = _DESCRIPTION.match(text, end, place.sentence.end)
    if match is None:
        return end
    by_dash = text[place.sentence.start : start].rstrip().endswith(("–", "—"))
    is_office = any(_is_office(word, table) for word in match["words"].split()[:2])
    is_plain = not _has_verb(text, Span(match.start(), match.end()), table)
    return match.end("words") if by_dash or (is_office and is_plain) else end


def _is_office(word: str, table: Table) -> bool:
    """Whether a word is one of the offices, and none of the articles that stand among them."""
    is_noun = word[0].isupper() if table.nouns_capital else len(word) >= _SHORTEST_OFFICE
    return is_noun and word.lower().rpartition("-")[2] in table.titles


def _has_verb(text: str, words: Span, table: Table) -> bool:
    return any(p.search(text, words.start, words.end) for p in (table.verb, table.clause))


def _opener_before(text: str, sentence: Span, cue: Span, table: Table) -> Span | None:
    """The «wie», «comme», «jak» that opens what the verb closes, no mark between them."""
    start = max(sentence.start, cue.start - REACH)
    words = BEFORE.search(text, start, cue.start)
    match = (
        table.opener.match(text, words.start() + skip_blanks(text, words.start()))
        if words
        else None
    )
    return Span(*match.span()) if match else None


def _about(place: _Place, table: Table) -> Found | None:
    """«Про це повідомляє X»: what was said stands before, in another sentence."""
    text, sentence, cue = place.text, place.sentence, place.cue
    before = trim_piece(text, sentence.start, cue.start)
    if before is None or not table.about.fullmatch(before.of(text)):
        return None
    source = find_source_after(text, cue.end, sentence.end, table)
    return Found(source, cue, (before,)) if source else None


def _with_name(place: _Place, table: Table) -> Found | None:
    """«Sie nannte das Urteil „eine Schande“»: what is called a name and the name in marks."""
    text, sentence, cue = place.text, place.sentence, place.cue
    if not table.naming.fullmatch(cue.of(text)):
        return None
    content = piece_of(text, cue.end, sentence.end)
    if content is None or not re.search(r"[«„“\"]", content.of(text)):
        return None
    source = find_source_before(text, sentence.start, cue.start, table)
    return Found(source, cue, (content,))
