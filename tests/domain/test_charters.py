# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The life of a charter's versions and what changed between two of them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.charters import (
    ChangeKind,
    CharterAction,
    CharterStatus,
    Said,
    allowed_actions,
    changed_sentences,
    next_status,
)
from servicedesk.domain.errors import Refusal

D, A, P, S, W = (
    CharterStatus.DRAFT,
    CharterStatus.APPROVED,
    CharterStatus.PUBLISHED,
    CharterStatus.SUPERSEDED,
    CharterStatus.WITHDRAWN,
)

# Every cell of the life cycle, by hand: what the action makes of the status, None for refused.
CELLS = {
    (D, "edit"): D, (D, "approve"): A, (D, "publish"): None, (D, "supersede"): None,
    (D, "withdraw"): None,
    (A, "edit"): D, (A, "approve"): None, (A, "publish"): P, (A, "supersede"): None,
    (A, "withdraw"): None,
    (P, "edit"): None, (P, "approve"): None, (P, "publish"): None, (P, "supersede"): S,
    (P, "withdraw"): W,
    (S, "edit"): None, (S, "approve"): None, (S, "publish"): None, (S, "supersede"): None,
    (S, "withdraw"): None,
    (W, "edit"): None, (W, "approve"): None, (W, "publish"): None, (W, "supersede"): None,
    (W, "withdraw"): None,
}  # fmt: skip


def test_the_table_by_hand_has_every_cell():
    expected = set(itertools.product(CharterStatus, (action.value for action in CharterAction)))
    assert set(CELLS) == expected


@pytest.mark.parametrize(("cell", "after"), CELLS.items())
def test_every_step_is_as_the_life_cycle_says(cell, after):
    status, action = cell[0], CharterAction(cell[1])
    assert (action in allowed_actions(status)) is (after is not None)
    if after is None:
        with pytest.raises(Refusal) as refused:
            next_status(status, action)
        assert refused.value.code == "charter_step_not_allowed"
        assert refused.value.params == {"status": status.value, "action": action.value}
    else:
        assert next_status(status, action) is after


def said(**places: str) -> list[Said]:
    return [Said(place=place, sentences=tuple(words.split("|"))) for place, words in places.items()]


def shown(changes) -> list[tuple[str, str, str, str]]:
    return [(change.kind.value, change.place, change.before, change.after) for change in changes]


def test_a_new_number_is_one_reworded_sentence():
    before = said(email="We will answer within 2 days.|If we cannot, we say when.")
    after = said(email="We will answer within 1 day.|If we cannot, we say when.")
    assert shown(changed_sentences(before, after)) == [
        ("reworded", "email", "We will answer within 2 days.", "We will answer within 1 day.")
    ]


def test_new_and_gone_places_are_named_new_order_first():
    before = said(gone="Old one.", kept="Same.")
    after = said(kept="Same.|And more.", new="New one.")
    assert shown(changed_sentences(before, after)) == [
        ("added", "kept", "", "And more."),
        ("added", "new", "", "New one."),
        ("removed", "gone", "Old one.", ""),
    ]


def test_three_sentences_for_two_are_two_rewordings_and_one_added():
    changes = changed_sentences(said(late="A.|B."), said(late="C.|D.|E."))
    assert [change.kind for change in changes] == [
        ChangeKind.REWORDED,
        ChangeKind.REWORDED,
        ChangeKind.ADDED,
    ]


sentence = st.sampled_from(["One.", "Two.", "Three.", "Four."])
charter = st.dictionaries(
    st.sampled_from(["price", "late", "phone"]), st.lists(sentence, min_size=1, max_size=4)
)


@given(before=charter, after=charter)
def test_changes_tell_exactly_what_came_and_went(before, after):
    old = [Said(place=place, sentences=tuple(words)) for place, words in before.items()]
    new = [Said(place=place, sentences=tuple(words)) for place, words in after.items()]
    changes = changed_sentences(old, new)
    assert (changes == ()) is (before == after)
    for place in {*before, *after}:
        here = [change for change in changes if change.place == place]
        left = sorted(before.get(place, []) + [c.after for c in here if c.after])
        right = sorted(after.get(place, []) + [c.before for c in here if c.before])
        assert left == right
