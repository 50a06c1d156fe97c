# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How an answer reaches the customer: in writing where that is owed, else as they prefer."""

from dataclasses import replace
from itertools import product

import pytest

from servicedesk.domain.complaints import Finding, Stage
from servicedesk.domain.complaints_stages import Action, check
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import (
    IN_TURN,
    LATER,
    WAITED,
    card,
    case,
    draft,
    given,
    issue,
    refused,
)
from tests.helpers.builders import words

WRITTEN = {Channel.EMAIL, Channel.POST, Channel.WEB}


def missing_of_answer(
    *,
    came: Channel,
    is_first: bool,
    found: Finding,
    prefers: Channel | None,
    told: Channel | None,
    letter: bool,
    suited: bool,
) -> str | None:
    """What 3.4 asks of an answer, told once more and line by line."""
    if letter:
        return None
    if told is None:
        return "complaint_needs_channel"
    reasons = {
        "complaint_writing_first": is_first,
        "complaint_writing_asked": came in WRITTEN,
        "complaint_writing_disagreed": found is Finding.NOT_UPHELD,
    }
    because = next((code for code, is_so in reasons.items() if is_so), None)
    if because is not None and told not in WRITTEN:
        return because
    if suited or prefers is None or prefers is told:
        return None
    if because is not None and prefers not in WRITTEN:
        return None
    return "complaint_answer_preferred"


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("came", Channel)
@pytest.mark.parametrize("action", [Action.DECIDE, Action.DECIDE_ON_WHAT_WE_HAVE])
def test_an_answer_goes_as_they_prefer_and_some_in_writing(
    action: Action, came: Channel, is_first: bool
) -> None:
    stage = Stage.INVESTIGATING if action is Action.DECIDE else Stage.WAITING_CUSTOMER
    weighed = replace(IN_TURN, is_legal=is_first)
    seen = set()
    for found, prefers, told, letter, suited in product(
        Finding, (None, *Channel), (None, *Channel), (True, False), (True, False)
    ):
        about = card(stage, assessment=weighed, draft=draft(channel=came), prefers=prefers)
        said = given(
            on=LATER, channel=told, letter=letter, finding=found, words="why", suited_them=suited
        )
        code = missing_of_answer(
            came=came,
            is_first=is_first,
            found=found,
            prefers=prefers,
            told=told,
            letter=letter,
            suited=suited,
        )
        seen.add(code)
        waiting = case(about, LATER, pauses=(WAITED,))
        if code is None:
            assert check(waiting, action, said) is Stage.DECIDED
        else:
            refusal = refused(code, action, waiting, said)
            assert refusal.field == "channel"
    assert {None, "complaint_needs_channel", "complaint_answer_preferred"} <= seen


def test_what_is_missing_of_an_answer_is_said_with_a_way_on() -> None:
    about = card(assessment=IN_TURN, prefers=Channel.PHONE)
    said = given(channel=Channel.COUNTER, finding=Finding.UPHELD, words="why")
    refusal = refused("complaint_answer_preferred", Action.DECIDE, case(about), said)
    assert words().refusal(refusal) == (
        "They like to hear from you by phone. Tell them that way or write the letter now,"
        " or say that this suited them."
    )
    for code in ("first", "asked", "disagreed"):
        sentence = words().refusal(Refusal(f"complaint_writing_{code}"))
        assert "in writing. Write the letter now, or" in sentence


def test_of_points_it_is_the_whole_that_counts() -> None:
    ring = given(channel=Channel.PHONE)
    no = case(card(assessment=IN_TURN), issues=(issue(1, Finding.NOT_UPHELD),))
    refused("complaint_writing_disagreed", Action.DECIDE, no, ring)
    partly = replace(no, file=replace(no.file, issues=(*no.file.issues, issue(2, Finding.UPHELD))))
    assert check(partly, Action.DECIDE, ring) is Stage.DECIDED
