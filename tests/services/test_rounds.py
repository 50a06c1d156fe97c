# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tomorrow's round, job sheets and pocket slips: who sees what on which paper."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.promises import Due
from servicedesk.domain.support import SafetyDraft, SafetyKind, SupportDraft, SupportNeed
from servicedesk.services.printing import Printing
from servicedesk.store.engine import DeskFile
from tests.helpers.builders import words
from tests.services.letters_made import FRIDAY, TODAY, Shop, shop_of

TOMORROW = date(2026, 10, 1)


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def text_of(job: PrintJob, size: PaperSize = PaperSize.A4) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    printed = job.make(PaperChoice(paper=offer.id, size=size))
    assert not printed.cut
    return " ".join(" ".join(Printing().texts(printed.data)).split())


def with_needs(shop: Shop, customer: int) -> None:
    """A need that all may see, one that only Ruth may, and a safety note."""
    support = shop.services.support
    for need, visible in ((SupportNeed.CLEAR_SPEECH, ""), (SupportNeed.QUIET_TIME, "Ruth")):
        draft = SupportDraft(need=need, yes_words="yes", agreed_on=TODAY, visible_to=visible)
        support.add_need(customer, draft, "Ruth")
    note = SafetyDraft(
        kind=SafetyKind.ANIMAL,
        text="dog in the yard",
        yes_words="yes",
        agreed_on=TODAY,
        ends_on=date(2027, 1, 31),
    )
    support.add_safety(customer, note, "Ruth")


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_the_round_has_the_next_opening_day_in_time_order(shop: Shop, size: PaperSize) -> None:
    customer = shop.customer()
    with_needs(shop, customer)
    shop.promise(customer, "Bring the price list", due=Due(day=TOMORROW))
    at = datetime(2026, 10, 1, 13, 0, tzinfo=UTC)
    shop.promise(customer, "Fit the tap", due=Due(day=TOMORROW, at=at), job_ref="J-118")
    shop.promise(None, "Ring the man with the van", due=Due(day=TOMORROW))
    shop.promise(customer, "Not tomorrow", due=Due(day=FRIDAY))
    text = text_of(shop.services.rounds.tomorrow(), size)
    assert "Thursday 1 October 2026" in text
    assert text.index("14:00") < text.index("Fit the tap") < text.index("Bring the price list")
    for part in ("3 Orchard Close", "01632 960555 (home)", "J-118", "How to help", "Nobody named"):
        assert part in text
    for part in ("Not tomorrow", "dog in the yard", "quiet", "Ask about the cat"):
        assert part not in text


def test_a_round_before_a_weekend_is_that_of_monday(file: DeskFile) -> None:
    shop = shop_of(file, FRIDAY)
    assert shop.services.rounds.next_day() == date(2026, 10, 5)
    text = text_of(shop.services.rounds.tomorrow())
    assert "Nothing is promised for Monday 5 October 2026." in text


def test_a_round_has_what_is_due_on_closed_days_before_it(file: DeskFile) -> None:
    shop = shop_of(file, FRIDAY)
    at = datetime(2026, 10, 3, 13, 0, tzinfo=UTC)
    shop.promise(None, "Ring on the free Saturday", due=Due(day=date(2026, 10, 3), at=at))
    shop.promise(None, "Bring the hinges", due=Due(day=date(2026, 10, 5)))
    text = text_of(shop.services.rounds.tomorrow())
    assert "Nothing is promised" not in text
    assert "Still owed" not in text
    assert "Due: Saturday 3 October 2026, by 14:00" in text
    assert text.index("Ring on the free Saturday") < text.index("Bring the hinges")


def test_what_is_late_stands_apart_on_the_round_the_oldest_first(shop: Shop) -> None:
    last = [shop.promise(None, f"Job {n}", due=Due(day=TODAY)) for n in range(2)]
    shop.promise(None, "Due tomorrow", due=Due(day=TOMORROW))
    old = shop.promise(None, "From last week", due=Due(day=FRIDAY))
    put_off = shop.promise(None, "Not before winter", due=Due(day=TODAY))
    shop.services.promises.snooze(put_off, date(2026, 12, 1), "Ruth")
    shop.services.promises.done(last[0], TODAY, None, "Ruth")
    shop.clock.set(date(2026, 10, 7))
    late = shop.services.rounds.tomorrow()
    text = text_of(late)
    assert "Nothing is promised for Thursday 8 October 2026." in text
    owed = text.index("Still owed")
    assert owed < text.index("Job 1") < text.index("Due tomorrow") < text.index("From last week")
    assert "Due: Friday 2 October 2026" in text
    assert "Job 0" not in text
    assert "Not before winter" not in text
    shop.services.promises.done(old, shop.clock.today(), None, "Ruth")
    assert "From last week" not in text_of(shop.services.rounds.tomorrow())


def test_what_is_due_today_is_owed_tomorrow_as_long_as_it_is_open(shop: Shop) -> None:
    shop.promise(None, "By tonight", due=Due(day=TODAY))
    shop.promise(None, "By tomorrow", due=Due(day=TOMORROW))
    text = text_of(shop.services.rounds.tomorrow())
    assert text.index("By tomorrow") < text.index("Still owed") < text.index("By tonight")


