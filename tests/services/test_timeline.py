# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The timeline of a customer: every sort of entry in its place and words, page by page."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from servicedesk.domain.calendars import BankHoliday
from servicedesk.domain.complaints import About, ComplaintDraft, Serious
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.timeline import TimelineChip, TimelineFigures
from servicedesk.services.attachments import attach
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.contacts import contact_values, contacts
from servicedesk.store.letters import letters
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


@pytest.fixture
def patel(services: Services) -> int:
    return services.customers.add(CustomerDraft(name="Mrs Meena Patel"), RUTH).card.id


def made(services: Services, patel: int) -> None:
    """One of everything, and one of somebody else's."""
    contacts, files = services.contacts, services.record_files
    first = contacts.log(ContactDraft(customer_id=patel, text="about the saw", at=NOON), RUTH)
    due = Due(day=TODAY + timedelta(days=2))
    promise = services.promises.make(
        PromiseDraft(customer_id=patel, text="ring back", due=due, made_on=TODAY), RUTH
    )
    services.customers.was_in(patel, TODAY, True, RUTH)
    files.add(Kind.CUSTOMER, patel, b"a", "of her.txt", RUTH)
    files.add(Kind.CONTACT, first.card.id, b"b", "of the call.txt", RUTH)
    files.add(Kind.PROMISE, promise.card.id, b"c", "of the promise.txt", RUTH)
    other = services.customers.add(CustomerDraft(name="Pat's Cafe"), RUTH).card.id
    contacts.log(ContactDraft(customer_id=other, text="of another", at=NOON), RUTH)
    binned = contacts.log(ContactDraft(customer_id=patel, text="binned", at=NOON), RUTH)
    files.add(Kind.CONTACT, binned.card.id, b"d", "of the binned.txt", RUTH)
    contacts.bin(binned.card.id, RUTH)


def titles(services: Services, patel: int, chip: TimelineChip = TimelineChip.ALL) -> list[str]:
    return [entry.title for entry in services.timeline.of(patel, chip)]


def test_everything_of_one_customer_stands_in_the_order_of_time(
    services: Services, patel: int
) -> None:
    made(services, patel)
    assert titles(services, patel) == [
        "Promise: ring back",
        "Was in",
        "File: of the promise.txt",
        "File: of the call.txt",
        "File: of her.txt",
        "about the saw",
    ]


def test_a_chip_shows_one_sort(services: Services, patel: int) -> None:
    made(services, patel)
    assert titles(services, patel, TimelineChip.CONTACTS) == ["about the saw"]
    assert titles(services, patel, TimelineChip.LETTERS) == []
    assert len(titles(services, patel, TimelineChip.FILES)) == 3


def test_a_letter_takes_the_place_of_the_contact_that_sent_it(
    services: Services, patel: int
) -> None:
    with services.units.change("issue", RUTH) as unit:
        paper = attach(unit, BytesIO(b"%PDF"), name="l.pdf", media_type="application/pdf")
        letter = unit.insert(
            letters,
            {
                "ref": "L-2026-0001",
                "template": "L19",
                "template_version": 1,
                "title": "We are closed",
                "customer_id": patel,
                "promise_id": None,
                "issued_on": TODAY,
                "written_at": NOON,
                "fields": "{}",
                "body": "",
                "is_large_print": False,
                "signatory": RUTH,
                "attachment_id": paper,
            },
        )
        sent = ContactDraft(customer_id=patel, text="sent", at=NOON)
        values = {**contact_values(sent), "written_at": NOON, "letter_id": letter}
        unit.insert(contacts, values)
    (entry,) = services.timeline.of(patel)
    assert (entry.kind, entry.id, entry.day) == (Kind.LETTER, letter, TODAY)
    assert entry.title == "Letter: We are closed"
    assert services.timeline.of(patel, TimelineChip.LETTERS) == (entry,)


