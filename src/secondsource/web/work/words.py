"""What a person reads of a job: its sentences, in their language."""

from secondsource.collect import Rejected
from secondsource.messages import N_, ngettext
from secondsource.messages import gettext as _
from secondsource.web.failure_words import say_told
from secondsource.web.work.job import Job, Kind, State, Step

_KINDS = {
    Kind.ADD_ADDRESS: N_("Add an address"),
    Kind.ADD_UPLOAD: N_("Add files"),
    Kind.ADD_FEED: N_("Add a feed"),
    Kind.EXAMINE: N_("Examine"),
    Kind.EXAMINE_NEW: N_("Examine what is new from"),
    Kind.EXAMINE_AGAIN: N_("Examine again"),
    Kind.GATHER: N_("Bring families and people up to date"),
}
_STATES = {
    State.WAITING: N_("waiting"),
    State.RUNNING: N_("at work"),
    State.DONE: N_("done"),
    State.STOPPED: N_("stopped"),
    State.FAILED: N_("failed"),
}
# The names of steps come from the library; here they are only marked for translation.
_STEPS = (
    N_("adding articles"),
    N_("looking for fact-checks that pages state"),
    N_("reading the article"),
    N_("looking for shared text and credits"),
    N_("reading who says what"),
    N_("searching for evidence"),
    N_("looking up known fact-checks"),
    N_("looking up quotations"),
    N_("comparing what outlets call things"),
    N_("looking for shared text and translations in the whole archive"),
    N_("finding who is named"),
)


def say_kind(job: Job) -> str:
    """What the job does, in a word or two."""
    return _(_KINDS[job.task.kind])


def say_state(job: Job) -> str:
    """How far it is, in a word."""
    return _("stopping") if job.stopping and not job.state.is_over else _(_STATES[job.state])


def say_now(job: Job) -> str:
    """One sentence on how the job stands, the same until something of note changes."""
    if job.state is State.FAILED:
        return _("This failed: %(reason)s", reason=say_told(job.line))
    if job.state is State.STOPPED and job.line:
        return say_told(job.line)
    if job.state is State.STOPPED:
        return _("Stopped. What was finished until then is kept.")
    if job.state is State.DONE:
        nothing = job.rejected_count and not job.articles and not job.known
        return _("Done, but nothing was taken; the reasons are below.") if nothing else _("Done.")
    if job.stopping:
        return _("Stopping; what is finished is kept.")
    if job.state is State.WAITING:
        return _("Waiting for its turn.")
    return _("At work: %(step)s.", step=_(job.step.name)) if job.step else _("At work.")


def lacks_files(job: Job) -> bool:
    """Whether it ended early, and its files have to be uploaded again to have the rest done."""
    return job.task.kind is Kind.ADD_UPLOAD and job.state in (State.STOPPED, State.FAILED)


def say_reason(item: Rejected) -> str:
    """Why an item was not taken."""
    return say_told(item.reason)


def say_count(step: Step) -> str:
    """How much of a step is done; nothing where nothing is counted."""
    if step.total is not None and step.total > 1:
        return _("article %(number)s of %(total)s", number=step.done + 1, total=step.total)
    if step.total is None and step.done:
        return ngettext("%(num)s item", "%(num)s items", step.done)
    return ""


def say_outcome(job: Job) -> str:
    """What came of it so far: how many articles are new, known, rejected."""
    count = job.article_count
    if job.task.kind is Kind.GATHER:
        return _("What was done")
    if not job.task.kind.adds:
        return ngettext("%(num)s article examined", "%(num)s articles examined", count)
    parts = [ngettext("%(num)s new article", "%(num)s new articles", count)]
    if job.known:
        parts.append(ngettext("%(num)s was here already", "%(num)s were here already", job.known))
    if job.rejected_count:
        parts.append(
            ngettext(
                "%(num)s item was not taken", "%(num)s items were not taken", job.rejected_count
            )
        )
    return ", ".join(parts)
