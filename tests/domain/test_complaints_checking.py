# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be kept of a complaint, and what is asked about instead."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from servicedesk.domain.calendars import Nation
from servicedesk.domain.complaints import About, ComplaintDraft, Finding, Track, Wish
from servicedesk.domain.complaints_checking import (
    NOTES_MOST,
    TEXT_MOST,
    checked_complaint,
    checked_entry,
    checked_issue,
    checked_referral,
    checked_remedy,
    tracks_of,
)
from servicedesk.domain.complaints_file import (
    EntryDraft,
    EntryKind,
    IssueDraft,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.entries import read_money
from servicedesk.domain.entries_bounds import AMOUNT_MOST
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import RECEIVED, at, draft
from tests.helpers.builders import words

TODAY = date(2026, 9, 18)
NOW = at(TODAY, 12)
ENOUGH = draft()


def kept(of: ComplaintDraft, nation: Nation = Nation.ENG) -> ComplaintDraft:
    return checked_complaint(of, TODAY, NOW, nation)


def test_a_short_text_or_what_it_is_about_is_enough() -> None:
    bare = ComplaintDraft(received_at=at(RECEIVED))
    assert kept(replace(bare, text=" cold\nsoup ")).text == "cold\nsoup"
    assert kept(replace(bare, about=About.STAFF)).about is About.STAFF
    with pytest.raises(Refusal) as refused:
        kept(replace(bare, text=" \u200f "))
    assert (refused.value.code, refused.value.field) == ("complaint_needs_text", "text")


def test_lines_are_tidied_and_the_handler_is_whoever_took_it() -> None:
    found = kept(
        draft(
            called="  Mrs\u00a0 Smith ",
            taken_by=" Ann ",
            handler="",
            job_ref=" J\t12 ",
            wishes=(Wish.REFUND, Wish.APOLOGY, Wish.REFUND),
            notes=" a\r\nb ",
            amount_pence=0,
        )
    )
    assert (found.called, found.taken_by, found.handler) == ("Mrs Smith", "Ann", "Ann")
    assert (found.job_ref, found.notes, found.amount_pence) == ("J 12", "a\nb", 0)
    assert found.wishes == (Wish.REFUND, Wish.APOLOGY)
    assert kept(found) == found
    assert kept(draft(handler="Tom")).handler == "Tom"


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"received_at": NOW + timedelta(minutes=6)}, "complaint_ahead", "received_at"),
        ({"received_at": at(date(1926, 9, 14))}, "complaint_day_far", "received_at"),
        ({"happened_on": date(2026, 9, 19)}, "complaint_happened_ahead", "happened_on"),
        ({"happened_on": date(2026, 9, 16)}, "complaint_happened_after", "happened_on"),
        (
            {"authority_seen_on": date(2026, 9, 19)},
            "complaint_authority_ahead",
            "authority_seen_on",
        ),
        ({"amount_pence": -500}, "complaint_amount_below", "amount_pence"),
        ({"amount_pence": 10**11}, "complaint_amount_above", "amount_pence"),
        ({"text": "x" * (TEXT_MOST + 1)}, "text_too_long", "text"),
        ({"notes": "x" * (NOTES_MOST + 1)}, "text_too_long", "notes"),
        ({"called": "x" * 121}, "entry_too_long", "called"),
        ({"wish_words": "x" * 501}, "entry_too_long", "wish_words"),
    ],
)
def test_what_cannot_be_is_asked_about(said: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        kept(draft(**said))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert words().refusal(refused.value)


def test_what_can_just_be_is_kept() -> None:
    assert kept(draft(received_at=NOW + timedelta(minutes=5))).received_at > NOW
    assert kept(draft(happened_on=date(2026, 9, 15), amount_pence=AMOUNT_MOST))
    assert kept(draft(text="x" * 25_000))


@pytest.mark.parametrize("typed", ["-5", "1000000000"])
def test_a_refund_of_less_than_nothing_or_of_a_fortune_is_not_read(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        kept(draft(amount_pence=read_money(typed)))
    assert words().refusal(refused.value)


def test_somewhere_else_has_no_clocks_of_the_law() -> None:
    assert tracks_of(Nation.ELSEWHERE) == (Track.ORDINARY,)
    about_data = draft(track=Track.DATA_PROTECTION)
    for nation in Nation:
        if nation is Nation.ELSEWHERE:
            with pytest.raises(Refusal) as refused:
                kept(about_data, nation)
            assert refused.value.code == "complaint_no_data_track"
        else:
            assert kept(about_data, nation).track in tracks_of(nation)


def test_a_point_needs_its_words() -> None:
    tidy = checked_issue(IssueDraft(text=" late ", finding=Finding.UPHELD, reasons=" we were "))
    assert (tidy.text, tidy.reasons) == ("late", "we were")
    with pytest.raises(Refusal, match="complaint_issue_needs_text"):
        checked_issue(IssueDraft(text=" "))


def test_a_line_of_the_log_needs_its_words_and_a_day_that_was() -> None:
    line = EntryDraft(kind=EntryKind.FACT, text=" The van broke  ", source=" Tom ", on=RECEIVED)
    tidy = checked_entry(line, TODAY)
    assert (tidy.text, tidy.source) == ("The van broke", "Tom")
    with pytest.raises(Refusal, match="complaint_entry_needs_text"):
        checked_entry(replace(line, text=""), TODAY)
    with pytest.raises(Refusal, match="complaint_entry_ahead"):
        checked_entry(replace(line, on=TODAY + timedelta(days=1)), TODAY)


# --- what puts it right ----------------------------------------------------------------------

REFUND = RemedyDraft(kind=RemedyKind.REFUND_PART, amount_pence=6000, due=date(2026, 9, 25))


def righted(of: RemedyDraft, limit: int | None = None) -> RemedyDraft:
    return checked_remedy(of, TODAY, RECEIVED, limit)


def test_an_amount_above_the_limit_needs_a_name_or_a_reason() -> None:
    assert righted(REFUND) == REFUND
    assert righted(REFUND, 6000) == REFUND
    with pytest.raises(Refusal) as refused:
        righted(REFUND, 5999)
    assert (refused.value.code, refused.value.field) == ("remedy_over_limit", "over_because")
    assert "£59.99" in words().refusal(refused.value)
    assert righted(replace(REFUND, approved_by=" Ann "), 100).approved_by == "Ann"
    assert righted(replace(REFUND, over_because="a good customer"), 0)
    apology = RemedyDraft(kind=RemedyKind.APOLOGY)
    assert righted(apology, 0) == apology


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"amount_pence": -500}, "complaint_amount_below", "amount_pence"),
        ({"amount_pence": 10**11}, "complaint_amount_above", "amount_pence"),
        ({"vat_pence": 6001}, "remedy_vat_above", "vat_pence"),
        ({"amount_pence": None, "vat_pence": 1}, "remedy_vat_above", "vat_pence"),
        ({"done_on": date(2026, 9, 19)}, "remedy_done_ahead", "done_on"),
        ({"done_on": date(2026, 9, 13)}, "remedy_before_receipt", "done_on"),
        ({"due": date(2026, 9, 13)}, "remedy_before_receipt", "due"),
        ({"valid_until": date(2026, 9, 13)}, "remedy_before_receipt", "valid_until"),
        ({"words": "x" * 501}, "entry_too_long", "words"),
    ],
)
def test_a_remedy_that_cannot_be_is_asked_about(
    said: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        righted(replace(REFUND, **said))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert words().refusal(refused.value)


ABOUT_THEM = ReferralDraft(kind=OutsideKind.OTHER, body=" The  scheme ", referred_on=TODAY)


def test_what_is_said_of_somebody_outside_is_tidied() -> None:
    said = replace(ABOUT_THEM, their_ref=" A\t1 ", result=" half\r\nback ", result_on=TODAY)
    found = checked_referral(said, TODAY, RECEIVED)
    assert (found.body, found.their_ref, found.result) == ("The scheme", "A 1", "half\nback")


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"body": " "}, "complaint_needs_body", "body"),
        ({"referred_on": TODAY + timedelta(days=1)}, "referral_ahead", "referred_on"),
        ({"result_on": TODAY + timedelta(days=1)}, "referral_ahead", "result_on"),
        (
            {"referred_on": RECEIVED - timedelta(days=1)},
            "referral_before_receipt",
            "referred_on",
        ),
        ({"result_on": TODAY - timedelta(days=1)}, "referral_result_first", "result_on"),
        ({"cost_pence": -1}, "complaint_amount_below", "cost_pence"),
    ],
)
def test_days_and_costs_of_outside_help_have_to_be_possible(
    wrong: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        checked_referral(replace(ABOUT_THEM, **wrong), TODAY, RECEIVED)
    assert (refused.value.code, refused.value.field) == (code, field)