def test_pages_follow_one_another_without_a_gap(services: Services, patel: int) -> None:
    for hour in range(7):
        at = NOON - timedelta(hours=hour // 2)
        services.contacts.log(ContactDraft(customer_id=patel, text=f"{hour}", at=at), RUTH)
    whole = services.timeline.of(patel)
    assert len(whole) == 7
    paged = []
    before = None
    while page := services.timeline.of(patel, before=before, limit=3):
        paged.extend(page)
        before = page[-1].place
    assert tuple(paged) == whole


def test_pages_of_every_sort_follow_one_another_without_a_gap(
    services: Services, patel: int
) -> None:
    for day in (TODAY - timedelta(days=1), TODAY):
        for hour in (0, 5, 9):
            at = datetime(day.year, day.month, day.day, hour, 59, tzinfo=UTC)
            services.contacts.log(ContactDraft(customer_id=patel, text="rang", at=at), RUTH)
            services.complaints.log(
                ComplaintDraft(customer_id=patel, text="broken", received_at=at), RUTH
            )
            services.record_files.add(
                Kind.CUSTOMER, patel, b"%d %d" % (day.day, hour), "of her.txt", RUTH
            )
            due = Due(day=day)
            draft = PromiseDraft(customer_id=patel, text="ring", due=due, made_on=day)
            made = services.promises.make(draft, RUTH).card
            if hour:
                services.promises.done(made.id, TODAY, None, RUTH)
        services.customers.was_in(patel, day, day == TODAY, RUTH)
    whole = services.timeline.of(patel)
    assert len(whole) == 26
    assert list(whole) == sorted(
        whole, key=lambda one: (one.place.key, one.place.part, one.place.id), reverse=True
    )
    for limit in (1, 2, 3, 7):
        for chip in TimelineChip:
            entries = [one for one in whole if chip in (TimelineChip.ALL, one.chip)]
            paged = []
            before = None
            while page := services.timeline.of(patel, chip, before, limit):
                paged.extend(page)
                before = page[-1].place
            assert paged == entries
    rest = services.timeline.of(patel, TimelineChip.FILES, whole[4].place)
    assert [one.id for one in rest] == [
        one.id for one in whole[5:] if one.chip is TimelineChip.FILES
    ]


def test_the_figures_count_what_there_is(services: Services, patel: int) -> None:
    assert services.timeline.figures(patel) == TimelineFigures(first_on=TODAY)
    made(services, patel)
    services.contacts.log(
        ContactDraft(customer_id=patel, text="a tap?", at=NOON, next_on=TODAY), RUTH
    )
    assert services.timeline.figures(patel) == TimelineFigures(
        open_promises=1,
        enquiries=1,
        heard_on=TODAY,
        heard_by=Channel.PHONE,
        first_on=TODAY,
    )


def test_complaints_stand_under_the_day_they_came(services: Services, patel: int) -> None:
    day_before = NOON - timedelta(days=3)
    said = ComplaintDraft(
        customer_id=patel, text="the saw stopped", received_at=day_before, serious=Serious.SERIOUS
    )
    first = services.complaints.log(said, RUTH).card
    second = services.complaints.log(
        ComplaintDraft(customer_id=patel, about=About.PRICE, received_at=NOON), RUTH
    ).card
    theirs = ComplaintDraft(called="Somebody else", text="cold tea", received_at=NOON)
    services.complaints.log(theirs, RUTH)
    newest, older = services.timeline.of(patel, TimelineChip.COMPLAINTS)
    assert (newest.kind, newest.id, newest.day) == (Kind.COMPLAINT, second.id, TODAY)
    assert newest.title == "Complaint: Price or bill"
    assert (newest.chip_text, newest.tone) == ("New", "quiet")
    assert newest.detail == "C-2026-0002 · at the counter · 10 working days left"
    assert (older.id, older.day) == (first.id, day_before.date())
    assert older.detail == "C-2026-0001 · serious · at the counter · 4 working days left"
    services.record_files.add(Kind.COMPLAINT, first.id, b"saw", "saw.txt", RUTH)
    assert titles(services, patel, TimelineChip.FILES) == ["File: saw.txt"]


def test_the_figures_count_complaints(services: Services, patel: int) -> None:
    numbers = [
        services.complaints.log(
            ComplaintDraft(customer_id=patel, text=text, received_at=NOON), RUTH
        ).card.id
        for text in ("saw", "the same saw", "bill")
    ]
    same = Given(on=TODAY, master_id=numbers[0])
    services.complaints.take(numbers[1], Action.SAME_AS, same, RUTH)
    services.complaints.take(numbers[2], Action.WITHDRAW, Given(on=TODAY, words="rang"), RUTH)
    figures = services.timeline.figures(patel)
    assert (figures.complaints, figures.open_complaints) == (2, 1)


def test_a_complaint_is_hearing_from_them_too(services: Services, patel: int) -> None:
    call = ContactDraft(customer_id=patel, text="rang", at=NOON - timedelta(days=5))
    services.contacts.log(call, RUTH)
    came = NOON - timedelta(days=3)
    said = ComplaintDraft(customer_id=patel, text="saw", received_at=came, channel=Channel.EMAIL)
    services.complaints.log(said, RUTH)
    figures = services.timeline.figures(patel)
    assert (figures.heard_on, figures.heard_by) == (came.date(), Channel.EMAIL)


def test_a_visit_after_the_last_call_is_heard_of_last(services: Services, patel: int) -> None:
    services.contacts.log(
        ContactDraft(customer_id=patel, text="x", at=NOON - timedelta(days=4)), RUTH
    )
    services.customers.was_in(patel, TODAY, False, RUTH)
    figures = services.timeline.figures(patel)
    assert (figures.heard_on, figures.heard_by) == (TODAY, Channel.COUNTER)


def test_one_who_is_not_there_has_nothing(services: Services) -> None:
    assert services.timeline.of(77) == ()
    assert services.timeline.figures(77) == TimelineFigures()


def test_lateness_follows_a_change_of_the_calendar(services: Services, patel: int) -> None:
    due = Due(day=TODAY + timedelta(days=2))
    services.promises.make(
        PromiseDraft(customer_id=patel, text="ring back", due=due, made_on=TODAY), RUTH
    )
    chips = [services.timeline.of(patel)[0].chip_text]
    holiday = BankHoliday(day=TODAY + timedelta(days=1), name="Town fair")
    services.calendars.add_holiday(holiday, RUTH)
    chips.append(services.timeline.of(patel)[0].chip_text)
    assert chips == ["due in 2 opening days", "due in 1 opening day"]


def test_a_customers_page_is_read_with_at_most_six_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    real = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = real(*args, **kwargs)
        connection.set_trace_callback(heard.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        patel = services.customers.add(CustomerDraft(name="Mrs Meena Patel"), RUTH).card.id
        made(services, patel)
        services.timeline.of(patel)  # the calendar is read for the first page of a start
        heard.clear()
        services.customers.get(patel)
        services.support.of(patel)
        services.timeline.figures(patel)
        services.timeline.of(patel)
        services.record_files.of(Kind.CUSTOMER, patel)
        read = [each for each in heard if each.lstrip().upper().startswith(("SELECT", "WITH"))]
    assert len(read) <= 6
