# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises, complaints and feedback from lists of other programs (demands 8, 26, 27, 28)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Stage
from servicedesk.domain.customers import Channel, CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.feedback import FeedbackKind
from servicedesk.domain.importing import (
    Counts,
    DayOrder,
    Duplicates,
    LookChoices,
    Meaning,
    PlanChoices,
    Strangers,
)
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_mappings import MappingDraft
from servicedesk.domain.importing_records_plan import RecordPlan
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.promises import Outcome
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.store.exchange import known_customers
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 11, 23)
PROMISES = (
    "Who,Phone,What,By when,Made on,State,Done on,Notes\n"
    "Zoë Hill,07700 900101,ring about the boiler,27/11/2026,20/11/2026,,,\n"
    "Bob Roe,,send the quote,20/11/26,16/11/2026,done,19/11/2026,asked twice\n"
    "Bob Roe,,bring the part,18/11/2026,16/11/2026,done,19/11/2026,\n"
    "Ann Lee,,call,25/11/2026,13/11/2026,open,,\n"
)
COMPLAINTS = (
    "Date received,Customer,What happened,Submitted via,Status,Resolution,Date closed,Amount\n"
    "2026-11-02,Zoë Hill,Came late twice,Postal mail,Closed with an apology,,2026-11-05,£12.50\n"
    "2026-11-20,,Rude on the phone,Carrier pigeon,open,,,\n"
    "2026-11-21,Bob Roe,,Web,,,,\n"
)
FEEDBACK = (
    "Date,Rating,Review,Reviewer,Source\n"
    "2026-11-02,4 stars,Quick and tidy,Zoë Hill,Google\n"
    "2026-11-03,★★,Too dear,Sam Poe,Google\n"
    "2026-11-04,eleven,,Sam Poe,Google\n"
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def plan_of(
    services: Services, folder: Path, holds: ListKind, text: str, **chosen: object
) -> RecordPlan:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8", newline="")
    look = services.exchange.look(path, LookChoices(holds=holds))
    plan = services.exchange.plan(look, PlanChoices(**{"columns": look.columns, **chosen}))
    assert isinstance(plan, RecordPlan)
    return plan


def bring(services: Services, folder: Path, holds: ListKind, text: str, **chosen: object) -> Counts:
    plan = plan_of(services, folder, holds, text, **chosen)
    done = services.exchange.run(plan, Quiet(), RUTH)
    assert done.card.counts == plan.counts
    return done.card.counts


def people(services: Services) -> list[str]:
    with services.units.read() as reading:
        return [one.name for one in known_customers(reading)]


def codes(plan: RecordPlan) -> list[str]:
    for one in plan.refused:
        assert words().refusal(Refusal(one.code, None, **one.params))
    return [one.code for one in plan.refused]


def test_demand_8_promises_come_in_with_who_what_by_when_and_how_they_ended(
    services: Services, tmp_path: Path
) -> None:
    zoe = CustomerDraft(
        name="Zoe Hill", reaches=(Reach(kind=ReachKind.PHONE, shown="07700900101"),)
    )
    there = services.customers.add(zoe, RUTH).card
    assert bring(services, tmp_path, ListKind.PROMISES, PROMISES) == Counts(added=4)
    assert people(services) == ["Zoe Hill", "Bob Roe", "Ann Lee"]
    first, second, third, fourth = (services.promises.get(number) for number in range(1, 5))
    assert (first.draft.customer_id, first.due.day) == (there.id, date(2026, 11, 27))
    assert first.ref == "P-2026-0001"
    assert first.is_open
    assert fourth.is_open
    assert fourth.draft.notes == ""
    assert second.ending is not None
    assert third.ending is not None
    assert (second.ending.outcome, second.ending.on) == (Outcome.KEPT, date(2026, 11, 19))
    assert third.ending.outcome is Outcome.LATE
    assert second.draft.notes == "asked twice"
    assert services.promises.make(second.draft, RUTH).card.ref == "P-2026-0005"


def test_demand_27_the_same_list_again_changes_nothing(services: Services, tmp_path: Path) -> None:
    for holds, text, new in (
        (ListKind.PROMISES, PROMISES, 4),
        (ListKind.COMPLAINTS, COMPLAINTS, 2),
        (ListKind.FEEDBACK, FEEDBACK, 2),
    ):
        first = bring(services, tmp_path, holds, text)
        assert first.added == new
        again = bring(services, tmp_path, holds, text)
        assert again == Counts(unchanged=new, refused=first.refused)


def test_two_rows_that_are_alike_are_two(services: Services, tmp_path: Path) -> None:
    text = "Date,Comment\n2026-11-02,nice\n2026-11-02,nice\n"
    assert bring(services, tmp_path, ListKind.FEEDBACK, text) == Counts(added=2)
    assert bring(services, tmp_path, ListKind.FEEDBACK, text) == Counts(unchanged=2)
    more = text + "2026-11-02,nice\n"
    assert bring(services, tmp_path, ListKind.FEEDBACK, more) == Counts(added=1, unchanged=2)
    add = bring(services, tmp_path, ListKind.FEEDBACK, more, duplicates=Duplicates.ADD)
    assert add == Counts(added=3)


def test_demand_28_an_import_is_undone_as_one_step(services: Services, tmp_path: Path) -> None:
    for holds, text in (
        (ListKind.PROMISES, PROMISES),
        (ListKind.COMPLAINTS, COMPLAINTS),
        (ListKind.FEEDBACK, FEEDBACK),
    ):
        added = bring(services, tmp_path, holds, text).added
        assert people(services) != []
        services.undo.undo(RUTH)
        assert people(services) == []
        assert plan_of(services, tmp_path, holds, text).counts.added == added
        services.undo.redo(RUTH)
        assert plan_of(services, tmp_path, holds, text).counts.unchanged == added
        services.undo.undo(RUTH)


def test_complaints_come_in_with_their_ends_and_nothing_is_lost(
    services: Services, tmp_path: Path
) -> None:
    plan = plan_of(services, tmp_path, ListKind.COMPLAINTS, COMPLAINTS)
    assert codes(plan) == ["complaint_needs_text"]
    services.exchange.run(plan, Quiet(), RUTH)
    late, rude = services.complaints.get(1), services.complaints.get(2)
    assert (late.stage, late.dates.closed_on) == (Stage.CLOSED, date(2026, 11, 5))
    assert late.outcome_words == "Closed with an apology"
    assert (late.draft.channel, late.draft.amount_pence) == (Channel.POST, 1250)
    assert rude.is_open
    assert rude.draft.notes == "Submitted via: Carrier pigeon"
    file = services.complaints.file(1)
    assert [step.after for step in file.steps] == [Stage.RECEIVED, Stage.CLOSED]
    assert services.complaints.allowed(1)
    assert services.complaints.why(2).counts


def test_a_complaint_that_is_only_called_closed_has_no_day_made_up(
    services: Services, tmp_path: Path
) -> None:
    text = "Date received,Complaint,Status\n2026-03-02,late,closed\n"
    assert bring(services, tmp_path, ListKind.COMPLAINTS, text) == Counts(added=1)
    card = services.complaints.get(1)
    assert (card.stage, card.dates.closed_on, card.dates.decided_on) == (Stage.CLOSED, None, None)
    assert services.complaints.days_taken(1) >= 0
    assert services.complaints.file(1).steps


def test_feedback_comes_in_with_its_marks_and_asks_nobody_to_be_rung(
    services: Services, tmp_path: Path
) -> None:
    plan = plan_of(services, tmp_path, ListKind.FEEDBACK, FEEDBACK)
    assert codes(plan) == ["import_mark_not_read"]
    services.exchange.run(plan, Quiet(), RUTH)
    quick, dear = services.feedback.get(1), services.feedback.get(2)
    assert quick is not None
    assert dear is not None
    assert (quick.draft.kind, quick.draft.scores.satisfaction) == (FeedbackKind.REVIEW, 4)
    assert (dear.draft.scores.satisfaction, dear.follow_up_due) == (2, None)
    assert people(services) == ["Zoë Hill", "Sam Poe"]


@pytest.mark.parametrize(
    ("strangers", "counts", "names"),
    [
        (Strangers.ADD, Counts(added=4), ["Zoë Hill", "Bob Roe", "Ann Lee"]),
        (Strangers.NAME_ONLY, Counts(added=4), []),
        (Strangers.LEAVE_OUT, Counts(refused=4), []),
    ],
)
def test_who_is_no_customer_is_made_one_or_named_or_left_out(
    services: Services, tmp_path: Path, strangers: Strangers, counts: Counts, names: list[str]
) -> None:
    plan = plan_of(services, tmp_path, ListKind.PROMISES, PROMISES, strangers=strangers)
    assert plan.counts == counts
    assert set(codes(plan)) <= {"import_customer_unknown"}
    services.exchange.run(plan, Quiet(), RUTH)
    assert people(services) == names
    if strangers is Strangers.NAME_ONLY:
        assert services.promises.get(2).draft.notes == "asked twice\nBob Roe"


def test_a_number_that_is_here_is_brought_up_to_date_and_blanks_never_erase(
    services: Services, tmp_path: Path
) -> None:
    field = OwnFieldDraft(on=OwnFieldOn.PROMISE, name="Van", kind=OwnFieldKind.TEXT)
    van = str(services.own_fields.add(field, RUTH).card.id)
    head = "Number,What,Due,Job,Notes,Outcome,Done on,Van\n"
    old = f"{head}P-2026-0007,ring,2026-11-27,J1,first,,,Red\n"
    assert bring(services, tmp_path, ListKind.PROMISES, old) == Counts(added=1)
    assert services.promises.get(1).ref == "P-2026-0007"
    new = f"{head}P-2026-0007,ring,2026-11-27,J2,,done,2026-11-22,Blue\n"
    plan = plan_of(services, tmp_path, ListKind.PROMISES, new, duplicates=Duplicates.SKIP)
    assert plan.counts == Counts(skipped=1)
    plan = plan_of(services, tmp_path, ListKind.PROMISES, new)
    assert plan.counts == Counts(updated=1)
    assert {(one.what, one.old, one.new) for one in plan.changed} >= {(Field.JOB_REF, "J1", "J2")}
    services.exchange.run(plan, Quiet(), RUTH)
    card = services.promises.get(1)
    assert (card.draft.job_ref, card.draft.notes, card.draft.own[van]) == ("J2", "first", "Blue")
    assert card.ending is not None
    ended = f"{head}P-2026-0007,ring,2026-11-27,,,missed,2026-11-21,\n"
    assert bring(services, tmp_path, ListKind.PROMISES, ended) == Counts(unchanged=1)
    other = f"{head}P-2026-0007,mend,2026-12-01,,,,,\n"
    assert bring(services, tmp_path, ListKind.PROMISES, other) == Counts(added=1)
    assert services.promises.get(2).ref != "P-2026-0007"


def test_complaints_and_feedback_are_brought_up_to_date(services: Services, tmp_path: Path) -> None:
    head = "Number,Date received,Complaint,Job\n"
    for job, counts in (
        ("A", Counts(added=1)),
        ("B", Counts(updated=1)),
        ("", Counts(unchanged=1)),
    ):
        text = f"{head}C-2025-0003,2025-03-02,late,{job}\n"
        assert bring(services, tmp_path, ListKind.COMPLAINTS, text) == counts
    assert services.complaints.get(1).draft.job_ref == "B"
    for staff, counts in (("Tom", Counts(added=1)), ("Ann", Counts(updated=1))):
        text = f"Number,Date,Comment,Staff\nF-2025-0001,2025-03-02,kind,{staff}\n"
        assert bring(services, tmp_path, ListKind.FEEDBACK, text) == counts


def test_rows_that_cannot_be_are_listed_with_their_reasons(
    services: Services, tmp_path: Path
) -> None:
    text = (
        "What,Due,Made on,Outcome,Done on\n"
        "a,,,,\n"
        ",2026-11-27,,,\n"
        "b,2026-11-27,,done,\n"
        "c,2026-11-27,,done,2027-01-01\n"
        "d,soon,,,\n"
        "e,2026-11-27,,,,,,x\n"
        ",,,,\n"
    )
    assert codes(plan_of(services, tmp_path, ListKind.PROMISES, text)) == [
        "promise_needs_due",
        "promise_needs_text",
        "import_end_without_day",
        "promise_done_ahead",
        "import_day_not_read",
        "import_row_too_long",
    ]
    text = (
        "Date received,Complaint,Answered on,Content with the handling,Amount\n"
        ",late,,,\n"
        "2026-11-02,late,2026-12-24,,\n"
        "2026-11-02,late,2026-11-01,,\n"
        "2026-11-02,late,,,lots\n"
    )
    assert codes(plan_of(services, tmp_path, ListKind.COMPLAINTS, text)) == [
        "import_needs_day",
        "complaint_step_ahead",
        "complaint_step_before_receipt",
        "import_amount_not_read",
    ]
    text = "Date,Comment\n,nice\n2027-01-01,nice\n"
    assert codes(plan_of(services, tmp_path, ListKind.FEEDBACK, text)) == [
        "import_needs_day",
        "feedback_ahead",
    ]


def test_demand_8_days_that_can_be_read_in_two_ways_are_asked_about_once(
    services: Services, tmp_path: Path
) -> None:
    text = "Date received,Complaint\n03/04/2026,late\n05/06/2026,rude\n"
    with pytest.raises(Refusal) as asked:
        plan_of(services, tmp_path, ListKind.COMPLAINTS, text)
    assert (asked.value.code, asked.value.field) == ("import_days_unclear", "days_0")
    chosen = {"day_orders": {0: DayOrder.MONTH_FIRST}}
    assert bring(services, tmp_path, ListKind.COMPLAINTS, text, **chosen) == Counts(added=2)
    assert services.complaints.get(1).draft.received_at.date() == date(2026, 3, 4)


def test_a_mapping_is_kept_offered_and_used(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("A,B\n03/04/2026,late\n", encoding="utf-8")
    look = services.exchange.look(path, LookChoices(holds=ListKind.COMPLAINTS))
    with pytest.raises(Refusal, match="import_no_fields"):
        services.exchange.plan(look, PlanChoices(columns=look.columns))
    columns = tuple(
        type(column)(heading=column.heading, meaning=meaning)
        for column, meaning in zip(look.columns, (Field.RECEIVED_AT, Field.TEXT), strict=True)
    )
    mappings = services.exchange.mappings
    draft = MappingDraft(
        name=" Till  list ",
        holds=ListKind.COMPLAINTS,
        columns=columns,
        day_orders={0: DayOrder.DAY_FIRST},
    )
    card = mappings.keep(draft, RUTH).card
    assert mappings.keep(draft, RUTH).card.id == card.id
    assert mappings.fitting(ListKind.COMPLAINTS, ["a", "B "]) == (card,)
    assert mappings.fitting(ListKind.FEEDBACK, ["A", "B"]) == ()
    assert mappings.named("TILL LIST", ListKind.COMPLAINTS) == card
    with pytest.raises(Refusal, match="mapping_unknown"):
        mappings.named("till list", ListKind.PROMISES)
    choices = services.exchange.with_mapping(look, PlanChoices(), card)
    assert services.exchange.plan(look, choices).counts == Counts(added=1)
    path.write_text("A,C\n03/04/2026,late\n", encoding="utf-8")
    other = services.exchange.look(path, LookChoices(holds=ListKind.COMPLAINTS))
    with pytest.raises(Refusal, match="mapping_other_headings"):
        services.exchange.with_mapping(other, PlanChoices(), card)
    mappings.drop(card.id, RUTH)
    assert mappings.all() == ()


def test_a_column_used_twice_is_refused_in_words(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Customer\nAnn,Bob\n", encoding="utf-8")
    look = services.exchange.look(path)
    columns = tuple(
        type(column)(heading=column.heading, meaning=Meaning.NAME) for column in look.columns
    )
    with pytest.raises(Refusal) as refused:
        services.exchange.plan(look, PlanChoices(columns=columns))
    assert (refused.value.code, refused.value.field) == ("import_column_twice", "columns")
    assert "“Name” and “Customer”" in words().refusal(refused.value)
    draft = MappingDraft(name="x", holds=ListKind.CUSTOMERS, columns=columns)
    with pytest.raises(Refusal, match="import_column_twice"):
        services.exchange.mappings.keep(draft, RUTH)
    with pytest.raises(Refusal, match="mapping_needs_name"):
        services.exchange.mappings.keep(
            MappingDraft(name=" ", holds=ListKind.CUSTOMERS, columns=()), RUTH
        )


def test_a_card_is_a_person_and_never_a_complaint(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    path.write_text("BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", encoding="utf-8")
    with pytest.raises(Refusal, match="import_cards_are_people"):
        services.exchange.look(path, LookChoices(holds=ListKind.COMPLAINTS))
