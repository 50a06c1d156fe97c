# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters that answer a complaint: what we found is on record with them, whatever the letter."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Finding, Stage, Track
from servicedesk.domain.complaints_file import IssueDraft, OutsideKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft
from tests.helpers.builders import words
from tests.services.complaints_letters_made import (
    ANSWER,
    DAY,
    NEXT,
    answered,
    begun,
    card,
    complaint,
    sent,
    shop_in,
    steps_of,
    take,
    taken_back,
)
from tests.services.letters_made import Shop, can_issue, said, text_of

LATER = datetime(2026, 11, 10, 10, tzinfo=UTC)
"""Tuesday, eight weeks and a day after the complaint came."""

AGAIN = {"review_result": "The first answer changes", "findings": "It was sound when sold"}
OFFER = {
    "looked_at": "The saw",
    "findings": "It was cracked",
    "offer": "A new blade",
    "valid_until": "2026-12-10",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def refused(shop: Shop, draft: LetterDraft) -> Refusal:
    """What issuing refuses, which the letter says beforehand."""
    writing = shop.services.letters_writing
    foretold = writing.check(draft).about.refusal
    assert foretold is not None
    assert not can_issue(writing.check(draft))
    with pytest.raises(Refusal) as caught:
        writing.issue(draft, "Ruth")
    assert (caught.value.code, caught.value.field) == (foretold.code, foretold.field)
    assert words().refusal(caught.value)
    return caught.value


@pytest.mark.parametrize("template", ["L08", "L09", "L23B"])
def test_an_answer_before_the_record_is_an_answer_whatever_the_letter(
    shop: Shop, template: str
) -> None:
    shop.clock.set(NEXT)
    values = {**ANSWER, **AGAIN, "customer.name": "Ben Ode", "finding": "partly"}
    letter = sent(shop, template, None, **values)
    assert letter.complaint_id is not None
    made = card(shop, letter.complaint_id)
    assert (made.stage, made.finding) == (Stage.DECIDED, Finding.PARTLY)
    assert (made.dates.decided_on, made.outcome_words) == (DAY, AGAIN["findings"])
    assert made.level == (1 if template == "L09" else 0)
    is_data = template == "L23B"
    assert made.draft.track is (Track.DATA_PROTECTION if is_data else Track.ORDINARY)
    taken_back(shop, letter)
    left = card(shop, made.id)
    assert (left.stage, left.finding, left.level) == (Stage.RECEIVED, None, 0)


def test_a_last_word_before_the_record_is_our_part_once_eight_weeks_are_over(shop: Shop) -> None:
    shop.clock.set(LATER)
    came = {"complaint.received_on": "2026-09-14", "customer.name": "Ben Ode"}
    more = {"finding": "not_upheld", "complaint.summary": "The saw stopped"}
    letter = sent(shop, "L08", None, **OFFER, **came, **more)
    assert letter.complaint_id is not None
    assert card(shop, letter.complaint_id).stage is Stage.EXTERNAL


@pytest.mark.parametrize("template", ["L08", "L09", "L23B"])
def test_whether_we_agree_is_asked_for_where_the_letter_does_not_say_it_by_itself(
    shop: Shop, template: str
) -> None:
    (field,) = (
        one for one in shop.services.letters_writing.fields(template) if one.name == "finding"
    )
    assert field.choices == tuple(Finding)
    draft = begun(shop, template, None, **{**ANSWER, **AGAIN}, customer__name="Ben Ode")
    check = shop.services.letters_writing.check(draft)
    assert check.missing == ("finding",)
    with pytest.raises(Refusal) as caught:
        shop.services.letters_writing.issue(draft, "Ruth")
    assert (caught.value.code, caught.value.field) == ("letter_field_missing", "finding")


def test_a_second_look_that_changes_the_answer_changes_what_is_on_record(shop: Shop) -> None:
    number = complaint(shop)
    answered(shop, number)
    take(shop, number, Action.SECOND_LOOK, by_whom="Tom")
    draft = begun(shop, "L09", number)
    assert {"finding", "findings"} & set(draft.values) == set()
    letter = sent(shop, "L09", number, **AGAIN, finding="not_upheld")
    after = card(shop, number)
    assert (after.stage, after.finding) == (Stage.DECIDED, Finding.NOT_UPHELD)
    assert after.outcome_words == AGAIN["findings"]
    taken_back(shop, letter)
    assert card(shop, number).finding is Finding.UPHELD


def test_points_of_their_own_say_it_and_a_letter_cannot_say_otherwise(shop: Shop) -> None:
    parts, number = shop.services.complaints.parts, complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    point = parts.add_issue(number, IssueDraft(text="The saw stopped"), "Ruth").card.issues[0]
    shop.clock.set(LATER)
    draft = begun(shop, "L08", number, **OFFER)
    assert refused(shop, said(draft, finding="upheld")).code == "complaint_issue_needs_finding"
    found = IssueDraft(text="The saw stopped", finding=Finding.UPHELD, reasons="Cracked")
    parts.change_issue(number, point.id, found, "Ruth")
    draft = begun(shop, "L08", number, **OFFER)
    assert draft.values["finding"] == "upheld"
    other = refused(shop, said(draft, finding="not_upheld"))
    assert (other.code, other.field) == ("letter_finding_points", "finding")
    shop.services.letters_writing.issue(draft, "Ruth")
    assert card(shop, number).finding is Finding.UPHELD


def test_what_cannot_be_issued_is_said_before_the_button_is_pressed(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    sent(shop, "L03", number, items="A photo", why_needed="To see it")
    assert refused(shop, begun(shop, "L04", number, **ANSWER)).code == "complaint_needs_reminder"


@pytest.mark.parametrize("stage", ["received", "acknowledged", "waiting_other"])
def test_the_last_word_can_be_said_wherever_eight_weeks_have_run_out(
    shop: Shop, stage: str
) -> None:
    number = complaint(shop)
    if stage != "received":
        sent(shop, "L01", number)
    if stage == "waiting_other":
        take(shop, number, Action.INVESTIGATE)
        take(shop, number, Action.WAIT_OTHER, words="The maker")
    assert card(shop, number).stage == stage
    shop.clock.set(LATER)
    offered = [one.id for one, is_next in shop.services.letters_writing.fitting(number) if is_next]
    assert "L08" in offered
    sent(shop, "L08", number, **OFFER, finding="upheld")
    assert card(shop, number).stage is Stage.EXTERNAL
    assert steps_of(shop, number)[-2:] == ["decide", "go_outside"]


def test_the_last_word_of_a_shop_without_a_scheme_says_what_is_open_to_them(shop: Shop) -> None:
    number = complaint(shop)
    shop.clock.set(LATER)
    draft = begun(shop, "L08", number, **OFFER, finding="upheld")
    said_on_paper = text_of(shop.services.letters_writing.preview(draft))
    assert "citizensadvice.org.uk" in said_on_paper
    assert "go to court" in said_on_paper
    shop.services.letters_writing.issue(draft, "Ruth")
    (referral,) = shop.services.complaints.file(number).referrals
    assert referral.draft.kind is OutsideKind.OTHER
    assert "obody" not in referral.draft.body
    assert "final response" in referral.draft.body


def test_a_business_hears_of_the_court_and_of_nothing_that_is_for_people(shop: Shop) -> None:
    firm = shop.customer(CustomerDraft(name="Ode Ltd", is_consumer=False))
    number = complaint(shop, customer_id=firm)
    shop.clock.set(LATER)
    draft = begun(shop, "L08", number, **OFFER, finding="upheld")
    said_on_paper = text_of(shop.services.letters_writing.preview(draft))
    assert "go to court" in said_on_paper
    assert "citizensadvice" not in said_on_paper


def test_not_being_able_to_tell_stays_what_was_found(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    take(shop, number, Action.DECIDE, finding=Finding.NO_FINDING, words="No trace", letter=True)
    take(shop, number, Action.SECOND_LOOK, by_whom="Tom")
    sent(shop, "L09", number, **AGAIN, finding="no_finding")
    assert card(shop, number).finding is Finding.NO_FINDING


def test_an_answer_by_post_goes_to_an_address_or_by_another_way(shop: Shop) -> None:
    number = complaint(shop, customer_id=None, called="Mr Lee")
    take(shop, number, Action.INVESTIGATE)
    draft = begun(shop, "L04", number, **ANSWER, customer__name="Mr Lee")
    with pytest.raises(Refusal, match="letter_needs_address") as caught:
        shop.services.letters_writing.issue(draft, "Ruth")
    assert caught.value.field == "customer.address_block"
    assert card(shop, number).stage is Stage.INVESTIGATING
    by_hand = replace(draft, channel=Channel.COUNTER)
    shop.services.letters_writing.issue(by_hand, "Ruth")
    assert card(shop, number).stage is Stage.DECIDED
