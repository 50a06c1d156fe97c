# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What somebody typed reads on from the words around it, and is otherwise as it was typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.letters import Part, PartKind, Voice
from servicedesk.domain.letters_filling import filled, printed_values
from servicedesk.domain.letters_reading_on import has_ended, read_on
from tests.helpers.builders import words


def said(template: str, kind: PartKind = PartKind.PARAGRAPH, **values: str) -> str:
    """A part filled; two underscores in a name stand for its full stop."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    printed = printed_values(named, Voice.WE, words())
    (made,) = filled((Part(kind=kind, text=template),), printed)
    return made.text


@pytest.mark.parametrize("end", ["!", "?", "…", ".”", "!”", ".)"])
def test_no_full_stop_follows_an_end(end: str) -> None:
    typed = f"We forgot you{end}"
    assert said("{what_happened}. We are sorry.", what_happened=typed) == f"{typed} We are sorry."
    assert said("{change}.", change=typed) == typed


@pytest.mark.parametrize("typed", ["We forgot you", "We forgot you.", "We said “later”"])
def test_a_full_stop_follows_everything_else(typed: str) -> None:
    assert said("{change}.", change=typed) == f"{typed.removesuffix('.')}."
    assert not has_ended(typed)


def test_what_a_customer_is_called_ends_a_sentence_too() -> None:
    assert said("Ask for {customer.name}.", customer__name="Kwik!") == "Ask for Kwik!"


def test_a_common_word_is_small_where_a_sentence_goes_on() -> None:
    change = "So that it does not happen again: {change}."
    assert said(change, change="We check it") == "So that it does not happen again: we check it."
    assert said(change, change="Every van is checked").endswith(": every van is checked.")
    assert said("If you accept it, {if_accepted}.", change="x", if_accepted="We pay") == (
        "If you accept it, we pay."
    )


@pytest.mark.parametrize(
    "typed", ["I check it", "Tom Reed checks it", "NHS rules hold", "“We” check it", "Ann’s van"]
)
def test_what_may_be_a_name_stays_as_it_was_typed(typed: str) -> None:
    assert said("Again: {change}.", change=typed) == f"Again: {typed}."


def test_an_item_begins_anew_after_its_colon() -> None:
    assert said("What is done: {progress}", PartKind.BULLET, progress="We rang") == (
        "What is done: We rang"
    )
    assert said("If so, {if_refused}.", PartKind.BULLET, if_refused="The offer ends") == (
        "If so, the offer ends."
    )


def test_a_sentence_begins_with_a_capital() -> None:
    two = "{what_happened}. {effect_on_you}."
    assert said(two, what_happened="the tap leaked", effect_on_you="you had to wait") == (
        "The tap leaked. You had to wait."
    )
    assert said("{done_on}: {promise.text}.", done_on="2026-10-02", promise__text="fit it") == (
        "2 October 2026: fit it."
    )


@pytest.mark.parametrize("typed", ["iPhone glass broke", "eBay sent it", "2 taps leaked", "l’eau"])
def test_what_is_written_small_on_purpose_stays_small(typed: str) -> None:
    assert said("{what_happened}.", what_happened=typed) == f"{typed}."


def test_names_and_other_short_values_are_never_changed() -> None:
    """Only sentences that somebody typed read on; a name, a sum, or a list stays as it is."""
    assert said("{remedy.who} comes.", remedy__who="van der Berg") == "van der Berg comes."
    assert said("Ask, {signatory}.", signatory="The Boss") == "Ask, The Boss."
    assert said("For you: {effect}.", effect="The tap") == "For you: The tap."


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20), st.text(max_size=40), st.booleans())
def test_nothing_but_the_first_letter_is_ever_another(
    before: str, value: str, is_running: bool
) -> None:
    made = read_on(before, value, is_running=is_running)
    assert made == value or made.casefold() == value.casefold()
    assert made.endswith(value[1:])
