# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of a day: time order, and who may read what on which paper."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.customers import Address, CustomerCard, CustomerDraft, Reach, ReachKind
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft
from servicedesk.domain.rounds import Job, in_time_order, job_sheet, round_paper, slip
from servicedesk.domain.support import (
    SafetyCard,
    SafetyDraft,
    SafetyKind,
    SupportCard,
    SupportDraft,
    SupportNeed,
    SupportSheet,
)
from tests.helpers.builders import words

TODAY = date(2026, 9, 30)
DAY = date(2026, 10, 1)


def promise(number: int = 1, at: datetime | None = None, **said: object) -> PromiseCard:
    values: dict[str, object] = {
        "text": "Fit the tap",
        "due": Due(day=DAY, at=at),
        "promiser": "Tom",
        "made_on": TODAY,
    }
    draft = PromiseDraft(**{**values, **said})
    due = Due(day=DAY, at=at)
    return PromiseCard(id=number, ref=f"P-2026-000{number}", draft=draft, first_due=due)


def customer(**said: object) -> CustomerCard:
    draft = CustomerDraft(name="Mrs Asha Patel", **said)
    return CustomerCard(
        id=5, ref="K-0005", draft=draft, shown_name="Mrs Asha Patel", added_on=TODAY
    )


def sheet(*needs: SupportDraft, ends_on: date = DAY) -> SupportSheet:
    note = SafetyDraft(
        kind=SafetyKind.PATCH_TEST,
        text="hair dye",
        yes_words="yes",
        agreed_on=TODAY,
        result="clear",
        ends_on=ends_on,
    )
    return SupportSheet(
        customer_id=5,
        needs=tuple(
            SupportCard(id=number, customer_id=5, draft=draft)
            for number, draft in enumerate(needs, 1)
        ),
        safety=(SafetyCard(id=1, customer_id=5, draft=note),),
    )


def need(kind: SupportNeed = SupportNeed.CLEAR_SPEECH, visible_to: str = "") -> SupportDraft:
    return SupportDraft(need=kind, yes_words="yes", agreed_on=TODAY, visible_to=visible_to)


def test_promises_stand_by_their_time_and_those_without_one_last():
    early, late = datetime(2026, 10, 1, 8, tzinfo=UTC), datetime(2026, 10, 1, 15, tzinfo=UTC)
    cards = (promise(3), promise(2), promise(4, late), promise(1, early))
    assert [card.id for card in in_time_order(cards)] == [1, 4, 2, 3]


def test_a_stop_has_what_is_needed_on_the_way():
    whom = customer(
        addresses=(Address(lines="3 Orchard Close\nLeicester", postcode="LE9 2XX"),),
        reaches=(
            Reach(kind=ReachKind.EMAIL, shown="asha@patel.example"),
            Reach(kind=ReachKind.PHONE, shown="01632 960555", label="home"),
            Reach(kind=ReachKind.PHONE, shown="07700 900123"),
        ),
    )
    at = datetime(2026, 10, 1, 8, 30, tzinfo=UTC)
    job = Job(promise=promise(1, at, job_ref="J-1"), customer=whom, sheet=sheet(need()))
    paper = round_paper((job,), DAY, "Hollins", words(), TODAY, LONDON)
    (stop,) = paper.stops
    assert (paper.heading, paper.note) == ("Thursday 1 October 2026", "")
    assert (stop.time, stop.place) == ("09:30", "3 Orchard Close, Leicester, LE9 2XX")
    assert stop.reach == "01632 960555 (home) · 07700 900123"
    assert stop.what == "Fit the tap (P-2026-0001)"
    assert stop.more == "Who sees to it: Tom · Job or order: J-1"
    assert stop.help.startswith("How to help")


