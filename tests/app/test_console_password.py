# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A file with a password at the console: its password in a file, at a prompt, or missing."""

import getpass
import sys
from io import StringIO
from pathlib import Path

import pytest

from servicedesk.app.main import console
from servicedesk.store import keys
from servicedesk.store.encrypting import change_password
from servicedesk.store.opening import look_at

FIRST = "Café crème 🔑"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "ROUNDS", 2)


@pytest.fixture
def locked(shop: Path) -> Path:
    """A profile whose file has a password."""
    change_password(shop / "servicedesk.db", None, FIRST)
    return shop


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file whose first line is the password."""
    file = tmp_path / "secret.txt"
    file.write_bytes(f"{FIRST}\r\nand a note\n".encode())
    return file


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    status = console(list(map(str, words)))
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_backup_is_made_and_checked_with_the_password_of_a_file(
    locked: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = ["--profile", locked, "--password-file", secret]
    target = tmp_path / "copy.db"
    assert run(capsys, "backup", target, *there)[0] == 0
    assert keys.needs_password(target)
    assert look_at(target, keys.key_of(target, FIRST)).schema
    for words in (["check", target], ["check"]):
        status, said, wrong = run(capsys, *words, *there)
        assert (status, wrong) == (0, "")
        assert said


def test_everything_is_taken_out_with_the_password_of_a_file(
    locked: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", tmp_path / "out", "--profile", locked, "--password-file", secret]
    assert run(capsys, *words)[0] == 0
    assert (tmp_path / "out" / "index.html").exists()


def test_a_charter_can_be_published_into_a_file_with_a_password(
    locked: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--profile", locked, "--password-file", secret, "--out", tmp_path / "papers"]
    status, said, wrong = run(capsys, "charter", *words, "--published")
    assert status == 2
    assert "password" not in said + wrong


@pytest.mark.parametrize("what", ["backup", "check", "export"])
def test_without_anybody_to_ask_it_is_said_how_to_give_the_password(
    locked: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    what: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(""))
    target = [] if what == "check" else [tmp_path / "target"]
    status, _, wrong = run(capsys, what, *target, "--profile", locked)
    assert status == 2
    assert "--password-file" in wrong
    assert not (tmp_path / "target").exists()


def test_somebody_at_a_terminal_is_asked(
    locked: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return FIRST

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", answer)
    assert run(capsys, "check", "--profile", locked)[0] == 0
    assert asked == ["Password of servicedesk.db: "]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not this one\n", "This is the wrong password, or servicedesk.db is damaged."),
        (b"", "could not be read from"),
        (b"\n", "could not be read from"),
        (b"\xff\xfe\x00", "could not be read from"),
        (b"x" * 5000, "could not be read from"),
        (None, "could not be read from"),
    ],
)
def test_a_password_file_that_does_not_do_is_told(
    locked: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
    said: str,
) -> None:
    file = tmp_path / "given.txt"
    if content is not None:
        file.write_bytes(content)
    before = (locked / "servicedesk.db").read_bytes()
    status, _, wrong = run(capsys, "check", "--profile", locked, "--password-file", file)
    assert status == 2
    assert said in wrong
    assert (locked / "servicedesk.db").read_bytes() == before
