# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where a dialog that asks for a file begins: never in the folder the program was started in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from servicedesk.ui.widgets import ask_file


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A person who has documents and has not been asked anything; Cancel is what they say."""
    monkeypatch.setattr(ask_file, "_used", {})
    monkeypatch.chdir(tmp_path)
    documents = tmp_path / "home" / "Documents"
    documents.mkdir(parents=True)
    monkeypatch.setattr(QStandardPaths, "standardLocations", lambda _kind: [str(documents)])
    monkeypatch.setattr(Path, "home", lambda: documents.parent)
    return documents.parent


class Asked:
    """Stands for the dialogs; says what it is told to say."""

    def __init__(self, monkeypatch):
        self.begun = []
        self.answer = ""
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, self.file)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", self.folder)

    def file(self, _parent, _title, start, *_more, **_options):
        self.begun.append(Path(start))
        return self.answer, ""

    def folder(self, *said, **options):
        return self.file(*said, **options)[0]


@pytest.fixture
def asked(monkeypatch):
    return Asked(monkeypatch)


ASK = {
    "open": lambda folder=None: ask_file.open_file(None, "Which backup?", folder=folder),
    "save": lambda folder=None: ask_file.save_file(None, "Save as PDF", "a.pdf", folder=folder),
    "folder": lambda folder=None: ask_file.choose_folder(None, "Second copy", folder),
}


@pytest.mark.parametrize("kind", ASK)
def test_the_first_time_it_begins_among_the_documents_or_at_home(kind, home, asked):
    tail = ("a.pdf",) if kind == "save" else ()
    assert ASK[kind]() is None
    assert asked.begun == [home.joinpath("Documents", *tail)]
    (home / "Documents").rmdir()
    ASK[kind]()
    assert asked.begun[1] == home.joinpath(*tail)


@pytest.mark.parametrize("kind", ASK)
def test_the_folder_of_the_last_time_comes_first_and_one_that_is_gone_is_passed_over(
    kind, home, asked, tmp_path
):
    tail = ("a.pdf",) if kind == "save" else ()
    stick = tmp_path / "stick"
    stick.mkdir()
    asked.answer = str(stick) if kind == "folder" else str(stick / "x.pdf")
    assert ASK[kind]() == Path(asked.answer)
    ASK[kind](tmp_path / "gone")
    assert asked.begun[1] == stick.joinpath(*tail)
    wished = home / "Documents"
    ASK[kind](wished)
    assert asked.begun[2] == wished.joinpath(*tail)
    stick.rmdir()
    ASK[kind]()
    assert asked.begun[3] == wished.joinpath(*tail)


def test_another_question_begins_where_the_last_one_ended(home, asked, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    asked.answer = str(stick / "x.pdf")
    ASK["save"]()
    ASK["open"]()
    assert asked.begun[1] == stick