def test_a_round_names_thirty_that_are_owed_and_counts_the_others(shop: Shop) -> None:
    for number in range(33):
        shop.promise(None, f"Old job {number:02}", due=Due(day=TODAY))
    text = text_of(shop.services.rounds.tomorrow())
    assert "Old job 29" in text
    assert "Old job 30" not in text
    assert "More still owed: 3." in text


def test_a_round_of_many_stops_goes_on_over_pages(shop: Shop) -> None:
    customer = shop.customer()
    for number in range(9):
        shop.promise(customer, f"Job {number}", due=Due(day=TOMORROW))
    job = shop.services.rounds.tomorrow()
    printed = job.make(PaperChoice(paper="round", size=PaperSize.A4))
    assert printed.pages == Printing().page_count(printed.data) == 3


def test_the_job_sheet_says_what_helps_and_what_to_mind(shop: Shop) -> None:
    customer = shop.customer()
    with_needs(shop, customer)
    promise = shop.promise(customer, "Fit the tap", promiser="Ruth", condition="the tap is here")
    text = text_of(shop.services.rounds.job_sheet(promise))
    for part in (
        "How to help",
        "quiet",
        "To mind",
        "dog in the yard",
        "the tap is here",
        "LE9 2XX",
    ):
        assert part in text
    assert "Ask about the cat" not in text


def test_own_fields_that_are_in_use_stand_on_the_job_sheet(shop: Shop) -> None:
    fields = shop.services.own_fields
    kept = fields.add(OwnFieldDraft(on=OwnFieldOn.PROMISE, name="Boiler"), "Ruth").card
    gone = fields.add(OwnFieldDraft(on=OwnFieldOn.PROMISE, name="Colour"), "Ruth").card
    promise = shop.promise(None, own={str(kept.id): "Baxi 24", str(gone.id): "blue"})
    fields.retire(gone.id, True, "Ruth")
    text = text_of(shop.services.rounds.job_sheet(promise))
    assert "Boiler" in text
    assert "Baxi 24" in text
    assert "blue" not in text


def test_a_job_sheet_without_a_customer_has_lines_to_write_on(shop: Shop) -> None:
    text = text_of(shop.services.rounds.job_sheet(shop.promise(None)))
    assert "Job sheet" in text
    assert "What was done" in text


def test_a_customer_without_a_phone_is_reached_by_e_mail(shop: Shop) -> None:
    by_mail = CustomerDraft(
        name="Ben Ode",
        ask_for="",
        reaches=(Reach(kind=ReachKind.EMAIL, shown="ben@ode.example"),),
    )
    text = text_of(shop.services.rounds.job_sheet(shop.promise(shop.customer(by_mail))))
    assert "ben@ode.example" in text


def test_a_slip_says_nothing_that_is_ours_alone(shop: Shop) -> None:
    customer = shop.customer()
    with_needs(shop, customer)
    promise = shop.promise(customer, remedy="we take £10 off", condition="the tap is here")
    text = text_of(shop.services.rounds.slips((promise,)))
    for part in ("Our promise to you", "Mrs Asha Patel", "Tom", "£10", "P-2026-0001", "960123"):
        assert part in text
    for part in ("How to help", "dog", "cat"):
        assert part not in text


def test_five_slips_take_two_pages_and_none_gives_a_page_to_write_on(shop: Shop) -> None:
    ids = [shop.promise(None, f"Job {number}") for number in range(5)]
    choice = PaperChoice(paper="slips", size=PaperSize.A4)
    assert shop.services.rounds.slips(ids).make(choice).pages == 2
    blank = text_of(shop.services.rounds.slips())
    assert blank.count("What we promise") == 4


def test_a_slip_with_far_too_much_says_so(shop: Shop) -> None:
    promise = shop.promise(None, "Measure " * 30, condition="It rains " * 30, remedy="Sorry " * 30)
    printed = shop.services.rounds.slips((promise,)).make(
        PaperChoice(paper="slips", size=PaperSize.LETTER)
    )
    assert all(words().say(f"left_out.{part}") for part in printed.cut)


def test_letter_paper_comes_first_where_the_business_prints_on_it(shop: Shop) -> None:
    shop.services.business.save({"page_size": "letter", "phone": "", "email": ""}, "Ruth")
    job = shop.services.rounds.slips()
    assert job.offers[0].sizes[0] is PaperSize.LETTER
    assert "Any question" not in text_of(job, PaperSize.LETTER)


def test_a_promise_that_is_gone_has_no_sheet(shop: Shop) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        shop.services.rounds.job_sheet(99)


def test_a_complaint_slip_is_for_whoever_complained(shop: Shop) -> None:
    customer = shop.customer()
    with_needs(shop, customer)
    came = datetime(2026, 9, 30, 9, 0, tzinfo=UTC)
    draft = ComplaintDraft(
        customer_id=customer, text="The saw stopped", notes="shouted", received_at=came
    )
    complaint = shop.services.complaints.log(draft, "Tom").card
    text = text_of(shop.services.rounds.complaint_slips((complaint.id,)))
    for part in ("Your complaint has arrived", complaint.ref, "The saw stopped", "Tom", "960123"):
        assert part in text
    for part in ("shouted", "How to help", "dog", "cat"):
        assert part not in text
    assert text_of(shop.services.rounds.complaint_slips()).count("What happened") == 4
    with pytest.raises(Refusal, match="record_gone"):
        shop.services.rounds.complaint_slips((99,))
