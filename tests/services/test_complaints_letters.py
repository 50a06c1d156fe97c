# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about complaints: each takes its steps in the step of issuing, and gives them back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import About, Finding, Stage
from servicedesk.domain.complaints_file import BehaviourDraft, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters_complaints import ComplaintNote
from servicedesk.store.journal import last_step
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


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def test_the_first_letter_tells_them_and_nothing_of_it_is_typed_twice(shop: Shop) -> None:
    writing, number = shop.services.letters_writing, complaint(shop)
    (first, is_suggested), *_ = writing.fitting(number)
    assert (first.id, is_suggested) == ("L01", True)
    draft = begun(shop, "L01", number)
    check = writing.check(draft)
    assert can_issue(check)
    assert check.about.effect.actions == (Action.ACKNOWLEDGE,)
    assert "The saw stopped on the first morning" in check.words
    assert "C-2026-0001" in check.words
    with shop.services.units.read() as reading:
        before = last_step(reading)
    letter = writing.issue(draft, "Ruth").card
    with shop.services.units.read() as reading:
        assert last_step(reading) == before + 1
    told = card(shop, number)
    assert (told.stage, told.dates.acknowledged_at) == (Stage.ACKNOWLEDGED, NEXT)
    assert (letter.complaint_id, letter.customer_id) == (number, told.draft.customer_id)
    assert writing.of(complaint_id=number) == (letter,)
    assert "Your complaint: C-2026-0001" in text_of(writing.issued_job((letter.id,)))
    assert ("L01", True) not in [(one.id, is_next) for one, is_next in writing.fitting(number)]


def test_a_letter_that_did_not_go_out_told_nobody(shop: Shop) -> None:
    number = complaint(shop)
    before = card(shop, number)
    taken_back(shop, sent(shop, "L01", number))
    assert card(shop, number) == before
    assert steps_of(shop, number) == ["log", "acknowledge", "undo"]


def test_a_call_besides_the_letter_still_tells_them(shop: Shop) -> None:
    number = complaint(shop)
    letter = sent(shop, "L01", number)
    later = datetime(2026, 9, 15, 14, tzinfo=UTC)
    shop.clock.set(later)
    rang = ContactDraft(text="rang", at=later, is_incoming=False, complaint_id=number)
    shop.services.contacts.log(rang, "Ruth")
    taken_back(shop, letter)
    assert card(shop, number).stage is Stage.ACKNOWLEDGED
    assert card(shop, number).dates.acknowledged_at == later


def test_what_came_after_a_letter_stays_when_it_is_taken_back(shop: Shop) -> None:
    number = complaint(shop)
    letter = sent(shop, "L01", number)
    take(shop, number, Action.INVESTIGATE)
    taken_back(shop, letter)
    left = card(shop, number)
    assert (left.stage, left.dates.acknowledged_at) == (Stage.INVESTIGATING, None)


