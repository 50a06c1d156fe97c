# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""It's sorted: a small complaint settled and filed in one breath, at the counter or later."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from servicedesk.domain.complaints import Content, Dates, Finding, Priority, Stage
from servicedesk.domain.complaints_assessing import quick_assessment
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_clocks import late_days
from servicedesk.domain.complaints_file import ComplaintFile, RemedyCard, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_sorting import (
    RIGHTING,
    Before,
    SortedDraft,
    SortedOut,
    before_sorting,
    finding_by,
    sorted_out,
)
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.domain.complaints_made import (
    ENG,
    FIRST,
    IN_TURN,
    RECEIVED,
    SOON,
    at,
    card,
    draft,
    judged_on,
    timing,
)
from tests.helpers.builders import words

SAID = SortedDraft(
    did="New soup at the table", kind=RemedyKind.REPLACEMENT, told_by=Channel.COUNTER, on=RECEIVED
)
FIVE_PAST = at(RECEIVED, 12, 5)
BEFORE = Before(received_at=at(RECEIVED, 12), assessment=IN_TURN, ref="C-2026-0001")


def settled(
    said: SortedDraft = SAID, before: Before = BEFORE, now: datetime = FIVE_PAST
) -> SortedOut:
    return sorted_out(before, said, now.astimezone(ENG.zone).date(), now, ENG)


def test_scenario_27_cold_soup_replaced_at_the_table() -> None:
    soup = draft(text="Cold soup", received_at=at(RECEIVED, 12))
    before = Before(received_at=soup.received_at, assessment=quick_assessment(soup))
    found = settled(replace(SAID, cause=Cause.SLIP, content=Content.YES), before)
    assert (found.stage, found.finding) == (Stage.CLOSED, Finding.UPHELD)
    assert found.dates.resolved_on == found.dates.decided_on == RECEIVED
    assert found.dates.acknowledged_at == at(RECEIVED, 12, 5)
    assert found.remedy == RemedyDraft(
        kind=RemedyKind.REPLACEMENT, words="New soup at the table", done_on=RECEIVED
    )
    assert found.learning.causes == (Cause.SLIP,)
    assert found.is_on_the_spot
    assert late_days(judged_on(timing(), ENG), RECEIVED, ENG) == 0


def test_a_missing_cause_can_follow() -> None:
    assert settled().learning == Learning()


def test_they_were_not_content_so_somebody_asks_again() -> None:
    found = settled(replace(SAID, content=Content.NO))
    assert (found.stage, found.dates.closed_on) == (Stage.RESOLVED, None)
    assert found.dates.resolved_on == RECEIVED
    assert settled().dates.closed_on == RECEIVED


def test_it_keeps_the_times_of_what_was_logged() -> None:
    later = date(2026, 9, 17)
    logged = replace(BEFORE, first_contact_at=at(RECEIVED, 16))
    now = at(date(2026, 9, 18))
    found = settled(replace(SAID, on=later), logged, now)
    assert found.dates.acknowledged_at == at(RECEIVED, 16)
    assert (found.dates.resolved_on, found.is_on_the_spot) == (later, False)
    at_noon = settled(replace(SAID, on=later), BEFORE, now)
    assert at_noon.dates.acknowledged_at == at(later, 12)
    minute = settled(replace(SAID, on=later, at=at(later, 9)), BEFORE, now)
    assert minute.dates.acknowledged_at == at(later, 9)
    told = Dates(acknowledged_at=at(RECEIVED, 13), decided_on=date(2026, 9, 16))
    answered = settled(replace(SAID, on=later), replace(logged, dates=told), now)
    assert answered.dates.acknowledged_at == at(RECEIVED, 13)
    assert answered.dates.decided_on == date(2026, 9, 16)


def test_within_a_working_day_is_on_the_spot_whatever_the_weekend() -> None:
    friday, monday = date(2026, 9, 18), date(2026, 9, 21)
    before = replace(BEFORE, received_at=at(friday))
    assert settled(replace(SAID, on=monday), before, at(monday)).is_on_the_spot
    tuesday = date(2026, 9, 22)
    assert not settled(replace(SAID, on=tuesday), before, at(tuesday)).is_on_the_spot


@pytest.mark.parametrize("kind", RemedyKind)
def test_the_remedy_says_what_was_found_unless_somebody_does(kind: RemedyKind) -> None:
    expected = Finding.UPHELD if kind in RIGHTING else Finding.NO_FINDING
    assert finding_by(kind) is expected
    found = settled(replace(SAID, kind=kind, finding=Finding.PARTLY))
    assert found.finding is Finding.PARTLY
    assert (found.remedy is None) == (kind is RemedyKind.NONE)


