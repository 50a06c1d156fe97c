# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Publishing from the console: what is kept, what is refused, and how to begin from it again."""

import pytest

from servicedesk.app.main import console
from servicedesk.documents.page_images import page_texts
from servicedesk.system.paths import places
from tests.app.answers_made import SHORT_WAY, names_in, publishable


def test_publishing_keeps_the_version_and_prints_its_number(charter, out, tmp_path, profile):
    answers = publishable(tmp_path / "answers.toml")
    status, said, complained = charter("--answers", answers, "--out", out, "--publish")
    assert (status, complained) == (0, "")
    assert said.startswith("Version 1 is published")
    assert places(profile).database.exists()
    assert "Version 1" in (out / "charter.html").read_text(encoding="utf-8")
    log = "".join(path.read_text(encoding="utf-8") for path in places(profile).logs.iterdir())
    assert "charter.published number=1" in log
    assert "Hollins" not in log
    status, said, _ = charter("--answers", answers, "--out", out, "--publish")
    assert (status, "no new version" in said) == (0, True)
    other = publishable(tmp_path / "other.toml", town="Hebden Bridge")
    assert "Version 2 is published" in charter("--answers", other, "--out", out, "--publish")[1]


def test_the_short_way_publishes_a_poster_and_names_what_the_rest_waits_for(
    charter, out, tmp_path, profile
):
    answers = publishable(tmp_path / "answers.toml", pages=SHORT_WAY)
    status, said, _ = charter("--answers", answers, "--out", out)
    assert status == 1
    assert said.startswith("The poster is ready to hang. Add --publish")
    status, said, complained = charter("--answers", answers, "--out", out, "--publish")
    assert (status, complained) == (0, "")
    assert "Version 1 is published" in said
    assert places(profile).database.exists()
    assert "This keeps the leaflet, full text, large print and web page drafts:" in said
    assert "DRAFT" not in page_texts((out / "poster-a4.pdf").read_bytes())[0]
    assert "DRAFT" in page_texts((out / "full-text.pdf").read_bytes())[0]


def test_what_is_not_ready_is_not_published_and_touches_no_paper(charter, out, tmp_path, profile):
    kept = tmp_path / "kept.toml"
    words = ["--trade", "cafe", "--out", out, "--publish"]
    status, said, complained = charter(*words, "--save-answers", kept)
    assert (status, complained) == (1, "")
    assert said.startswith("Not published. Nothing is published yet, and nothing was written.\n")
    assert "“Address” has no answer yet. In your answers: address." in said
    assert "Wrote" not in said
    assert not out.exists()
    assert not kept.exists()
    assert not list(profile.iterdir())

    charter("--answers", publishable(tmp_path / "answers.toml"), "--out", out, "--publish")
    before = {path: path.read_bytes() for path in out.iterdir()}
    status, said, _ = charter(*words)
    assert status == 1
    assert said.startswith("Not published. Version 1 stays in force. Nothing was written.\n")
    assert {path: path.read_bytes() for path in out.iterdir()} == before


def test_the_published_charter_can_be_taken_up_again(charter, out, tmp_path):
    from tests.helpers.qt import png

    (tmp_path / "logo.png").write_bytes(png(300, 100))
    answers = publishable(tmp_path / "answers.toml", logo="logo.png")
    charter("--answers", answers, "--out", out, "--publish")
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    again = tmp_path / "again"
    kept = tmp_path / "kept" / "mine.toml"
    status, said, complained = charter("--published", "--out", again, "--save-answers", kept)
    assert (status, complained) == (0, "")
    assert said.startswith("This is version 1, as it was published.\n")
    assert {path.name: path.read_bytes() for path in again.iterdir()} == before
    assert names_in(kept.parent) == {"mine.toml", "mine-logo.png"}
    status, said, _ = charter("--answers", kept, "--out", out, "--publish")
    assert said.startswith("Version 1 says the same already")
    status, said, _ = charter("--published", "--name", "New Name", "--out", again)
    assert status == 0
    assert said.startswith("Nothing keeps this charter from being published.")
    (kept.parent / "mine.toml").unlink()
    status, _, complained = charter("--published", "--save-answers", kept)
    assert status == 2
    assert "mine-logo.png is there already" in complained


def test_beginning_from_what_is_not_published_is_refused(charter, out, profile):
    status, said, complained = charter("--published", "--out", out)
    assert (status, said) == (2, "")
    assert complained.startswith(f"No charter is published in {profile}")
    assert not list(profile.iterdir())


def test_a_profile_below_a_file_names_the_file(out, tmp_path, capsys):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    words = ["charter", "--profile", str(tmp_path / "taken" / "x"), "--out", str(out)]
    for more in (["--published"], ["--trade", "cafe", "--publish"]):
        assert console([*words, *more]) == 2
        assert f"{tmp_path / 'taken'} is a file and not a folder" in capsys.readouterr().err
    assert not out.exists()


NEWEST = "servicedesk 2026-11-20 17.30.00 end.db"


@pytest.mark.parametrize("has_backup", [True, False])
def test_a_damaged_file_promises_no_backup_that_is_not_there(charter, out, profile, has_backup):
    places(profile).make()
    places(profile).database.write_bytes(b"")
    if has_backup:
        (places(profile).backups / NEWEST).write_bytes(b"kept")
    status, _, complained = charter("--published", "--out", out)
    assert status == 2
    assert (f"The newest backup is {NEWEST}" in complained) is has_backup
    assert ("There is no backup of it" in complained) is not has_backup
    assert "Your backups were not touched" not in complained


def test_a_poster_that_cannot_be_written_is_not_published(charter, out, tmp_path, profile):
    answers = publishable(tmp_path / "answers.toml")
    charter("--answers", answers, "--out", out, "--publish")
    (out / "poster-a3.pdf").unlink()
    (out / "poster-a3.pdf").mkdir()
    before = {path: path.read_bytes() for path in out.iterdir() if path.is_file()}
    other = publishable(tmp_path / "other.toml", town="Hebden Bridge")
    status, _, complained = charter("--answers", other, "--out", out, "--publish")
    assert status == 2
    assert "poster-a3.pdf" in complained
    assert {path: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
    (out / "poster-a3.pdf").rmdir()
    assert "Version 2 is published" in charter("--answers", other, "--out", out, "--publish")[1]


def test_a_file_that_another_program_holds_is_left_alone(charter, out, tmp_path, profile):
    from servicedesk.app.one_program import FileLock

    answers = publishable(tmp_path / "answers.toml")
    charter("--answers", answers, "--out", out, "--publish")
    lock = FileLock(places(profile).database)
    lock.take()
    try:
        status, _, complained = charter("--answers", answers, "--out", out, "--publish")
    finally:
        lock.release()
    assert status == 2
    assert "is open in another window" in complained
