# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Notes of who was asked: written as lines, read back, and nothing in own words is lost."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.content.words import load_words
from servicedesk.domain.charters_asked import (
    AskedNote,
    answer_of,
    checked_note,
    notes_for,
    notes_in,
)
from servicedesk.domain.errors import Refusal

WORDS = load_words(root=Path(__file__).parents[2] / "resources")
WHOLE = AskedNote(
    asked_on=date(2026, 11, 20),
    who="a regular",
    mattered="being rung back",
    changed="4 hours, not a day",
    page="how_fast",
)
LINE = "2026-11-20 | a regular | being rung back | 4 hours, not a day | how_fast"
words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs"))).map(str.strip)


def test_a_whole_note_is_one_line():
    assert answer_of([WHOLE]) == LINE
    assert notes_in(LINE) == (WHOLE,)


@pytest.mark.parametrize(
    "line",
    [
        "Five people at the till wanted shorter waits.",
        "a | b",
        "yesterday | a regular | being rung back | nothing | how_fast",
        "2026-11-20 | a regular | | nothing | how_fast",
    ],
)
def test_a_line_in_own_words_stays_as_it_is(line):
    notes = notes_in(f"\n  {line}\n\n{LINE}")
    assert notes == (AskedNote(mattered=line), WHOLE)
    assert answer_of(notes) == f"{line}\n{LINE}"


def test_a_note_without_day_or_page():
    note = AskedNote(mattered="parking", who="two drivers")
    assert notes_in(answer_of([note])) == (note,)


def test_bars_and_line_breaks_do_not_break_the_line():
    note = AskedNote(mattered="tea | coffee\nor milk", asked_on=date(2026, 1, 2))
    assert notes_in(answer_of([note]))[0].mattered == "tea / coffee or milk"


def test_what_looks_like_a_note_is_written_out_in_full():
    note = AskedNote(mattered="| | x | |")
    assert notes_in(answer_of([note]))[0].mattered == "/ / x / /"


def test_notes_of_a_page():
    other = AskedNote(mattered="parking", page="visits")
    assert notes_for((WHOLE, other), "visits") == (other,)


@given(st.builds(AskedNote, mattered=words.filter(bool), who=words, changed=words))
def test_any_words_come_back(note):
    tidy = checked_note(note, date(2026, 1, 1))
    assert notes_in(answer_of([tidy])) == (tidy,)


def test_what_cannot_be_a_note():
    with pytest.raises(Refusal) as empty:
        checked_note(AskedNote(mattered="  "), date(2026, 11, 20))
    assert (empty.value.code, empty.value.field) == ("asked_note_empty", "mattered")
    with pytest.raises(Refusal) as later:
        checked_note(WHOLE, date(2026, 11, 19))
    assert (later.value.code, later.value.field) == ("asked_on_later", "asked_on")
    assert WORDS.refusal(empty.value)
    assert WORDS.refusal(later.value)
    assert checked_note(WHOLE, date(2026, 11, 20)) == WHOLE
