# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demand 12: any record can be printed, by the one print command, from the page it is on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.calendars_kept import BankHoliday, ClosureDraft, OpenDayDraft
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.data_requests import RequestDraft, RequestKind
from servicedesk.domain.feedback import FeedbackDraft
from servicedesk.domain.hours import parse_interval, parse_week
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.domain.standards import MeasuredBy
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.services.printing import Printing
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.window import Shell
from tests.helpers.builders import charter_draft
from tests.ui.widgets.made import press
from tests.walks import improving_made as improving
from tests.walks import privacy_made as privacy

RUTH = "Ruth"
TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)

Made = Callable[[Workbench], Place]


@dataclass(frozen=True)
class Case:
    """A record, the page on which it is, and what its paper says.

    Args:
        made: writes the record, and says where it is.
        says: stands on its papers.
        kinds: of record that are on them.
    """

    made: Made
    says: tuple[str, ...]
    kinds: tuple[Kind, ...] = ()


def patel(bench: Workbench) -> int:
    phone = Reach(kind=ReachKind.PHONE, shown="07700 900123")
    draft = CustomerDraft(name="Mrs Meena Patel", reaches=(phone,))
    return bench.services.customers.add(draft, RUTH).card.id


def a_customer(bench: Workbench) -> Place:
    return Place(room="customers", item=str(patel(bench)))


def a_contact(bench: Workbench) -> Place:
    who = patel(bench)
    said = ContactDraft(customer_id=who, text="asked for a brass tap", at=bench.clock.now())
    bench.services.contacts.log(said, RUTH)
    return Place(room="customers", item=str(who))


def an_enquiry(bench: Workbench) -> Place:
    said = ContactDraft(text="wants a price for tiles", at=bench.clock.now(), next_on=TODAY + DAY)
    bench.services.contacts.log(said, RUTH)
    return Place(room="contacts")


def a_need(bench: Workbench) -> Place:
    need = SupportDraft(need=SupportNeed.MORE_TIME, review_on=TODAY + DAY)
    bench.services.support.add_need(patel(bench), need, RUTH)
    return Place(room="reviews")


def promised(bench: Workbench) -> int:
    draft = PromiseDraft(
        customer_id=patel(bench), text="mend the gate", due=Due(day=TODAY + DAY), made_on=TODAY
    )
    return bench.services.promises.make(draft, RUTH).card.id


def a_promise(bench: Workbench) -> Place:
    return Place(room="promises", item=str(promised(bench)))


def promises(bench: Workbench) -> Place:
    promised(bench)
    return Place(room="promises")


def complained(bench: Workbench) -> int:
    draft = ComplaintDraft(
        customer_id=patel(bench), text="the saw came blunt", received_at=bench.clock.now()
    )
    return bench.services.complaints.log(draft, RUTH).card.id


def a_complaint(bench: Workbench) -> Place:
    return Place(room="complaints", item=str(complained(bench)))


def an_action(bench: Workbench) -> Place:
    number = complained(bench)
    bench.services.complaints.parts.add_action(
        number, ActionDraft(text="try each saw before it goes", owner="Tom"), RUTH
    )
    return Place(room="complaints", item=str(number))


def complaints(bench: Workbench) -> Place:
    complained(bench)
    return Place(room="complaints")


def a_letter_to_be(bench: Workbench) -> Place:
    return Place(room="letters", part="L01", item=f"complaint:{complained(bench)}")


def a_letter(bench: Workbench) -> Place:
    writing = bench.services.letters_writing
    draft = writing.draft("L01", complaint_id=complained(bench), who=RUTH)
    return Place(room="letters", part="issued", item=str(writing.issue(draft, RUTH).card.id))


def a_charter(bench: Workbench) -> Place:
    charters = bench.services.charters
    card = charters.publish_draft(charter_draft(), RUTH, lambda _card: None).card
    return Place(room="charter", part="versions", item=str(card.id))


def opening_hours(bench: Workbench) -> Place:
    week = parse_week({"monday": ["09:00-17:30"], "saturday": ["09:00-12:00"]})
    bench.services.business.save({"opening_hours": week}, RUTH)
    return Place(room="settings", part="hours")


def a_closure(bench: Workbench) -> Place:
    days = ClosureDraft(first=TODAY + DAY, last=TODAY + 3 * DAY, reason="stocktaking")
    bench.services.calendars.add_closure(days, RUTH)
    return Place(room="settings", part="closures")


def an_open_day(bench: Workbench) -> Place:
    hours = (parse_interval("10:00-12:00"),)
    day = OpenDayDraft(day=date(2026, 12, 13), hours=hours, reason="Christmas market")
    bench.services.calendars.add_open_day(day, RUTH)
    return Place(room="settings", part="open_days")


def a_holiday(bench: Workbench) -> Place:
    bench.services.calendars.add_holiday(BankHoliday(day=TODAY + DAY, name="Hebden Day"), RUTH)
    return Place(room="settings", part="holidays")


