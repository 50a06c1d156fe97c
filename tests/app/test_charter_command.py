# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The main job without a screen: papers, exit status, and one sentence for whatever is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest
import tomli_w

from servicedesk.app.main import console
from servicedesk.documents.page_images import page_texts
from servicedesk.system.paths import places
from tests.app.answers_made import SHORT_WAY, WEEK, publishable, saved_answers

PAPERS = {
    "poster-a4.pdf",
    "poster-a3.pdf",
    "poster-letter.pdf",
    "leaflet-a4.pdf",
    "full-text.pdf",
    "large-print.pdf",
    "charter.html",
}
FOURTEEN = 14


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "papers"


@pytest.fixture
def charter(profile: Path, capsys):
    """Run the command; gives exit status, lines said, lines complained."""

    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = console(["charter", "--profile", str(profile), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_a_trade_and_a_name_make_a_draft_of_every_paper(charter, out):
    status, said, complained = charter("--trade", "plumb", "--name", "Bright Taps", "--out", out)
    assert status == 1
    assert complained == ""
    assert names_in(out) == PAPERS
    assert "Bright Taps" in (out / "charter.html").read_text(encoding="utf-8")
    assert said.startswith("This is a draft: it cannot be published yet.\n")
    assert f"Wrote 7 papers to {out}.\n" in said
    assert "Who we are: “Address” has no answer yet. In your answers: address.\n" in said
    assert said.count('"reach_us"') == 1
    assert "into read_pages in your answers:" in said
    assert "Worth a thought:" in said
    assert said.endswith("hand them back with --answers.\n")


def test_every_trade_can_be_named_with_and_without_the_word_charter(charter, capsys):
    status, said, _ = charter("--list-trades")
    assert status == 0
    assert len(said.splitlines()) == FOURTEEN
    assert "Plumber" in said
    assert console(["--list-trades"]) == 0
    assert capsys.readouterr().out == said


def test_complete_answers_are_ready_to_publish(charter, out, tmp_path):
    answers = publishable(tmp_path / "answers.toml")
    status, said, complained = charter("--answers", answers, "--out", out)
    assert (status, complained) == (0, "")
    assert said.startswith("Nothing keeps this charter from being published. Add --publish")
    assert "Wrote 7 papers" in said
    assert "hand them back" not in said
    assert names_in(out) == PAPERS


def test_no_bleed_keeps_the_colour_off_the_edge(charter, out, tmp_path):
    charter("--trade", "cafe", "--out", out)
    charter("--trade", "cafe", "--out", tmp_path / "inset", "--no-bleed")
    inset = tmp_path / "inset" / "poster-a4.pdf"
    assert inset.read_bytes() != (out / "poster-a4.pdf").read_bytes()


def test_saved_answers_make_the_same_papers(charter, out, tmp_path):
    answers = tmp_path / "kept" / "answers.toml"
    first = charter(
        "--trade", "salon", "--name", "Łucja & Co", "--out", out, "--save-answers", answers
    )
    pages = (out / "charter.html").read_bytes()
    again = charter("--answers", answers, "--out", tmp_path / "again")
    assert (tmp_path / "again" / "charter.html").read_bytes() == pages
    assert first[0] == again[0] == 1


def test_answers_that_somebody_wrote_are_never_overwritten(charter, out, tmp_path):
    answers = publishable(tmp_path / "answers.toml")
    before = answers.read_bytes()
    for begin in (["--answers", answers], ["--trade", "cafe"]):
        status, said, complained = charter(*begin, "--out", out, "--save-answers", answers)
        assert (status, said) == (2, "")
        assert complained == (
            f"{answers} is there already, so nothing was written. "
            "Choose another name for --save-answers.\n"
        )
    assert answers.read_bytes() == before
    assert not out.exists()


def test_saving_answers_alone_says_where_they_are(charter, tmp_path):
    target = tmp_path / "a.toml"
    said = charter("--trade", "cafe", "--save-answers", target)
    assert said == (0, f"Wrote {target}.\n", "")


def test_a_name_given_beside_answers_wins(charter, out, tmp_path):
    saved_answers(tmp_path / "a.toml", name="Old Name")
    charter("--answers", tmp_path / "a.toml", "--name", "New Name", "--out", out)
    assert "New Name" in (out / "charter.html").read_text(encoding="utf-8")


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


def test_a_sentence_about_several_pages_is_said_once_for_poster_and_once_for_the_rest(charter, out):
    said = charter("--trade", "cafe", "--out", out)[1]
    poster, rest = said.split("The leaflet, full text, large print and web page wait for this")
    for part, pages in ((poster, "How to reach us, If we run late, "), (rest, "Who this is for, ")):
        assert part.count("Read them, change what does not fit") == 1
        assert pages in part


def test_what_did_not_fit_is_named(charter, out, tmp_path):
    hours = {
        day: [f"0{7 + (index % 2)}:{index}0-09:00", "10:00-11:00", "12:00-13:00", "14:00-15:00"]
        for index, day in enumerate((*WEEK, "saturday"))
    }
    ways = "Tell us however you like, whenever you like. " * 5
    answers = publishable(
        tmp_path / "answers.toml", opening_hours=hours, complaint_ways=ways, adjustments=ways
    )
    said = charter("--answers", answers, "--out", out)[1]
    assert "Not everything fitted on poster-letter.pdf. Shortened or left out:" in said
    assert ", the boxes at the foot." in said or ": the boxes at the foot." in said


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


def test_less_urgent_thoughts_wait_until_the_rest_is_done(charter, out, tmp_path):
    ticked = ("missed_call", "email_reply", "special_order", "complaint_ack", "complaint_decide")
    data = saved_answers(tmp_path / "answers.toml")
    for standard in data["standards"]:
        standard["ticked"] = True
        standard.pop("remedy", None)
    (tmp_path / "answers.toml").write_text(tomli_w.dumps(data), encoding="utf-8")
    said = charter("--answers", tmp_path / "answers.toml", "--out", out)[1]
    thoughts = said.split("Worth a thought:\n")[1].splitlines()
    assert len(thoughts) <= 4
    answers = publishable(tmp_path / "ready.toml", ticked=ticked)
    assert "once the rest is done" not in charter("--answers", answers, "--out", out)[1]


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


@pytest.mark.parametrize("has_backup", [True, False])
def test_a_damaged_file_promises_no_backup_that_is_not_there(charter, out, profile, has_backup):
    places(profile).make()
    places(profile).database.write_bytes(b"")
    if has_backup:
        (places(profile).backups / "yesterday.db").write_bytes(b"kept")
    status, _, complained = charter("--published", "--out", out)
    assert status == 2
    assert ("The newest backup is yesterday.db" in complained) is has_backup
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


def test_a_logo_is_read_beside_the_answers(charter, out, tmp_path):
    from tests.helpers.qt import png

    (tmp_path / "logo.png").write_bytes(png(300, 100))
    answers = publishable(tmp_path / "answers.toml", logo="logo.png")
    kept = tmp_path / "kept" / "answers.toml"
    assert charter("--answers", answers, "--out", out, "--save-answers", kept)[0] == 0
    assert 'logo = "../logo.png"' in kept.read_text(encoding="utf-8")


WRONG = [
    (["--trade", "plumber"], "--out"),
    (["--out", "x"], "--trade"),
    (["--trade", "plumber", "--answers", "a.toml", "--out", "x"], "leave --trade out"),
    (["--published", "--trade", "plumber", "--out", "x"], "leave out --published"),
    (["--published", "--answers", "a.toml", "--out", "x"], "leave out --published"),
    (["--trade", "plumber", "--publish", "--save-answers", "a.toml"], "--out"),
    (["--trade", "zzzz", "--out", "x"], "zzzz"),
    (["--trade", "plumer", "--out", "x"], "plumber"),
    (["--trade", "c", "--out", "x"], "cafe"),
    (["--trade", "plumber", "--name", "N" * 501, "--out", "x"], "501 characters"),
    (["--trade", "plumber", "--name", "a\x00b", "--out", "x"], "U+0000"),
    (["--answers", "nowhere.toml", "--out", "x"], "nowhere.toml"),
    (["--trade", "plumber", "--out", "x", "--sizes", "A4"], "--sizes"),
    (["--out"], "--out"),
]


@pytest.mark.parametrize(("words", "named"), WRONG, ids=range(len(WRONG)))
def test_bad_input_is_one_sentence_and_nothing_is_written(
    charter, tmp_path, monkeypatch, words, named
):
    monkeypatch.chdir(tmp_path)
    before = names_in(tmp_path)
    status, said, complained = charter(*words)
    assert status == 2
    assert said == ""
    assert named in complained
    assert len(complained.strip().splitlines()) == 1
    assert names_in(tmp_path) == before


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda data: data["answers"].update(trading_nam="x"), "trading_name"),
        (lambda data: data["answers"].update(since_year="long ago"), "whole number"),
        (lambda data: data.update(trade="plumer"), "plumber"),
        (lambda data: data.update(logo="gone.png"), "gone.png"),
    ],
    ids=["key", "type", "trade", "logo"],
)
def test_a_fault_in_the_answers_names_what_is_right(charter, out, tmp_path, change, named):
    path = tmp_path / "answers.toml"
    data = saved_answers(path)
    change(data)
    path.write_text(tomli_w.dumps(data), encoding="utf-8")
    status, _, complained = charter("--answers", path, "--out", out)
    assert status == 2
    assert named in complained
    assert len(complained.strip().splitlines()) == 1
    assert not out.exists()


