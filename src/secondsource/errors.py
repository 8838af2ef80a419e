"""Every error that Second Source raises on purpose.

    SecondSourceError
    ├── CollectError         an item could not be turned into an article
    │   ├── UnreadableError      wrong type, empty, broken, too large
    │   └── FetchError           an address could not be fetched, or may not be
    ├── ArchiveError         the archive could not do what was asked
    │   ├── ArchiveMissingError  there is no archive at that path
    │   ├── ArchiveLockedError   another process is writing to it
    │   ├── ArchiveReadOnlyError its folder may only be read
    │   ├── ArticleNotFoundError no article has that id
    │   │   └── ArticleRemovedError  it had, and was removed
    │   ├── FamilyNotFoundError  no family has that id
    │   ├── PersonNotFoundError  nobody has that id
    │   ├── DecisionConflictError    somebody else decided on the same in between
    │   ├── DecisionNotFoundError    no decision, or no verdict, has that number
    │   ├── DecisionOverError    a decision or verdict does not stand any more
    │   └── ExaminationError     a kept report cannot be read by this version, or there is none
    │       └── ExaminationNotFoundError  there are others, but none of that number
    ├── ModelError           a model file is missing or does not fit
    ├── RegistryError        houses.toml cannot be read
    ├── WorkerError          a process that worked for this one ended early
    ├── JobError             the queue of the workbench could not do what was asked
    │   ├── JobNotFoundError     there is no job of that number
    │   ├── JobOverError         nothing of a job can be done again
    │   └── QueueFullError       too many jobs are waiting
    ├── SubjectError         a string names nothing that a person could decide about
    ├── CaseError            a case cannot be made, or is none that can be checked
    ├── RequestError         what was asked for cannot be read
    ├── BusyError            as much is being done as may be at one time
    ├── ComparisonError      two articles cannot be held against each other
    ├── CollectionError      a collection of quotations cannot be imported or read
    ├── WebhookError         a webhook cannot be made or changed as asked
    │   ├── WebhookNotFoundError there is no webhook of that number
    │   └── DeliveryError        its receiver did not take a message
    └── AccountsError        an account cannot be made or changed as asked
        └── AccountMissingError  there is no such account or token

A message says what happened, to which item, what would be accepted, and what to do.
"""


class SecondSourceError(Exception):
    """The base of every error that Second Source raises on purpose."""


class CollectError(SecondSourceError):
    """An item could not be turned into an article."""


class UnreadableError(CollectError):
    """The bytes are of the wrong type, empty, broken or too many."""


class FetchError(CollectError):
    """An address could not be fetched, or is one that may not be asked."""


class ArchiveError(SecondSourceError):
    """The archive could not do what was asked of it."""


class ArchiveMissingError(ArchiveError):
    """There is no archive at the given path."""


class ArchiveLockedError(ArchiveError):
    """Another process is writing to the archive."""


class ArchiveReadOnlyError(ArchiveError):
    """The archive's folder may only be read, and something was to be written."""


class DecisionConflictError(ArchiveError):
    """Somebody decided on the same thing after its author had last looked; nothing was lost.

    `key` names the thing, `last` is the number of the last decision on it, `decided_by` whose it
    is. To decide all the same, say so again with that number.
    """

    def __init__(self, message: str, key: str, last: int, decided_by: str) -> None:
        super().__init__(message)
        self.key, self.last, self.decided_by = key, last, decided_by


class DecisionNotFoundError(ArchiveError):
    """No decision on a report, or no verdict, has the given number."""


class DecisionOverError(ArchiveError):
    """A decision or verdict was taken back or replaced before; it cannot be once more."""


class ExaminationError(ArchiveError):
    """A kept report cannot be read by this version of the program."""


class ExaminationNotFoundError(ExaminationError):
    """Reports on an article are kept, but none of that number."""


class ArticleNotFoundError(ArchiveError):
    """No article in the archive has the given id."""


class ArticleRemovedError(ArticleNotFoundError):
    """The article of the given id was removed at `removed_at` (ISO 8601, UTC).

    `removed_by` is the name of who did it; empty where it is not known.
    """

    def __init__(self, message: str, removed_at: str, removed_by: str = "") -> None:
        super().__init__(message)
        self.removed_at, self.removed_by = removed_at, removed_by


class FamilyNotFoundError(ArchiveError):
    """No family of the archive has the given id."""


class PersonNotFoundError(ArchiveError):
    """No person or body of the archive has the given id."""


class ModelError(SecondSourceError):
    """A model file is missing or does not fit the code."""


class RegistryError(SecondSourceError):
    """The registry of owners and agencies (houses.toml) cannot be read."""


class WorkerError(SecondSourceError):
    """A process that worked for this one ended before its work was done."""


class JobError(SecondSourceError):
    """The queue of the workbench could not do what was asked of it."""


class JobNotFoundError(JobError):
    """There is no job of that number."""


class JobOverError(JobError):
    """Nothing of a job can be done again: it is not over, all is done, or its files are gone."""


class QueueFullError(JobError):
    """Too many jobs are waiting."""


class SubjectError(SecondSourceError):
    """A string names nothing in a report that a person could decide about."""


class CollectionError(SecondSourceError):
    """A collection of quotations cannot be imported or read."""


class ComparisonError(SecondSourceError):
    """Two articles cannot be held against each other: they are one."""


class RequestError(SecondSourceError):
    """What a person or a program asked for cannot be read."""


class BusyError(SecondSourceError):
    """As much is being done as may be at one time: ask again in a moment."""


class AccountsError(SecondSourceError):
    """An account, a session or a token cannot be made or changed as was asked."""


class AccountMissingError(AccountsError):
    """There is no account, or no token, of that name or number."""


class WebhookError(SecondSourceError):
    """A webhook cannot be made or changed as was asked."""


class WebhookNotFoundError(WebhookError):
    """There is no webhook of that number."""


class DeliveryError(WebhookError):
    """The receiver of a webhook could not be reached or did not take a message."""


class CaseError(SecondSourceError):
    """A case cannot be made, or a file is no case that can be checked."""