def a_person(bench: Workbench) -> Place:
    bench.services.people.add(PersonDraft(name="Tom Reed", role=Role.STAFF), RUTH)
    return Place(room="settings", part="people")


def a_registration(bench: Workbench) -> Place:
    draft = RegistrationDraft(
        kind=RegistrationKind.INSURANCE,
        body="Harbour Mutual",
        number="HM 4471",
        checked_on=TODAY,
        ends_on=TODAY + 9 * DAY,
    )
    bench.services.registrations.add(draft, RUTH)
    return Place(room="settings", part="registrations")


def an_own_field(bench: Workbench) -> Place:
    draft = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="Meter number", kind=OwnFieldKind.TEXT)
    bench.services.own_fields.add(draft, RUTH)
    return Place(room="settings", part="own_fields")


def something_in_the_bin(bench: Workbench) -> Place:
    bench.services.customers.bin((patel(bench),), RUTH)
    return Place(room="settings", part="bin")


def two_alike(bench: Workbench) -> Place:
    patel(bench)
    patel(bench)
    return Place(room="settings", part="duplicates")


def a_day(bench: Workbench) -> Place:
    complained(bench)
    return Place(room="today")


def some_feedback(bench: Workbench) -> Place:
    draft = FeedbackDraft(customer_id=patel(bench), text="the queue was long", given_on=TODAY)
    return Place(room="feedback", item=str(bench.services.feedback.log(draft, RUTH).card.id))


def published(bench: Workbench, measured_by: MeasuredBy) -> str:
    """A charter with one standard measured so; its key."""
    draft = charter_draft()
    first, *others = draft.standards
    standards = (replace(first, measured_by=measured_by), *others)
    changed = replace(draft, standards=standards)
    bench.services.charters.publish_draft(changed, RUTH, lambda _card: None)
    return first.key


def a_sample_week(bench: Workbench) -> Place:
    key = published(bench, MeasuredBy.SAMPLE_WEEK)
    bench.services.samples.plan(TODAY + 7 * DAY, (key,), RUTH)
    return Place(room="measures", part="samples")


def a_job_check(bench: Workbench) -> Place:
    published(bench, MeasuredBy.JOB_CHECK)
    bench.services.promises.done(promised(bench), TODAY, None, RUTH)
    bench.services.samples.draw(RUTH)
    return Place(room="measures", part="checks")


def a_walk(bench: Workbench) -> Place:
    steps = (WalkStep(what="Rings us", snag="nobody answers"),)
    draft = WalkDraft(name="A missed call", walked_on=TODAY, steps=steps)
    bench.services.walks.add(draft, RUTH)
    return Place(room="measures", part="walks")


def a_request(bench: Workbench) -> Place:
    number = bench.services.customers.add(CustomerDraft(name=PATEL), RUTH).card.id
    draft = RequestDraft(kind=RequestKind.SEE, received_on=TODAY, customer_id=number)
    bench.services.data_requests.note(draft, RUTH)
    return Place(room="privacy", part="requests")


