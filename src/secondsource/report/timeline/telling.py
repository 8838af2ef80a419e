"""What a timeline says in words: its name, its description, and what each mark stands for."""

from collections.abc import Iterator
from typing import Final

from secondsource.messages import gettext as _
from secondsource.report.numbers import capitalize_first, ngettext
from secondsource.report.timeline.picture import Picture
from secondsource.report.timeline.rows import Mark, Story
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    FIRST_UNKNOWN,
    PROBABLY_FIRST,
    THIS_ARTICLE,
    say_date,
    say_tie,
)

_TITLE_LENGTH: Final = 100
_TIES_TOLD: Final = 12


def name_picture(picture: Picture) -> str:
    """What the picture shows, in one line."""
    family = picture.story.family
    return ngettext(
        "Timeline of %(num)s article that carries one text",
        "Timeline of %(num)s articles that carry one text",
        len(family.articles),
    )


def headline(picture: Picture) -> str:
    """How many articles there are and which came first, for a picture that stands alone."""
    count = _count(len(picture.story.family.articles))
    return f"{count}. {_say_first(picture.story)}"


def describe(picture: Picture) -> str:
    """The picture for those who cannot see it: how it is laid out, and the ties in words."""
    story = picture.story
    return " ".join(
        [
            _("Time runs from left to right, and every row is an outlet."),
            _say_dates(story, story.family.articles),
            _say_first(story),
            *_tell_ties(story),
        ]
    )


def _count(articles: int) -> str:
    return capitalize_first(ngettext("%(num)s article", "%(num)s articles", articles))


def _say_first(story: Story) -> str:
    if not story.first:
        return _(FIRST_UNKNOWN)
    label = story.shelf.label(story.first)
    return f"{_(PROBABLY_FIRST)}: {label.outlet}, {label.date}."


def _tell_ties(story: Story) -> Iterator[str]:
    edges = story.family.edges
    for edge in edges[:_TIES_TOLD]:
        child, parent = (story.shelf.label(end).outlet for end in (edge.child, edge.parent))
        yield f"{child} {say_tie(edge)} {parent}."
        if (edge.child, edge.parent) in story.judged.rejected:
            yield _("A person says that this does not hold.")
    if len(edges) > _TIES_TOLD:
        yield ngettext("And %(num)s more tie.", "And %(num)s more ties.", len(edges) - _TIES_TOLD)


def tell_mark(mark: Mark, story: Story) -> str:
    """What a mark stands for: an article with its outlet and date, or how many of them."""
    if len(mark.members) > 1:
        count = _count(len(mark.members))
        return f"{count}. {_say_dates(story, mark.members)}"
    label = story.shelf.label(mark.members[0])
    title = show_on_one_line(label.title, _TITLE_LENGTH)
    this = f"{_(THIS_ARTICLE)}. " if mark.examined else ""
    return f"{this}{label.outlet}, {_say_when(story, mark.members[0])}: {title}"


def _say_dates(story: Story, members: tuple[str, ...]) -> str:
    dated = sorted((m for m in members if m in story.moments), key=story.order)
    if not dated:
        return _("No dates are known.")
    first, last = (story.shelf.label(member).date for member in (dated[0], dated[-1]))
    if first == last:
        return _("Published on %(date)s.", date=first)
    return _("Published %(first)s to %(last)s.", first=first, last=last)


def _say_when(story: Story, member: str) -> str:
    """The date, and the time of day where it is known, as it was given."""
    found = story.shelf.get(member)
    published = (found.published or "") if found else ""
    time = f", {published[11:16]}" if len(published) > len("2019-02-18T") else ""
    return f"{say_date(published)}{show_on_one_line(time)}"
