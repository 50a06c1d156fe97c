# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A paragraph more in one letter: after all it says, before what is cut off, and out again."""

from servicedesk.domain.letters import LetterDraft, Part, PartKind
from servicedesk.domain.letters_extra import (
    put_in,
    put_into_words,
    taken_out_of_words,
    with_rights,
)

SAID = Part(kind=PartKind.PARAGRAPH, text="Thank you.")
CUT = Part(kind=PartKind.CUT, text="Your answer")
SLIP = Part(kind=PartKind.BLANK, text="Name")
MORE = Part(kind=PartKind.PARAGRAPH, text="The law says more.")


def test_it_stands_at_the_end_and_nothing_is_added_for_none() -> None:
    assert put_in((SAID,), MORE.text) == (SAID, MORE)
    assert put_in((SAID,), "") == (SAID,)


def test_it_stands_before_what_is_cut_off() -> None:
    assert put_in((SAID, CUT, SLIP), MORE.text) == (SAID, MORE, CUT, SLIP)


def test_words_changed_by_hand_take_it_once_and_give_it_back() -> None:
    words = "Thank you.\n\n--- Your answer\n\n___ Name"
    more = put_into_words(words, MORE.text)
    assert more == "Thank you.\n\nThe law says more.\n\n--- Your answer\n\n___ Name"
    assert put_into_words(more, MORE.text) == more
    assert taken_out_of_words(more, MORE.text) == words


def test_what_was_changed_in_it_by_hand_stays() -> None:
    words = "Thank you.\n\nThe law says a little more."
    assert taken_out_of_words(words, MORE.text) == words


def test_a_draft_tells_it_or_not_and_only_words_by_hand_are_changed() -> None:
    plain = LetterDraft(template="L01")
    told = with_rights(plain, MORE.text, is_told=True)
    assert (told.tells_rights, told.words) == (True, "")
    assert with_rights(told, MORE.text, is_told=False) == plain
    by_hand = LetterDraft(template="L01", words="Thank you.")
    told = with_rights(by_hand, MORE.text, is_told=True)
    assert told.words == "Thank you.\n\nThe law says more."
    assert with_rights(told, MORE.text, is_told=False) == by_hand
