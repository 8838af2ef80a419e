# ruff: noqa: E501  (the lines of the pages are as long as real ones)
"""A small Wikiquote dump: invented people, and a few sayings long out of copyright.

The markup has the quirks of real pages: links within stress, footnotes, comments, pictures with
captions, originals above their translations, sources on the quotation's own line (German),
templates that hold the quotation (Russian), theme pages, redirects. What the pages say of
origins is made up for these tests.
"""

from collections.abc import Iterable, Iterator
from html import escape

BISMARCK = """
[[File:Bismarck 1881.jpg|thumb|right|Politics is the [[art]] of the next best. ~ '''Otto''']]
'''[[w:Otto von Bismarck|Otto von Bismarck]]''' ([[1 April]] [[1815]] – 30 July 1898) was a statesman.

== Quotes ==
=== 1860s ===
* ''Nicht durch Reden und Majoritätsbeschlüsse werden die großen Fragen der Zeit entschieden, sondern durch Eisen und Blut.''
** Not through speeches and majority decisions are the great questions of the day decided, but by '''iron and blood'''.
*** Speech to the budget commission (30 September 1862)<ref name="a">{{cite book|title=Reden|year=1892}}</ref>

* Politics is not an exact [[science]].<!-- also in 1884 -->
** Speech in the [[w:Landtag|Prussian chamber]] (18 December 1863)

== Disputed ==
* To wage a [[w:preventive war|preventive war]] is to kill oneself out of fear of dying.
** Attributed in a newspaper of 1891; compare his speech of 9 February 1876.

== Misattributed ==
<small>''Widely credited to him, but by others.''</small>
* '''Laws are like sausages; it is better not to see them being made.'''
** [[w:John Godfrey Saxe|John Godfrey Saxe]], as reported in 1869 ("''respect for laws''" …)
*Never believe in anything until it has been officially denied.
**Variant: Believe nothing until it has been officially denied.
{{Misattributed end}}

== Quotes about Bismarck ==
* He was the last great conductor of the old European orchestra.
** [[Somebody Else]] (1950)

== External links ==
{{wikipedia}}
* [https://example.org/bismarck A page of links that is no quotation at all]

[[Category:1815 births]]
[[Category:1898 deaths]]
"""

SOLVEI_EN = """{{Wikipedia}}
== Quotes ==
* A harbour is a promise made of stone,<br />and stone forgets nothing.
** ''[[w:The Pier|The Pier]]'' (1901), p.&nbsp;12
* The sea keeps no accounts, but the {{w|harbour master}} does. [https://example.org/ocr (OCR)]
** Letter to her brother (3 March 1899), in ''Collected Letters'' (1934)
* &ldquo;Count the boats twice.&rdquo;
** As quoted in ''The Coast Courier'' (1911)
* Too short.
=== ''The Tide Tables'' (1907) ===
* Whoever measures the tide must first learn to wait for it.

== Attributed ==
* Every lighthouse was once an argument about money.

[[Category:1860 births]]
"""

SOLVEI_DE = """{{Personenartikel}}
== Überprüft ==
* "Ein Hafen ist ein Versprechen aus Stein, und Stein vergisst nichts." - ''Die Mole, 1901, S. 12''
* „Wer die Flut misst, muss zuerst warten lernen.“ – ''Gezeitentafeln (1907)''

== Fälschlich zugeschrieben ==
* "Das Meer gehört denen, die früh aufstehen." - ''Sprichwort, bereits 1840 belegt''

== Zitate mit Bezug auf Ingrid Solvei ==
* "Sie zählte die Boote zweimal." - ''Ein Kollege''

[[Kategorie:Person]]
"""

RADIN_RU = """{{Навигация}}
'''Пётр Радин''' — смотритель маяка.
== Цитаты ==
{{Q|Маяк не спорит с бурей, он её пережидает.
|Автор=
|Комментарий=«Записки смотрителя», 1912
|Оригинал=}}
* Кто не боится тумана, тот никогда не выходил в море.
** — письмо сестре, 1908 год
{{Цитата|Свет нужен не тому, кто его зажигает.|Комментарий=дневник, 1915}}

== Приписываемые ==
* Хороший сосед лучше дальнего маяка.

== Ошибочно приписываемые ==
* Море любит сильных, а топит смелых.
** поговорка, известна с 1870 года

== О Петре Радине ==
* Он зажигал свет сорок лет подряд и ни разу не опоздал.

== Ссылки ==
* [https://example.org Страница со ссылками на разные вещи]

[[Категория:Родившиеся в 1861 году]]
"""

HARBOURS = """'''[[w:Harbour|Harbours]]''' shelter ships.
== A ==
* Give me a small harbour and a large map.
** [[Ada Lind]], ''Charts'' (1922)
* No harbour is safe from its own council.
** [[w:Bo Ekman|Bo Ekman]], speech of 1931

== See also ==
* [[Sea]] and other pages that are linked from here
[[Category:Themes]]
"""

BROKEN = """== Quotes ==
* An unclosed [[link and {{template keep what was said
** Source (1900
* [[[[{{{{}}}}]]]] only braces stand here and there
== Misattributed
* A heading that is none stays in the section before.
** 1901
[[Category:1900 deaths]]
"""

PAGES = (
    ("Otto von Bismarck", 0, BISMARCK),
    ("Ingrid Solvei", 0, SOLVEI_EN),
    ("Harbours", 0, HARBOURS),
    ("Broken, Anna", 0, BROKEN),
    ("Otto Bismarck", 0, "#REDIRECT [[Otto von Bismarck]]"),
    ("Talk:Otto von Bismarck", 1, "== Quotes ==\n* A remark on a talk page is no quotation.\n"),
)


def make_page(title: str, space: int, text: str) -> str:
    """One page as an export has it."""
    return (
        f"  <page>\n    <title>{escape(title)}</title>\n    <ns>{space}</ns>\n    <id>1</id>\n"
        "    <revision>\n      <id>2</id>\n      <timestamp>2024-05-06T07:08:09Z</timestamp>\n"
        "      <contributor><username>A</username><id>3</id></contributor>\n"
        f'      <text bytes="9" xml:space="preserve">{escape(text)}</text>\n'
        "    </revision>\n  </page>\n"
    )


def make_dump(pages: Iterable[tuple[str, int, str]] = PAGES, wiki: str = "enwikiquote") -> str:
    """A whole export."""
    return "".join(_write(pages, wiki))


def _write(pages: Iterable[tuple[str, int, str]], wiki: str) -> Iterator[str]:
    yield '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" '
    yield f'xml:lang="en">\n  <siteinfo>\n    <sitename>Wikiquote</sitename>\n    <dbname>{wiki}'
    yield "</dbname>\n  </siteinfo>\n"
    yield from (make_page(*page) for page in pages)
    yield "</mediawiki>\n"
