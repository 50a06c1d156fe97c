# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps, what to mind, what was agreed: kept with a yes, for no longer than it helps."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.support import (
    ConsentCard,
    ConsentChannel,
    ConsentDraft,
    SafetyCard,
    SafetyDraft,
    SafetyKind,
    SupportCard,
    SupportDraft,
    SupportNeed,
    SupportSheet,
)
from servicedesk.domain.support_rules import (
    checked_consent,
    checked_need,
    checked_safety,
    checked_withdrawal,
)

TODAY = date(2026, 9, 14)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
PRINT = SupportDraft(need=SupportNeed.LARGE_PRINT, yes_words="Yes, please do")
NUTS = SafetyDraft(
    kind=SafetyKind.ALLERGY,
    text="Nuts",
    yes_words="Yes, write that down",
    agreed_on=TODAY,
    ends_on=date(2027, 9, 14),
)
PATCH = replace(
    NUTS, kind=SafetyKind.PATCH_TEST, tested_on=YESTERDAY, result="No reaction after 48 hours"
)
MAIL = ConsentDraft(
    channel=ConsentChannel.EMAIL, wording="May we e-mail you our offers?", given_on=YESTERDAY
)


def need_card(draft: SupportDraft, number: int = 1) -> SupportCard:
    return SupportCard(id=number, customer_id=1, draft=draft)


def sheet(*given: ConsentDraft) -> SupportSheet:
    cards = (ConsentCard(id=n, customer_id=1, draft=each) for n, each in enumerate(given))
    return SupportSheet(customer_id=1, consents=tuple(cards))


def refused_need(**said: object) -> tuple[str, str | None]:
    with pytest.raises(Refusal) as found:
        checked_need(replace(PRINT, **said), TODAY)
    return found.value.code, found.value.field


def test_with_a_yes_it_is_asked_about_again_after_a_year() -> None:
    kept = checked_need(PRINT, TODAY)
    assert (kept.agreed_on, kept.review_on) == (TODAY, date(2027, 9, 14))


def test_for_a_while_after_three_months() -> None:
    kept = checked_need(replace(PRINT, is_temporary=True, agreed_on=YESTERDAY), TODAY)
    assert (kept.agreed_on, kept.review_on) == (YESTERDAY, date(2026, 12, 14))


def test_without_a_yes_it_is_for_the_present_job_alone() -> None:
    kept = checked_need(replace(PRINT, yes_words=""), TODAY)
    card = need_card(kept)
    assert (kept.agreed_on, kept.review_on) == (None, date(2026, 10, 14))
    assert card.is_for_now
    assert card.is_shown(TODAY)
    assert not card.is_shown(date(2026, 10, 14))


def test_with_a_yes_it_is_shown_until_somebody_removes_it() -> None:
    card = need_card(checked_need(PRINT, TODAY))
    assert card.is_review_due(date(2027, 9, 14))
    assert card.is_shown(date(2028, 1, 1))


def test_another_day_may_be_named_up_to_the_usual_one() -> None:
    assert checked_need(replace(PRINT, review_on=TOMORROW), TODAY).review_on == TOMORROW


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"need": SupportNeed.OTHER}, "support_needs_words", "detail"),
        ({"need": SupportNeed.TRUSTED_PERSON}, "support_needs_words", "detail"),
        ({"detail": "x" * 121}, "entry_too_long", "detail"),
        ({"yes_words": "", "agreed_on": TODAY}, "support_needs_yes", "yes_words"),
        ({"agreed_on": TOMORROW}, "support_agreed_ahead", "agreed_on"),
        ({"agreed_on": date(1926, 1, 1)}, "support_day_far", "agreed_on"),
        ({"review_on": TODAY}, "support_review_past", "review_on"),
        ({"review_on": date(2027, 9, 15)}, "support_review_late", "review_on"),
    ],
)
def test_what_cannot_be_is_refused(said: dict[str, object], code: str, field: str) -> None:
    assert refused_need(**said) == (code, field)


def test_the_same_is_not_kept_twice_but_other_things_are() -> None:
    other = SupportDraft(need=SupportNeed.OTHER, detail="a stool")
    there = (need_card(PRINT), need_card(other, 2))
    with pytest.raises(Refusal, match="support_there"):
        checked_need(PRINT, TODAY, there)
    with pytest.raises(Refusal, match="support_there"):
        checked_need(other, TODAY, there)
    assert checked_need(replace(other, detail="a hook"), TODAY, there).detail == "a hook"


def test_a_safety_note_ends() -> None:
    kept = checked_safety(replace(NUTS, tested_on=TODAY, result="?"), TODAY)
    assert (kept.tested_on, kept.result) == (None, "")
    card = SafetyCard(id=1, customer_id=1, draft=kept)
    assert not card.has_ended(date(2027, 9, 14))
    assert card.has_ended(date(2027, 9, 15))


def test_a_patch_test_has_its_day_and_result() -> None:
    assert checked_safety(PATCH, TODAY) == PATCH


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"text": ""}, "safety_needs_text", "text"),
        ({"yes_words": " "}, "safety_needs_yes", "yes_words"),
        ({"agreed_on": TOMORROW}, "support_agreed_ahead", "agreed_on"),
        ({"tested_on": None}, "safety_needs_test_day", "tested_on"),
        ({"tested_on": TOMORROW}, "safety_test_ahead", "tested_on"),
        ({"result": ""}, "safety_needs_result", "result"),
        ({"ends_on": YESTERDAY}, "safety_end_past", "ends_on"),
        ({"ends_on": date(2028, 9, 15)}, "safety_end_late", "ends_on"),
    ],
)
def test_a_safety_note_needs_its_yes_and_its_end(
    said: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal) as found:
        checked_safety(replace(PATCH, **said), TODAY)
    assert (found.value.code, found.value.field) == (code, field)


def test_offers_are_agreed_to_channel_by_channel() -> None:
    agreed = sheet(checked_consent(MAIL, TODAY, sheet()))
    assert agreed.may_offer(ConsentChannel.EMAIL)
    assert not agreed.may_offer(ConsentChannel.SMS)
    with pytest.raises(Refusal, match="consent_there"):
        checked_consent(MAIL, TODAY, agreed)
    text = replace(MAIL, channel=ConsentChannel.SMS)
    assert checked_consent(text, TODAY, agreed) == text


def test_a_consent_is_taken_back_once() -> None:
    card = sheet(MAIL).consents[0]
    assert checked_withdrawal(card, TODAY, TODAY) == TODAY
    taken_back = replace(MAIL, withdrawn_on=TODAY)
    assert not sheet(taken_back).may_offer(ConsentChannel.EMAIL)
    assert checked_consent(taken_back, TODAY, sheet(MAIL)) == taken_back
    assert checked_consent(MAIL, TODAY, sheet(taken_back)) == MAIL
    for which, day, code in (
        (sheet(taken_back).consents[0], TODAY, "consent_withdrawn"),
        (card, TOMORROW, "consent_ahead"),
        (card, TODAY - timedelta(days=2), "consent_before"),
    ):
        with pytest.raises(Refusal, match=code):
            checked_withdrawal(which, day, TODAY)


@pytest.mark.parametrize(
    ("said", "code"),
    [({"wording": ""}, "consent_needs_wording"), ({"given_on": TOMORROW}, "consent_ahead")],
)
def test_a_consent_says_what_was_asked_and_when(said: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        checked_consent(replace(MAIL, **said), TODAY, sheet())
