# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The main job without a screen: papers, exit status, and one sentence for whatever is wrong."""

import subprocess
import sys

import pytest
import tomli_w

from servicedesk.app.main import console
from servicedesk.system.paths import places
from tests.app.answers_made import WEEK, names_in, publishable, saved_answers

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


def test_less_urgent_thoughts_wait_until_the_rest_is_done(charter, out, tmp_path):
    ended = "\n".join(f"{body} | 1 | 2019-01-01 | 2020-01-01" for body in ("One", "Two", "Three"))
    answers = publishable(tmp_path / "answers.toml", registrations=ended, asked_customers="")
    thoughts = charter("--answers", answers, "--out", out)[1].split("Worth a thought:\n")[1]
    assert len(thoughts.splitlines()) == 4
    answers = publishable(tmp_path / "b.toml", (), registrations=ended, asked_customers="")
    thoughts = charter("--answers", answers, "--out", out)[1].split("Worth a thought:\n")[1]
    assert thoughts.splitlines()[3] == "- and 1 more, once the rest is done"


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
    (["--trade", "plumber", "--name", "a\x85b", "--out", "x"], "U+0085"),
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


def test_a_bug_of_ours_is_shown_and_written_down_nowhere(charter, out, monkeypatch, profile):
    from servicedesk.app import charter_draft

    def broken(*_args):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(charter_draft, "read", broken)
    status, said, complained = charter("--trade", "cafe", "--out", out)
    assert (status, said) == (2, "")
    assert "copy it if you want" in complained
    assert complained.endswith("ZeroDivisionError: ours\n")
    assert not (places(profile).logs / "crash-report.txt").exists()


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
