"""What the workbench says of a failure: what to do in it, where the library names commands."""

from pathlib import Path

from secondsource.errors import (
    ArchiveLockedError,
    ArchiveReadOnlyError,
    ArticleNotFoundError,
    ArticleRemovedError,
    CaseError,
    DecisionNotFoundError,
    DecisionOverError,
    ExaminationError,
    ExaminationNotFoundError,
    FamilyNotFoundError,
    PersonNotFoundError,
)
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.messages.retelling import THE_ARCHIVE, InEnglish, retell

_SENTENCES = {
    ArticleRemovedError: N_("This article was removed from the archive."),
    ArticleNotFoundError: N_(
        "No article here has this id: it is not known, or more than one begins like it."
    ),
    ArchiveLockedError: N_("The archive is being written to just now. Try again in a minute."),
    ArchiveReadOnlyError: N_("This archive can only be read here; nothing was changed."),
    CaseError: N_("The case cannot be put together: it is too large, or the disk here is full."),
    ExaminationNotFoundError: N_(
        "No examination of this number is kept of this article (any more): see which are, and take "
        "one of these."
    ),
    ExaminationError: N_(
        "This article was not examined yet, or by another version of the program: have it examined."
    ),
    DecisionNotFoundError: N_(
        "There is no decision or verdict of this number here: look for it among all that people "
        "decided, or among the verdicts."
    ),
    DecisionOverError: N_(
        "Somebody took this back before, or put another in its place; nothing was changed. Look at "
        "it again."
    ),
    FamilyNotFoundError: N_(
        "No family has this id: the families may have been worked out anew since you came from "
        "there. Look for one of its articles."
    ),
    PersonNotFoundError: N_(
        "Nobody has this id: names may have been joined otherwise since you came from there. Look "
        "for the name."
    ),
}


def tell_failure(error: Exception, folder: Path) -> str:
    """What happened and what to do in the workbench, in words that name no folder of the server.

    It is given in English, for `say_told`: a job fails in another process, before anybody reads
    of it.

    Args:
        error: one of the package.
        folder: that of the archive; a relative one is no name that could be found in a sentence.
    """
    for kind, sentence in _SENTENCES.items():
        if isinstance(error, kind):
            return sentence
    said = str(error)
    return said.replace(str(folder), THE_ARCHIVE) if folder.is_absolute() else said


def say_told(sentence: str) -> str:
    """A sentence that was told in English, by another process or an error, in the reader's words.

    Args:
        sentence: one that is not known (any more) stays as it is.
    """
    found = _(sentence)
    told = found if found != sentence else retell(sentence)
    return sentence if isinstance(told, InEnglish) else told