def test_a_script_called_logo_is_refused(charter, out, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"#!/bin/sh\n")
    answers = publishable(tmp_path / "answers.toml", logo="logo.png")
    status, _, complained = charter("--answers", answers, "--out", out)
    assert status == 2
    assert "logo.png says it is a picture" in complained
    assert not out.exists()


def test_a_folder_below_a_file_names_the_file(charter, tmp_path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    status, _, complained = charter("--trade", "cafe", "--out", tmp_path / "taken" / "papers")
    assert status == 2
    assert f"because {tmp_path / 'taken'} is a file and not a folder" in complained


def test_a_place_that_is_a_file_is_left_as_it_is(charter, tmp_path):
    place = tmp_path / "papers"
    place.write_text("mine", encoding="utf-8")
    status, _, complained = charter("--trade", "cafe", "--out", place)
    assert status == 2
    assert str(place) in complained
    assert place.read_text(encoding="utf-8") == "mine"


def test_a_disk_that_fills_leaves_no_folder_behind(charter, tmp_path, monkeypatch):
    import os

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, _, complained = charter("--trade", "cafe", "--out", tmp_path / "new" / "papers")
    assert status == 2
    assert complained
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["<b>Tap & Co</b>", "Tap 🚰", "שירות ברז", "N" * 60])
def test_hostile_names_are_printed_as_they_are_written(charter, out, name):
    status, _, complained = charter("--trade", "cafe", "--name", name, "--out", out)
    assert (status, complained) == (1, "")
    page = (out / "charter.html").read_text(encoding="utf-8")
    assert "<b>Tap" not in page
    assert names_in(out) == PAPERS


