# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files of records: how large, under which names, and what is not opened."""

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.record_files import (
    MOST_BYTES,
    NAME_MOST,
    WARN_BYTES,
    checked_size,
    file_name_for_copy,
    refuse_program,
    shown_file_name,
    size_words,
)
from tests.helpers.builders import words


def test_a_file_of_usual_size_is_taken() -> None:
    assert checked_size(WARN_BYTES, "a.jpg", is_confirmed=False) == WARN_BYTES


def test_a_large_file_is_taken_when_somebody_says_so() -> None:
    with pytest.raises(Refusal, match="file_big") as refused:
        checked_size(WARN_BYTES + 1, "film.mp4", is_confirmed=False)
    assert refused.value.params["megabytes"] == 26
    assert checked_size(WARN_BYTES + 1, "film.mp4", is_confirmed=True) == WARN_BYTES + 1


@pytest.mark.parametrize(
    ("size", "code"), [(0, "file_nothing_in_it"), (MOST_BYTES + 1, "file_too_big")]
)
def test_nothing_and_far_too_much_are_refused(size: int, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        checked_size(size, "a.bin", is_confirmed=True)


def test_a_file_has_a_name() -> None:
    assert shown_file_name(" broken\u202e hinge.jpg ") == "broken hinge.jpg"
    with pytest.raises(Refusal, match="file_name_empty"):
        shown_file_name(" \u202e")


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("hinge.jpg", "hinge.jpg"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\boot.ini", "C_boot.ini"),
        ("con.txt", "_con.txt"),
        ("...", "_"),
        ("notes", "notes"),
        ("ends. ", "ends"),
        ("Łąchowski.pdf", "Łąchowski.pdf"),
        ("a.really-no-ending-at-all", "a.really-no-ending-at-all"),
    ],
)
def test_a_copy_gets_a_name_that_any_system_takes(name: str, cleaned: str) -> None:
    assert file_name_for_copy(name) == cleaned


@pytest.mark.parametrize("sign", ["n", "ł", "漢", "🏴"])
def test_a_long_name_keeps_its_ending_and_whole_letters(sign: str) -> None:
    name = file_name_for_copy(sign * 400 + ".jpeg")
    assert NAME_MOST - 4 < len(name.encode()) <= NAME_MOST
    assert name.endswith(f"{sign}.jpeg")
    assert len(file_name_for_copy(sign * 400).encode()) <= NAME_MOST


def test_what_cannot_be_seen_is_in_no_name() -> None:
    assert file_name_for_copy("a\u200b\U000e0041b.txt") == "ab.txt"
    assert file_name_for_copy("\u200b") == "_"


@pytest.mark.parametrize("name", ["run.exe", "Run.EXE ", "a.pdf.bat", "x.sh"])
def test_a_program_is_not_opened(name: str) -> None:
    with pytest.raises(Refusal, match="file_is_program"):
        refuse_program(name)


def test_a_picture_is_opened() -> None:
    refuse_program("exe.jpg")


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 kB"), (999_000, "999 kB"), (999_600, "1.0 MB"), (26_214_400, "26.2 MB")],
)
def test_a_size_is_said_in_words(size: int, said: str) -> None:
    assert size_words(size, words()) == said
