# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter hands to its complaint, and the complaint behind one without a record."""

from datetime import date

import pytest

from servicedesk.domain.complaints import ComplaintDraft, Finding, Stage, Track
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import LetterDraft, LetterStage
from servicedesk.domain.letters_complaints_taking import (
    asked_for_complaint,
    begun_beside,
    case_behind,
    chosen_finding,
    complaint_behind,
    day_of,
    field_behind_complaint,
    following,
    given_for,
    makes_complaint,
)
from tests.domain.complaints_made import ENG, LAW, at, card, case, draft
from tests.helpers.builders import words

TODAY = date(2026, 9, 18)
NOW = at(TODAY, 15)


def behind(
    stage: LetterStage = LetterStage.RECEIVED, customer_id: int | None = None, **values: str
) -> ComplaintDraft:
    more = {name.replace("__", "."): text for name, text in values.items()}
    letter = LetterDraft(template="L01", customer_id=customer_id, values=more)
    return complaint_behind(stage, letter, NOW, TODAY, ENG, words())


def test_letters_about_a_complaint_write_it_down_and_others_do_not() -> None:
    assert makes_complaint(LetterStage.ANSWER)
    assert asked_for_complaint(LetterStage.ANSWER)
    for stage in (LetterStage.CLAIM, LetterStage.FOLLOW_UP, LetterStage.DONE):
        assert not makes_complaint(stage)
        assert asked_for_complaint(stage) == ()


def test_it_is_told_by_the_fields_of_the_letter() -> None:
    made = behind(
        complaint__summary="Late",
        complaint__received_on="2026-09-14",
        complaint__channel="By phone",
        complaint__handler="Tom",
        customer__name=" Ben ",
    )
    assert (made.text, made.called, made.handler) == ("Late", "Ben", "Tom")
    assert made.received_at == at(date(2026, 9, 14), 12)
    assert (made.channel, made.track) == (Channel.PHONE, Track.ORDINARY)


def test_what_is_not_said_is_now_at_the_counter() -> None:
    made = behind(LetterStage.DATA_RECEIVED, 7, customer__name="Ben", what_happened="Cold soup")
    assert (made.text, made.called, made.customer_id) == ("Cold soup", "", 7)
    assert (made.received_at, made.channel) == (NOW, Channel.COUNTER)
    assert made.track is Track.DATA_PROTECTION
    assert behind().text == ""
    assert behind(complaint__summary="“It was late”").text == "It was late"
    assert behind(complaint__channel="when I came to you").channel is Channel.VISIT


@pytest.mark.parametrize(
    ("template", "stage", "level"),
    [
        ("L01", Stage.RECEIVED, 0),
        ("L06", Stage.INVESTIGATING, 0),
        ("L08", Stage.INVESTIGATING, 0),
        ("L09", Stage.INVESTIGATING, 1),
        ("L23B", Stage.INVESTIGATING, 0),
    ],
)
def test_it_stands_where_the_letter_finds_it(template: str, stage: Stage, level: int) -> None:
    made = case_behind(behind(), "C-2026-0001", TODAY, ENG, LAW, template)
    assert (made.card.stage, made.card.level) == (stage, level)
    assert made.card.ref == "C-2026-0001"


def test_whether_we_agree_is_what_was_chosen_and_nothing_else() -> None:
    assert chosen_finding({"finding": "partly"}) is Finding.PARTLY
    assert chosen_finding({"finding": "perhaps"}) is None
    assert chosen_finding({}) is None
    chosen = LetterDraft(template="L09", values={"finding": "upheld"})
    given = given_for(Action.DECIDE, chosen, TODAY, NOW, "", Finding.NOT_UPHELD)
    assert given.finding is Finding.UPHELD
    letter = LetterDraft(template="L06")
    for known, finding in ((Finding.NO_FINDING, Finding.NO_FINDING), (None, Finding.NOT_UPHELD)):
        assert given_for(Action.DECIDE, letter, TODAY, NOW, "", known).finding is finding


def test_each_step_is_given_what_it_asks_for() -> None:
    values = {"items": "A photo", "findings": " ", "review_result": "It stays", "reason": "Flood"}
    letter = LetterDraft(template="L04", values=values, channel=Channel.EMAIL)

    def given(action: Action) -> object:
        return given_for(action, letter, TODAY, NOW, "Fair Blades")

    assert given_for(Action.ACKNOWLEDGE, letter, TODAY, NOW, "").at == NOW
    assert given_for(Action.GO_OUTSIDE, letter, TODAY, NOW, "Fair Blades").words == "Fair Blades"
    assert given_for(Action.ASK_CUSTOMER, letter, TODAY, NOW, "").words == "A photo"
    assert given_for(Action.EXTEND, letter, TODAY, NOW, "").words == "Flood"
    answer = given_for(Action.DECIDE, letter, TODAY, NOW, "")
    assert (answer.words, answer.finding) == ("It stays", Finding.UPHELD)
    assert (answer.channel, answer.letter) == (Channel.EMAIL, True)
    plain = given_for(Action.INVESTIGATE, letter, TODAY, NOW, "")
    assert (plain.words, plain.at, plain.finding) == ("", None, None)
    assert given(Action.PLAN_REMEDY) == plain


def test_fields_and_days_are_found_behind_the_words() -> None:
    assert field_behind_complaint(None) is None
    assert field_behind_complaint("text") == "complaint.summary"
    assert field_behind_complaint("channel") == "channel"
    assert following("contract.date", "2026-09-01", LAW) == {"contract.cancel_by": "2026-09-15"}
    assert following("contract.delivered_on", "2026-09-05", LAW) == {
        "contract.cancel_by": "2026-09-19"
    }
    assert following("contract.date", "", LAW) == following("items", "x", LAW) == {}
    assert day_of({"a": " 2026-09-01 "}, "a") == date(2026, 9, 1)
    assert day_of({}, "a") is None


def test_a_claim_and_a_right_to_cancel_begin_with_the_order_and_its_day() -> None:
    made = case(card(draft=draft(job_ref="Inv 7", product="Saw", happened_on=TODAY)))
    assert begun_beside(LetterStage.CLAIM, made) == {"claim.order": "Inv 7"}
    assert begun_beside(LetterStage.CANCELLATION, made) == {
        "contract.what": "Saw",
        "contract.date": "2026-09-18",
        "contract.cancel_by": "2026-10-02",
    }
    without = begun_beside(LetterStage.CANCELLATION, case(card()))
    assert without["contract.date"] == "2026-09-14"
    assert begun_beside(LetterStage.ANSWER, made) == {}