def test_a_cause_is_not_named_twice_and_three_are_most() -> None:
    three = Learning(causes=(Cause.SLIP, Cause.SKILL, Cause.RECORD))
    before = replace(BEFORE, learning=three)
    assert settled(replace(SAID, cause=Cause.SKILL), before).learning == three
    more = settled(replace(SAID, cause=Cause.WEATHER), before).learning
    assert more.causes == (Cause.WEATHER, Cause.SLIP, Cause.SKILL)


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"did": " "}, "sorted_needs_did", "did"),
        ({"told_by": None}, "sorted_needs_told", "told_by"),
        ({"on": date(2026, 9, 15)}, "complaint_step_ahead", "on"),
        ({"on": date(2026, 9, 13)}, "complaint_step_before_receipt", "on"),
        ({"amount_pence": -500}, "complaint_amount_below", "amount_pence"),
        ({"amount_pence": 10**11}, "complaint_amount_above", "amount_pence"),
        ({"did": "x" * 501}, "entry_too_long", "did"),
        ({"over_because": "x" * 501}, "entry_too_long", "over_because"),
        ({"kind": RemedyKind.NONE, "amount_pence": 500}, "sorted_needs_kind", "kind"),
    ],
)
def test_what_is_missing_is_named(said: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        settled(replace(SAID, **said))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert words().refusal(refused.value)


def test_what_goes_first_takes_the_full_steps() -> None:
    for assessment in (FIRST, replace(SOON, raised=Priority.P1)):
        with pytest.raises(Refusal, match="complaint_p1_full_steps"):
            settled(before=replace(BEFORE, assessment=assessment))


def test_one_on_record_brings_what_is_known() -> None:
    kept = card(assessment=IN_TURN, learning=Learning(whys=("why",)))
    before = before_sorting(ComplaintFile(card=kept), at(RECEIVED, 15))
    assert before.first_contact_at == at(RECEIVED, 15)
    assert (before.ref, before.learning, before.dates) == (kept.ref, kept.learning, kept.dates)
    found = settled(before=before, now=at(RECEIVED, 17))
    assert (found.told_by, found.outcome_words) == (Channel.COUNTER, "New soup at the table")
    assert found.dates.acknowledged_at == at(RECEIVED, 15)


SOUP = RemedyCard(
    id=1,
    complaint_id=1,
    draft=RemedyDraft(kind=RemedyKind.REPLACEMENT, words="bring it", due=date(2026, 9, 18)),
)
SORRY = RemedyCard(
    id=2, complaint_id=1, draft=RemedyDraft(kind=RemedyKind.APOLOGY, due=date(2026, 9, 18))
)
PLANNED = replace(BEFORE, planned=(SOUP, SORRY))


def test_what_was_planned_of_the_same_sort_is_done_and_the_rest_is_owed_no_more() -> None:
    found = settled(replace(SAID, amount_pence=600), before=PLANNED)
    done = replace(SOUP.draft, done_on=SAID.on, amount_pence=600)
    assert (found.done, found.let_go) == ((replace(SOUP, draft=done),), (SORRY,))
    assert found.remedy is None


def test_why_more_was_given_than_planned_is_kept_where_it_is_said() -> None:
    owed = replace(SOUP, draft=replace(SOUP.draft, amount_pence=500, over_because="Ann agreed"))
    before = replace(BEFORE, planned=(owed,))
    (as_planned,) = settled(before=before).done
    assert as_planned.draft == replace(owed.draft, done_on=SAID.on)
    for said, kept in (("", "Ann agreed"), ("Tom agreed", "Tom agreed")):
        (done,) = settled(replace(SAID, amount_pence=600, over_because=said), before=before).done
        assert (done.draft.amount_pence, done.draft.over_because) == (600, kept)


def test_without_a_sort_it_was_what_was_planned() -> None:
    found = settled(replace(SAID, kind=RemedyKind.NONE), before=PLANNED)
    assert [one.draft.done_on for one in found.done] == [SAID.on, SAID.on]
    assert (found.let_go, found.remedy) == ((), None)


def test_something_else_is_put_down_beside_what_is_owed_no_more() -> None:
    found = settled(replace(SAID, kind=RemedyKind.GOODWILL), before=PLANNED)
    assert (found.done, found.let_go) == ((), (SOUP, SORRY))
    assert found.remedy is not None
    assert found.remedy.kind is RemedyKind.GOODWILL


def test_what_is_planned_is_known_from_the_file() -> None:
    done = replace(SORRY, draft=replace(SORRY.draft, done_on=RECEIVED))
    file = ComplaintFile(card=card(), remedies=(SOUP, done))
    assert before_sorting(file).planned == (SOUP,)