def test_a_stop_without_a_customer_says_so_and_a_day_without_stops_too():
    paper = round_paper((Job(promise=promise()),), DAY, "Hollins", words(), TODAY, LONDON)
    assert (paper.stops[0].name, paper.stops[0].time) == ("Nobody named", "Any time")
    none = round_paper((), DAY, "Hollins", words(), TODAY, LONDON)
    assert none.note == "Nothing is promised for Thursday 1 October 2026."
    named = Job(promise=replace(promise(), customer_name="Ben"))
    assert round_paper((named,), DAY, "", words(), TODAY, LONDON).stops[0].name == "Ben"


@pytest.mark.parametrize(("who", "sees"), [("Tom", False), ("Ruth", True)])
def test_a_need_that_only_some_may_see_is_for_the_sheet_of_the_one_who_goes(who, sees):
    kept = sheet(need(), need(SupportNeed.QUIET_TIME, "Ruth"))
    job = Job(promise=promise(promiser=who), customer=customer(ask_for="Asha"), sheet=kept)
    paper = job_sheet(job, "Hollins", words(), TODAY, LONDON)
    assert ("quiet" in paper.help) is sees
    assert ("Ask for", "Asha") in paper.pairs


def test_the_job_sheet_tells_what_to_mind_until_it_has_ended():
    job = Job(promise=promise(), customer=customer(), sheet=sheet())
    assert job_sheet(job, "", words(), TODAY, LONDON).safety == ("Patch test: hair dye, clear",)
    over = replace(job, sheet=sheet(ends_on=date(2026, 9, 1)))
    assert job_sheet(over, "", words(), TODAY, LONDON).safety == ()


def test_a_job_sheet_without_a_customer_is_named_by_what_it_is():
    paper = job_sheet(Job(promise=promise()), "Hollins", words(), TODAY, LONDON)
    assert (paper.heading, paper.safety, paper.help) == ("Job sheet", (), "")
    assert paper.title == "Job sheet P-2026-0001"


def test_demand_35_own_fields_are_printed_on_the_job_sheet():
    def field(number: int, kind: OwnFieldKind, name: str) -> OwnFieldCard:
        return OwnFieldCard(
            id=number, draft=OwnFieldDraft(on=OwnFieldOn.PROMISE, name=name, kind=kind)
        )

    fields = (
        field(1, OwnFieldKind.TEXT, "Boiler"),
        field(2, OwnFieldKind.DAY, "Serviced"),
        field(3, OwnFieldKind.YES_NO, "Gas"),
        field(4, OwnFieldKind.TEXT, "Empty"),
        field(5, OwnFieldKind.TEXT, "Key"),
    )
    made = promise(own={"1": "Baxi 24", "2": "2026-03-04", "3": "yes"})
    job = Job(promise=made, customer=customer(own={"5": "under the pot", "1": "old"}))
    pairs = job_sheet(job, "", words(), TODAY, LONDON, fields).pairs
    assert pairs[-4:] == (
        ("Boiler", "Baxi 24"),
        ("Serviced", "4 March 2026"),
        ("Gas", "Yes"),
        ("Key", "under the pot"),
    )


def test_a_slip_has_no_more_than_the_promise():
    at = datetime(2026, 10, 1, 16, tzinfo=UTC)
    job = Job(promise=promise(1, at, remedy="£10 off"), customer=customer(), sheet=sheet(need()))
    made = slip(job, "Hollins", "Ring us.", words(), LONDON)
    assert dict(made.pairs) == {
        "For": "Mrs Asha Patel",
        "What we promise": "Fit the tap",
        "By when": "Thursday 1 October 2026, by 17:00",
        "Who sees to it": "Tom",
        "If we miss it": "£10 off",
    }
    assert made.foot == "Ring us. Say P-2026-0001."


def test_a_slip_says_on_what_the_promise_depends():
    made = slip(Job(promise=promise(condition="the tap is here")), "", "", words(), LONDON)
    assert dict(made.pairs)["It depends on"] == "the tap is here"
    assert "If we miss it" not in dict(made.pairs)


def test_an_empty_slip_has_a_line_for_everything():
    made = slip(None, "Hollins", "", words(), LONDON)
    assert [value for _, value in made.pairs] == [""] * 6
    assert made.foot == ""