def test_letters_that_the_fonts_lack_are_named(charter, out):
    _, said, _ = charter("--trade", "cafe", "--name", "Tap 🚰", "--out", out)
    assert "These characters cannot be printed with our fonts: 🚰. The papers show a code" in said


def test_a_bug_of_ours_is_one_sentence_and_a_report(charter, out, monkeypatch, profile):
    from servicedesk.app import charter_draft

    def broken(*_args):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(charter_draft, "read", broken)
    status, said, complained = charter("--trade", "cafe", "--out", out)
    report = places(profile).logs / "crash-report.txt"
    assert (status, said) == (2, "")
    assert str(report) in complained
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_missing_data_files_have_a_sentence_of_their_own(charter, monkeypatch):
    from servicedesk.app import charter_command
    from servicedesk.domain.errors import Trouble

    def incomplete(_profile):
        raise Trouble("program_incomplete")

    monkeypatch.setattr(charter_command, "gather", incomplete)
    status, _, complained = charter("--list-trades")
    assert status == 2
    assert "Install it again" in complained


CHILD = """
import sys
from servicedesk.app.main import console
status = console(sys.argv[1:])
heavy = {name.split(".")[0] for name in sys.modules} & {"PySide6", "sqlalchemy", "alembic"}
print("status", status, "heavy", sorted(heavy))
"""


def run_child(*words: object) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, words)], capture_output=True, text=True, check=True
    )
    return ended.stdout.splitlines()[-1]


def test_papers_alone_bring_in_neither_window_nor_database(out, profile):
    words = ["charter", "--profile", profile, "--trade", "cafe", "--out", out]
    assert run_child(*words) == "status 1 heavy []"