def test_an_answer_is_given_with_its_letter_and_taken_back_with_it(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    before = card(shop, number)
    letter = sent(shop, "L04", number, **ANSWER)
    after = card(shop, number)
    assert (after.stage, after.finding) == (Stage.DECIDED, Finding.UPHELD)
    assert (after.dates.decided_on, after.told_by) == (DAY, Channel.POST)
    assert after.outcome_words == ANSWER["findings"]
    assert after.dates.acknowledged_at == NEXT
    taken_back(shop, letter)
    assert card(shop, number) == before


def test_asking_whether_it_is_still_all_right_is_noted(shop: Shop) -> None:
    number = complaint(shop)
    answered(shop, number)
    take(shop, number, Action.RESOLVE, accepted=True)
    before = card(shop, number)
    letter = sent(shop, "L16", number)
    assert card(shop, number).dates.follow_up_on == DAY
    assert card(shop, number).stage is Stage.RESOLVED
    assert "C-2026-0001" in letter.body
    taken_back(shop, letter)
    assert card(shop, number) == before


def test_news_with_a_later_day_gives_more_time_once(shop: Shop) -> None:
    number = complaint(shop)
    values = {
        "progress": "We asked the maker",
        "still_to_do": "They test it",
        "reason": "The maker is shut",
        "new_date": "2026-10-12",
    }
    draft = begun(shop, "L02", number, **values)
    about = shop.services.letters_writing.check(draft).about
    assert about.effect.actions == (Action.ACKNOWLEDGE, Action.EXTEND)
    assert about.effect.note is ComplaintNote.UPDATED
    before = card(shop, number)
    letter = shop.services.letters_writing.issue(draft, "Ruth").card
    after = card(shop, number)
    assert after.assessment.is_complex
    assert after.dates.update_sent_on == DAY
    assert after.dues.decide_on > before.dues.decide_on
    taken_back(shop, letter)
    assert card(shop, number) == before


def test_a_question_stops_the_clock_and_a_second_one_reminds(shop: Shop) -> None:
    number = complaint(shop)
    before = card(shop, number)
    letter = sent(shop, "L03", number, items="A photo", why_needed="To see it")
    waiting = shop.services.complaints.file(number)
    assert waiting.card.stage is Stage.WAITING_CUSTOMER
    assert [(one.from_on, one.question) for one in waiting.pauses] == [(DAY, "A photo")]
    again = sent(shop, "L03", number, why_needed="To see it")
    assert "A photo" in again.body
    assert shop.services.complaints.file(number).pauses[0].reminded_on == DAY
    taken_back(shop, again)
    assert shop.services.complaints.file(number) == waiting
    taken_back(shop, letter)
    assert card(shop, number) == before
    assert shop.services.complaints.file(number).pauses == ()


def test_an_answer_on_what_we_have_ends_the_waiting(shop: Shop) -> None:
    number = complaint(shop)
    sent(shop, "L03", number, items="A photo", why_needed="To see it")
    sent(shop, "L03", number, items="A photo", why_needed="To see it")
    shop.clock.set(datetime(2026, 9, 30, 10, tzinfo=UTC))
    waiting = shop.services.complaints.file(number)
    letter = sent(shop, "L05", number, **ANSWER)
    file = shop.services.complaints.file(number)
    assert (file.card.stage, file.card.finding) == (Stage.DECIDED, Finding.PARTLY)
    assert file.pauses[0].until == date(2026, 9, 30)
    taken_back(shop, letter)
    left = shop.services.complaints.file(number)
    assert (left.card, left.pauses) == (waiting.card, waiting.pauses)


def test_a_claim_names_no_customer_and_tells_them_nothing(shop: Shop) -> None:
    number = complaint(shop, job_ref="Invoice 77", product="Saw", called="")
    draft = begun(shop, "L28", number)
    assert draft.customer_id is None
    assert "customer.name" not in draft.values
    assert (draft.values["claim.order"], draft.values["claim.bought"]) == ("Invoice 77", "Saw")
    whole = said(draft, customer__name="Blades Ltd", claim__fault="Cracked", claim__ask="A new one")
    letter = shop.services.letters_writing.issue(whole, "Ruth").card
    after = card(shop, number)
    assert (after.stage, after.waiting_for) == (Stage.WAITING_OTHER, "Blades Ltd")
    assert after.dates.acknowledged_at is None
    assert "Asha" not in text_of(shop.services.letters_writing.issued_job((letter.id,)))
    taken_back(shop, letter)
    assert card(shop, number).stage is Stage.RECEIVED


def test_a_refund_that_is_confirmed_is_done_and_its_promise_with_it(shop: Shop) -> None:
    number = complaint(shop)
    answered(shop, number, remedies="We are sorry for it")
    parts = shop.services.complaints.parts
    money = RemedyDraft(
        kind=RemedyKind.REFUND_FULL, amount_pence=4500, due=date(2026, 9, 20), by_whom="Ruth"
    )
    parts.add_remedy(number, money, "Ruth")
    promise = shop.services.complaints.file(number).remedies[0].promise_id
    assert promise is not None
    before = shop.services.complaints.file(number)
    letter = sent(shop, "L10", number, method="To your card", paid_for="the saw")
    (remedy,) = shop.services.complaints.file(number).remedies
    assert remedy.draft.done_on == DAY
    assert not shop.services.promises.get(promise).is_open
    again = sent(shop, "L10", number, method="To your card", paid_for="the saw")
    assert shop.services.complaints.file(number).remedies == (remedy,)
    taken_back(shop, again)
    taken_back(shop, letter)
    assert shop.services.promises.get(promise).is_open
    left = shop.services.complaints.file(number)
    assert (left.card, left.remedies) == (before.card, before.remedies)


def test_a_day_for_putting_it_right_plans_it(shop: Shop) -> None:
    number = complaint(shop)
    answered(shop, number)
    planned = RemedyDraft(kind=RemedyKind.REPAIR, due=date(2026, 9, 20), by_whom="Tom")
    shop.services.complaints.parts.add_remedy(number, planned, "Ruth")
    letter = sent(shop, "L11", number, remedy__window="Between 9 and 11", remedy__access="Nothing")
    assert card(shop, number).stage is Stage.REMEDY_PENDING
    taken_back(shop, letter)
    assert card(shop, number).stage is Stage.DECIDED


@pytest.mark.parametrize("is_noted", [True, False])
def test_a_warning_is_noted_with_its_day_to_look_again(shop: Shop, is_noted: bool) -> None:
    number = complaint(shop)
    if is_noted:
        shouted = BehaviourDraft(on=DAY, text="Shouted at the counter")
        shop.services.complaints.parts.add_behaviour(number, shouted, "Ruth")
    before = shop.services.complaints.file(number).behaviours
    values = {
        "behaviour.on": "2026-09-15",
        "behaviour.what": "Shouted at the counter",
        "behaviour.ask": "Please speak calmly",
        "behaviour.limits": "Letters only",
    }
    letter = sent(shop, "L30", number, **values)
    (noted,) = shop.services.complaints.file(number).behaviours
    assert (noted.draft.text, noted.draft.limits) == ("Shouted at the counter", "Letters only")
    assert (noted.draft.warned_on, noted.draft.review_on) == (DAY, date(2026, 12, 15))
    taken_back(shop, letter)
    assert shop.services.complaints.file(number).behaviours == before


def test_the_final_response_after_eight_weeks_ends_our_part(shop: Shop) -> None:
    number = complaint(shop)
    answered(shop, number, remedies="We are sorry for it")
    shop.clock.set(datetime(2026, 11, 10, 10, tzinfo=UTC))
    before = card(shop, number)
    values = {"findings": "It was cracked", "looked_at": "The saw"}
    letter = sent(shop, "L08", number, **values)
    file = shop.services.complaints.file(number)
    assert file.card.stage is Stage.EXTERNAL
    assert file.referrals[0].draft.body == words().say("letter.outside.open")
    taken_back(shop, letter)
    assert card(shop, number) == before
    assert shop.services.complaints.file(number).referrals == ()


def test_a_second_look_is_answered_by_its_own_letter(shop: Shop) -> None:
    number = complaint(shop)
    answered(shop, number)
    take(shop, number, Action.SECOND_LOOK, by_whom="Tom")
    values = {"review_result": "The first answer stays", "findings": "It was cracked"}
    sent(shop, "L09", number, **values, finding="upheld")
    after = card(shop, number)
    assert (after.stage, after.finding) == (Stage.DECIDED, Finding.UPHELD)
    assert after.outcome_words == "It was cracked"


def test_letters_about_information_name_the_complaint_beside_it(shop: Shop) -> None:
    number = complaint(shop)
    linked = shop.services.complaints.link_data_protection(number, "Ruth").card
    letter = sent(shop, "L23A", linked.id)
    assert card(shop, linked.id).stage is Stage.ACKNOWLEDGED
    assert card(shop, number).dates.acknowledged_at is None
    assert "C-2026-0002" in letter.body
    assert letter.values["complaint.other_ref"] == "C-2026-0001"


def test_a_letter_that_does_not_fit_is_refused_and_nothing_is_kept(shop: Shop) -> None:
    number = complaint(shop)
    draft = begun(shop, "L16", number, complaint__answered_on="2026-09-15")
    check = shop.services.letters_writing.check(draft)
    assert not can_issue(check)
    assert check.about.refusal is not None
    with pytest.raises(Refusal, match="letter_not_now"):
        shop.services.letters_writing.issue(draft, "Ruth")
    assert shop.services.letters_writing.of(complaint_id=number) == ()


def test_after_harm_the_insurer_comes_before_the_answer(shop: Shop) -> None:
    number = complaint(shop, is_safety=True)
    take(shop, number, Action.INVESTIGATE)
    for template in ("L04", "L06", "L07"):
        with pytest.raises(Refusal, match="complaint_needs_insurer"):
            sent(shop, template, number, **ANSWER)
    assert card(shop, number).stage is Stage.INVESTIGATING
    shop.services.complaints.parts.told_insurer(number, None, "nobody was hurt", "Ruth")
    sent(shop, "L06", number, **ANSWER)
    assert card(shop, number).finding is Finding.NOT_UPHELD


def test_the_last_day_to_cancel_follows_from_the_contract(shop: Shop) -> None:
    number = complaint(shop, about=About.CANCELLATION, happened_on=date(2026, 9, 10))
    values = begun(shop, "L29", number).values
    assert (values["contract.date"], values["contract.cancel_by"]) == ("2026-09-10", "2026-09-24")
    assert begun(shop, "L29", None).values["contract.cancel_by"] == "2026-09-29"
