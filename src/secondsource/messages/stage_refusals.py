"""Why an item was not taken, or a job failed, by the module that says so."""

from collections.abc import Mapping
from typing import Final

from secondsource.messages.marking import Form, mark_sentence

REFUSALS: Final[Mapping[str, tuple[Form, ...]]] = {
    "collect/formats/pdf.py": (
        mark_sentence(
            "the PDF cannot be opened (%(error)s): give a complete PDF without a password"
        ),
        mark_sentence(
            "a page of the PDF cannot be read (%(error)s): give a complete PDF, or the text of the "
            "article"
        ),
        mark_sentence("the PDF has no text layer: run text recognition (OCR) on it first"),
        mark_sentence(
            "the PDF holds more than %(most)s characters or takes longer than %(seconds)s seconds "
            "to read: give the pages of the article alone"
        ),
        mark_sentence(
            "the PDF takes more than %(most)s MB of memory to read, or is damaged: give the pages "
            "of the article alone, as text or as a plainer PDF"
        ),
    ),
    "collect/formats/jsonl.py": (
        mark_sentence('"text" is missing or empty: give the article\'s text as a string'),
        mark_sentence("the line is not UTF-8: save the file in UTF-8"),
        mark_sentence(
            "the line is not JSON (%(error)s at column %(column)s): give one JSON object a line"
        ),
        mark_sentence("the line is not JSON that is read (%(error)s)"),
        mark_sentence("the line is nested too deeply: give one flat object"),
        mark_sentence('the line is not a JSON object: give {"text": …} on each line'),
        mark_sentence('"%(name)s" is not a string: give a string or leave it out'),
        mark_sentence('"id" holds a line break or another control character: leave it out'),
        mark_sentence('"byline" is not a list of names: give ["First Last", …]'),
        mark_sentence('"published" is %(given)s: give an ISO 8601 date as 2024-05-31'),
        mark_sentence('"language" is %(given)s: give a code such as en or ru'),
        mark_sentence('"%(name)s" is not a list of objects: give [{…}, …]'),
        mark_sentence('a link has no "url": give {"url": …, "text": …}'),
        mark_sentence('a credit needs "name" and "role", one of %(roles)s'),
        mark_sentence('a credit\'s "span" does not lie in the text: give {"start", "end"}'),
    ),
    "collect/folder.py": (
        mark_sentence("the folder cannot be listed (%(reason)s): check its rights"),
        mark_sentence("the folder is a link back to one above it: not entered again"),
        mark_sentence("hidden files are passed over: name it directly to read it"),
    ),
    "collect/formats/warc.py": (
        mark_sentence("the WACZ is damaged or locked (%(error)s): fetch it anew"),
        mark_sentence("the web archive breaks off within a page: fetch it anew"),
        mark_sentence("the web archive is damaged from here on (%(error)s): fetch it anew"),
    ),
    "collect/feed/jsonfeed.py": (
        mark_sentence('the JSON feed has no "items": it is broken or none'),
        mark_sentence("the JSON feed is nested too deeply"),
        mark_sentence("the JSON feed is broken (%(error)s): open it in a browser"),
        mark_sentence("the JSON feed is no object"),
    ),
    "archive/storing.py": (
        mark_sentence("It has no text; an article needs some."),
        mark_sentence(
            "Its %(name)s holds half a character (%(which)s), which is not valid Unicode. Save it "
            "again as UTF-8."
        ),
        mark_sentence(
            "A credit or a notice is marked beyond the end of its text (%(most)s characters)."
        ),
    ),
    "collect/formats/tree.py": (
        mark_sentence(
            "an element of the page has more than %(most)s attributes, which no article needs: "
            "save the article as plain text"
        ),
        mark_sentence(
            "a paragraph of the page holds more than %(most)s elements, which no article needs: "
            "save the article as plain text"
        ),
        mark_sentence("the page is empty or broken (%(error)s): save it anew"),
        mark_sentence(
            "the page nests its elements more than %(most)s deep, so part of it would be lost: "
            "save the article as plain text"
        ),
    ),
    "collect/fetching/url.py": (
        mark_sentence("%(address)s did not answer (%(error)s): try again later"),
        mark_sentence("%(address)s redirects more than %(most)s times: give the final address"),
        mark_sentence("%(address)s redirects to no address (%(shown)s): open it yourself"),
        mark_sentence("%(address)s answered %(status)s: open it in a browser and save the page"),
        mark_sentence("%(address)s is packed with %(encoding)s: save the page and add it"),
        mark_sentence("%(address)s sends more than %(most)s bytes: save it and cut it"),
        mark_sentence("%(address)s takes too long: try again later or save the page"),
    ),
    "collect/fetching/target.py": (
        mark_sentence("%(address)s is not an address (%(error)s): give http(s)://…"),
        mark_sentence("%(address)s is not a web address: give one that begins with http(s)://"),
        mark_sentence(
            "the host %(host)s was not found within %(seconds)s seconds: try again later"
        ),
        mark_sentence("the host %(host)s is not known (%(error)s): check the address"),
        mark_sentence(
            "%(host)s is an address of this machine or its network, which is not asked: allow "
            "private addresses if that is what you want"
        ),
    ),
    "collect/collect.py": (
        mark_sentence("cannot be read (%(error)s): check path and rights"),
        mark_sentence(
            "is not read, as no room is left for it (%(error)s): free some space and add it again"
        ),
        mark_sentence("its reader failed (%(error)s): report this with the file"),
        mark_sentence(
            "the file has %(size)s bytes, more than the %(most)s allowed: cut it into articles"
        ),
        mark_sentence("an address with JSONL is not read: save it as a .jsonl file"),
        mark_sentence("the web archive holds no page: look whether its crawl went well"),
        mark_sentence("the page has more than %(most)s bytes: save the article as text"),
        mark_sentence("an address with a web archive is not read: save it as a file"),
        mark_sentence("it is a feed, not an article: add it to an archive by its address"),
        mark_sentence("it is a feed, and a folder has nothing fetched: add it by its name"),
        mark_sentence("the file is empty: give one JSON object a line"),
        mark_sentence("the file is in UTF-16: save it in UTF-8"),
        mark_sentence("%(address)s answered with an empty page: open it in a browser"),
    ),
    "collect/feed/gather.py": (
        mark_sentence("the entry has no address"),
        mark_sentence("the feed has no entries: it may be empty now, or be no feed"),
        mark_sentence("%(said_reason)s (the feed has no full text of it)"),
    ),
    "collect/feed/tidy.py": (
        mark_sentence("the feed is broken (%(error)s): open it in a browser to see"),
    ),
    "collect/formats/html.py": (
        mark_sentence(
            "no article text was found on the page: it may be built by scripts or hold only lists "
            "and pictures; open it in a browser and save the text"
        ),
    ),
    "collect/formats/sniff.py": (
        mark_sentence(
            "it is %(kind)s: HTML, plain text, PDF, JSONL, WARC, WACZ and feeds are read"
        ),
        mark_sentence(
            "%(kind)s is not a kind of file that is read: HTML, plain text, PDF, JSONL, WARC, "
            "WACZ and feeds are read"
        ),
        mark_sentence("it is named PDF but does not begin as one: give the whole file"),
    ),
    "collect/stubs/reject.py": (
        mark_sentence(
            "it is no article but %(said_kind)s: open it in a browser and save the article from "
            "there"
        ),
    ),
    "collect/stubs/kinds.py": (
        mark_sentence("an error page"),
        mark_sentence("a check whether a person is there (captcha)"),
        mark_sentence("a request to switch on JavaScript"),
        mark_sentence("a request to accept cookies"),
        mark_sentence("a notice that it is not shown in this country"),
        mark_sentence("a notice that it is for subscribers"),
    ),
    "collect/formats/text.py": (
        mark_sentence("the file is empty: give one with the text of an article"),
        mark_sentence("the file holds NUL bytes, so it is not text: give text, HTML or PDF"),
        mark_sentence("the file is binary, not text: give text, HTML, PDF or JSONL"),
    ),
    "web/work/worker.py": (
        mark_sentence(
            "The process that did this ended early (code %(code)s). What was finished is kept. It "
            "may have run out of memory, or was held up by one item for hours: try again with "
            "fewer articles."
        ),
    ),
    "archive/database.py": (
        mark_sentence(
            "The disk that holds %(folder)s is full. Everything added before is kept; free some "
            "space and add the rest again."
        ),
        mark_sentence(
            "%(file)s could not be read or written (%(error)s): a quota or a limit on the size of "
            "files was reached, or its disk fails. What was kept before is still there; free some "
            "space or copy the folder elsewhere, and try again."
        ),
        mark_sentence(
            "%(folder)s is damaged (%(error)s). Restore it from a copy, or save what can be read "
            "with `sqlite3 %(name)s .recover`."
        ),
        mark_sentence("%(folder)s is not a database that Second Source made. Give another folder."),
        mark_sentence(
            "%(folder)s is not a database that Second Source made. Put back a copy of it."
        ),
        mark_sentence("The archive %(folder)s could not do that: %(error)s."),
        mark_sentence(
            "%(file)s cannot be opened: you may not read and write it, or it is no file. Get the "
            "right to it from its owner, or put back a copy of it."
        ),
        mark_sentence(
            "%(file)s is empty, and an index beside it shows that it was not always: put back a "
            "copy of it. To begin anew, delete the folder of the archive."
        ),
        mark_sentence(
            "%(text)s holds half a character, and nothing in %(folder)s does. Give it in whole "
            "characters."
        ),
    ),
    "archive/lock.py": (
        mark_sentence(
            "%(file)s cannot be used (%(error)s). It holds nothing: while nothing else uses the "
            "archive, delete it and try again."
        ),
    ),
    "archive/derived.py": (
        mark_sentence(
            "%(folder)s could not be read or written (%(error)s). Free some space or delete it; it "
            "is made anew."
        ),
    ),
    "archive/upkeep.py": (
        mark_sentence(
            "The search index of %(folder)s could not be written, there or in %(place)s "
            "(%(error)s). The articles are kept; free some space or get the right to write there, "
            "and try again."
        ),
    ),
    "archive/vectors.py": (
        mark_sentence(
            "The article vectors of %(folder)s could not be written (%(error)s). Those done before "
            "are kept; free some space or get the right to write there, and try again."
        ),
    ),
    "archive/factcheck_index.py": (
        mark_sentence(
            "The vectors of fact-checks in %(folder)s could not be written (%(error)s). Those done "
            "before are kept; free some space or get the right to write there, and try again."
        ),
    ),
    "jobs/check.py": (mark_sentence("%(folder)s cannot be read (%(error)s): save it as UTF-8"),),
    "jobs/read_many.py": (
        mark_sentence(
            "A process that read articles ended early, at one of %(number)s articles from "
            "%(article)s on. It may have run out of memory; read with fewer workers, or with one "
            "to see what happens."
        ),
    ),
    "web/shared/private.py": (
        mark_sentence(
            "%(folder)s cannot be made (%(error)s). It needs a folder where you may write."
        ),
        mark_sentence(
            "%(folder)s cannot be made private (%(error)s). Run this as its owner, or give it to "
            "whoever runs this."
        ),
        mark_sentence("%(folder)s is a database of another program. Move it elsewhere."),
        mark_sentence(
            "%(folder)s is empty: what it held is lost. Put back a copy of it, or delete it to "
            "begin anew."
        ),
    ),
    "web/hooks/posting.py": (
        mark_sentence("no answer within %(seconds)s seconds"),
        mark_sentence("no answer (%(error)s)"),
        mark_sentence("answered %(status)s: redirects are not followed"),
        mark_sentence("answered %(status)s"),
        mark_sentence("An address has at most %(most)s characters."),
        mark_sentence(
            "An address with a name or password in it is not kept; the signature says whom a "
            "message is from."
        ),
    ),
    "web/work/serving.py": (
        mark_sentence("%(error)s. It was noted in the log; please report it."),
    ),
}
