"""Refusing what stands where an article should."""

from secondsource.collect.stubs.headings import name_by_heading
from secondsource.collect.stubs.kinds import LONGEST
from secondsource.collect.stubs.sentences import name_by_sentences
from secondsource.errors import UnreadableError


def reject_stub(title: str | None, text: str, outlet: str | None = None) -> None:
    """Refuse a text that is no article but the page that stood in its place.

    Args:
        title: the title of the page, if known.
        text: what was taken for the article.
        outlet: the name of the site, if known.

    Raises:
        UnreadableError: it is such a page; the message names its kind.
    """
    if len(text) > LONGEST:
        return
    kind = name_by_heading(title or "", text, outlet or "") or name_by_sentences(text)
    if kind is not None:
        raise UnreadableError(
            f"it is no article but {kind}: open it in a browser and save the article from there"
        )