PATEL = "Mrs Meena Patel"
CASES = {
    "customer": Case(a_customer, (PATEL, "07700 900123", "Customer"), (Kind.CUSTOMER,)),
    "contact": Case(a_contact, (PATEL, "asked for a brass tap"), (Kind.CONTACT,)),
    "enquiry": Case(an_enquiry, ("wants a price for tiles", "Enquiries: Waiting")),
    "need": Case(a_need, (PATEL, "more time", "To ask again")),
    "promise": Case(a_promise, ("mend the gate", "Tuesday 24 November"), (Kind.PROMISE,)),
    "promises": Case(promises, ("mend the gate", "Tue 24 Nov", "1 promise", PATEL)),
    "complaint": Case(a_complaint, ("the saw came blunt", PATEL), (Kind.COMPLAINT,)),
    "action": Case(an_action, ("try each saw before it goes", "Tom"), (Kind.ACTION,)),
    "complaints": Case(complaints, ("The saw came blunt", "1 complaint", PATEL)),
    "letter to be": Case(a_letter_to_be, (PATEL, "the saw came blunt", "DRAFT")),
    "letter": Case(a_letter, (PATEL, "the saw came blunt"), (Kind.LETTER,)),
    "charter": Case(a_charter, ("Our promise to you", "Hollins"), (Kind.CHARTER, Kind.STANDARD)),
    "hours": Case(opening_hours, ("Monday", "Saturday"), (Kind.OPENING_HOURS,)),
    "closure": Case(a_closure, ("stocktaking",), (Kind.CLOSURE,)),
    "open day": Case(an_open_day, ("Christmas market",)),
    "holiday": Case(a_holiday, ("Hebden Day",), (Kind.HOLIDAY,)),
    "person": Case(a_person, ("Tom Reed", "Staff"), (Kind.PERSON,)),
    "registration": Case(a_registration, ("Harbour Mutual", "HM 4471"), (Kind.REGISTRATION,)),
    "own field": Case(an_own_field, ("Meter number",), (Kind.OWN_FIELD,)),
    "bin": Case(something_in_the_bin, (PATEL,)),
    "duplicates": Case(two_alike, (PATEL, "Possible duplicates")),
    "feedback": Case(some_feedback, ("the queue was long", PATEL), (Kind.FEEDBACK,)),
    "sample week": Case(
        a_sample_week,
        ("Sample week, 30 November", "one stroke for every case"),
        (Kind.SAMPLE_WEEK,),
    ),
    "job check": Case(a_job_check, ("mend the gate", PATEL), (Kind.JOB_CHECK,)),
    "walk": Case(a_walk, ("A missed call", "nobody answers"), (Kind.WALK,)),
    "check": Case(
        improving.a_check, ("How we look after information", "no till here"), (Kind.CHECK,)
    ),
    "to do": Case(improving.to_do, ("hang up a clock", "Tom")),
    "idea": Case(improving.an_idea, ("a sign that says the wait", "the bakery"), (Kind.IDEA,)),
    "plan": Case(improving.a_plan, ("Ramblers", "Lunch in ten minutes"), (Kind.SERVICE_PLAN,)),
    "agreed": Case(improving.agreed, ("say what is in stock", "the workshop"), (Kind.BETWEEN_US,)),
    "paper": Case(improving.a_paper, ("Offer a chair and lemonade.",), (Kind.WRITTEN_PAPER,)),
    "review": Case(improving.a_review, ("Saturdays ran late", "hire a helper"), (Kind.REVIEW,)),
    "fairness": Case(
        improving.a_fairness_check,
        ("Boiler care plan", "£15", "Otto Old"),
        (Kind.OFFER, Kind.FAIRNESS_CHECK),
    ),
    "request": Case(a_request, ("R-2026-0001", PATEL, "See what is held"), (Kind.DATA_REQUEST,)),
    "breach": Case(privacy.a_breach, ("the diary was left on the bus", "Open"), (Kind.BREACH,)),
    "offers": Case(privacy.some_offers, (PATEL, "meena@example.org", "They said yes")),
    "hold": Case(privacy.a_hold, (PATEL, "a claim at the county court"), (Kind.LEGAL_HOLD,)),
    "forgotten": Case(
        privacy.somebody_forgotten, ("Forgotten", "K-0001", "They asked"), (Kind.ERASURE,)
    ),
    "privacy": Case(privacy.the_desk, ("the diary was left on the bus", "How it stands")),
    "today": Case(a_day, ("The saw came blunt", PATEL)),
}

EXCUSED = {
    Kind.IMPORT_MAPPING: "says how columns are read, and is shown with the list it is for",
    Kind.BUSINESS: "its facts stand on every letter, and in the charter",
    Kind.ATTACHMENT: "printed by the program that made it; the pack of a complaint lists it",
    Kind.DRAFT: "what is typed and not yet kept",
    Kind.JOURNAL: "what happened stands in the record that it happened to",
    Kind.FEEDBACK_BATCH: "how many cards were handed out, over the cards that came back",
    Kind.SERVED: "a number a month, which the report of the figures names",
    Kind.SEARCH: "made of the records themselves",
    Kind.MARKETING_STOP: "names nobody; whoever said no is on no list that is printed",
    Kind.SKILL: "about one of us, and for nobody else; the person is on the list of people",
    Kind.STAFF_NOTE: "said to the owner; what comes of it is on the list of things to do",
}


@pytest.fixture
def printed(window: Shell, monkeypatch: pytest.MonkeyPatch) -> list[PrintJob]:
    """What was sent to the preview."""
    jobs: list[PrintJob] = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_more: jobs.append(job)
    )
    return jobs


def read(job: PrintJob) -> str:
    """The words of every paper on offer, one behind the other."""
    found = []
    for offer in job.offers:
        choice = PaperChoice(paper=offer.id, size=PaperSize.A4)
        if PaperSize.A4 not in offer.sizes:
            choice = PaperChoice(paper=offer.id, size=offer.sizes[0])
        data = job.make(choice).data
        assert data.startswith(b"%PDF-")
        found += Printing().texts(data)
    return " ".join(" ".join(found).split())


@pytest.mark.parametrize("name", CASES)
def test_demand_12_any_record_is_printed_from_its_page_by_the_print_command(
    window: Shell, bench: Workbench, printed: list[PrintJob], name: str
) -> None:
    case = CASES[name]
    bench.services.business.save({"trading_name": "Hollins Hardware", "owner_name": RUTH}, RUTH)
    window.go(case.made(bench))
    bench.tasks.wait()
    for _ in range(5):
        QApplication.processEvents()
    press(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (job,) = printed
    said = read(job)
    for words in (*case.says, "Hollins Hardware"):
        assert words in said


def test_demand_12_every_kind_of_record_is_among_them() -> None:
    covered = {kind for case in CASES.values() for kind in case.kinds}
    assert covered.isdisjoint(EXCUSED)
    assert covered | EXCUSED.keys() == set(Kind)
