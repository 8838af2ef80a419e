"""What fails says what to do in the workbench: no command line, no folder of the server."""

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from secondsource.archive import Archive
from secondsource.errors import ArchiveError, ArchiveLockedError, SubjectError
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.messages import use_language
from secondsource.review.decision import Draft, Verb, check_draft
from secondsource.review.subject import ArticleSubject, write_key
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.failure_words import tell_failure
from secondsource.web.work import words
from secondsource.web.work.job import Ended, Job, Kind, State, Task
from tests.web.desk import ADDRESS, make_desk, open_browser

OVER = "Somebody took this back before, or put another in its place"
NONE = "There is no decision or verdict of this number here"
VERDICT = {"claim": "The bridge is shut.", "rating": "So"}
NOTE = Draft(write_key(ArticleSubject("a")), Verb.NOTE, "a ferry paper", article="a")


@pytest.fixture
def app(tmp_path: Path, quick: Passwords) -> FastAPI:
    """A desk with a verdict and a decision, both of which no longer stand (numbers 1)."""
    app = make_desk(tmp_path / "archive", quick)
    with Archive.open(tmp_path / "archive") as archive:
        archive.verdicts.record(Verdict("The bridge is shut.", "So", "Rita"))
        archive.verdicts.withdraw(1, "Rita")
        archive.review.decide(NOTE, "Rita")
        archive.review.undo(1, "Rita")
    return app


@pytest.fixture
def rita(app: FastAPI) -> TestClient:
    """The browser of a reviewer."""
    return open_browser(app, "Rita")


@pytest.mark.parametrize(
    ("path", "form", "status", "said"),
    [
        ("/verdicts/9/withdraw", {}, 404, NONE),
        ("/api/verdicts/9/withdraw", {}, 404, NONE),
        ("/verdicts/1/withdraw", {}, 409, OVER),
        ("/api/verdicts/1/withdraw", {}, 409, OVER),
        ("/verdicts", {**VERDICT, "replaces": "1"}, 422, OVER),
        ("/verdicts", {**VERDICT, "replaces": "9"}, 422, NONE),
        ("/verdicts", {**VERDICT, "rating": " "}, 422, "A verdict needs a rating"),
        ("/verdicts", {**VERDICT, "sources": "a book"}, 422, "“a book” is no address"),
        ("/decisions/9/undo", {}, 404, NONE),
        ("/api/decisions/9/undo", {}, 404, NONE),
        ("/decisions/1/undo", {}, 409, OVER),
        ("/api/decisions/1/undo", {}, 409, OVER),
    ],
)
def test_what_cannot_be_done_says_what_to_do_here(
    rita: TestClient, path: str, form: dict[str, str], status: int, said: str
) -> None:
    answer = rita.post(path, data=form)
    assert answer.status_code == status
    assert said in answer.text
    for hint in ("secondsource ", "--by", "--rating"):
        assert hint not in answer.text


def test_somebody_who_is_not_there_is_told_in_the_readers_language(rita: TestClient) -> None:
    for path, english, russian in (
        ("/people/none", "Nobody has this id", "Такого id нет ни у кого"),
        ("/families/none", "No family has this id", "Семейства с таким id нет"),
    ):
        assert english in rita.get(path).text
        answer = rita.get(path, headers={"Accept-Language": "ru"})
        assert answer.status_code == 404
        assert russian in answer.text


@pytest.mark.parametrize(
    ("error", "english", "russian"),
    [
        (
            ArchiveLockedError("/srv/newsroom is being written to by another process."),
            "This failed: The archive is being written to just now. Try again in a minute.",
            "Не получилось: Как раз сейчас в архив пишут. Попробуйте ещё раз через минуту.",
        ),
        (
            ArchiveError("The disk that holds /srv/newsroom is 100% full."),
            "This failed: The disk that holds the archive is 100% full.",
            "Не получилось: The disk that holds the archive is 100% full.",
        ),
        (
            ArchiveError(
                "The disk that holds /srv/newsroom is full. Everything added before is kept; free "
                "some space and add the rest again."
            ),
            "This failed: The disk that holds the archive is full. Everything added before is "
            "kept; free some space and add the rest again.",
            "Не получилось: Диск, на котором находится архив, заполнен. Всё добавленное раньше "
            "сохранено; освободите место и добавьте остальное ещё раз.",
        ),
    ],
)
def test_a_job_that_failed_says_so_in_the_readers_words(
    error: ArchiveError, english: str, russian: str
) -> None:
    line = tell_failure(error, Path("/srv/newsroom"))
    task = Task(Kind.GATHER, (), "the whole archive")
    job = Job(1, task, "Rita", "2026-11-29").hear(Ended(State.FAILED, line), "2026-11-29")
    assert words.say_now(job) == english
    with use_language("ru"):
        assert words.say_now(job) == russian


@pytest.mark.parametrize(
    ("path", "form", "status", "russian"),
    [
        ("/decisions", {"key": "nothing", "article": "a", "verb": "note"}, 422, "нельзя принять"),
        ("/decisions/9/undo", {}, 404, "Решения или вердикта с таким номером здесь нет"),
        ("/verdicts/9/withdraw", {}, 404, "Решения или вердикта с таким номером здесь нет"),
        ("/verdicts/99999999999999999999/withdraw", {}, 422, "Запрос не читается"),
        ("/people", {}, 405, "Так эту страницу не открыть"),
        ("/api/people", {}, 405, "Этот адрес не принимает такой метод"),
    ],
)
def test_what_cannot_be_done_is_told_in_russian(
    rita: TestClient, path: str, form: dict[str, str], status: int, russian: str
) -> None:
    answer = rita.post(path, data=form, headers={"Accept-Language": "ru"})
    assert answer.status_code == status
    assert russian in answer.text


def test_what_cannot_be_said_of_a_thing_is_told_in_russian() -> None:
    with use_language("ru"), pytest.raises(SubjectError, match=r"^«reject» .* Можно: note"):
        check_draft(Draft(write_key(ArticleSubject("a")), Verb.REJECT))


def test_a_form_that_is_cut_off_is_told_in_russian(rita: TestClient) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x", "Accept-Language": "ru"}
    cut = b'--x\r\nContent-Disposition: form-data; name="language"\r\n\r\nru\r\n--'
    answer = rita.post("/language", content=cut.replace(b"--x", b"--y"), headers=kind)
    assert answer.status_code == 400
    assert "Присланное оборвано или в нём слишком много частей" in answer.text


def test_accounts_that_cannot_be_read_name_no_folder(app: FastAPI) -> None:
    folder = app.state.settings.archive
    app.state.accounts.close()
    for file in folder.glob("accounts.db*"):
        file.unlink()
    (folder / "accounts.db").write_bytes(b"nothing of the kind" * 100)
    answer = TestClient(app, ADDRESS).get("/", headers={"Accept-Language": "ru"})
    assert answer.status_code == 503
    assert "архив/accounts.db: это не база данных" in answer.text
    assert str(folder) not in answer.text
