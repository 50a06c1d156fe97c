# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the place of the fields: the charter's own sentences, settings, one table."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from servicedesk.domain.backups import MOST_DAILY, MOST_MONTHLY, MOST_WEEKLY
from servicedesk.domain.calendars import Nation
from servicedesk.domain.letters import Part, PartKind
from servicedesk.domain.people import PersonCard, Role
from servicedesk.domain.retention import (
    RETENTION,
    RetainedKind,
    RetentionEnd,
    RetentionRule,
    RetentionStart,
    rule_for,
)
from servicedesk.domain.standards import StandardChannel, StopEvent
from servicedesk.domain.written_fields import (
    FILLED_IN,
    LAW_FACTS,
    MAY_NAME,
    missing_in,
    names_in,
    standard_for,
)
from servicedesk.domain.written_values import (
    PROMISES_MOST,
    WrittenSource,
    has_helpers,
    kept_for,
    written_values,
)
from tests.helpers.builders import charter_draft, charter_source, open_hours, promise, words

ANSWERS = {
    "trading_name": "The Corner Café",
    "owner_name": "Ruth Hollins",
    "phone": "0161 496 0123",
    "email": "hello@corner.example",
    "address": "12 High Street,\nStockport",
}
RUTH = PersonCard(id=1, name="Ruth Hollins", role=Role.OWNER, stand_in_id=2)
TOM = PersonCard(id=2, name="Tom", role=Role.STAFF, limit_pence=2000)
ANN = PersonCard(id=3, name="Ann", role=Role.SERVICE_LEAD)
SAM = PersonCard(id=4, name="Sam", role=Role.STAND_IN)


def made(**other):
    values = {
        "answers": ANSWERS,
        "hours": None,
        "people": (),
        "charter": None,
        "nation": Nation.ENG,
        "law": {},
        "phrases": words(),
    }
    return WrittenSource(**{**values, **other})


def charter(*standards, **answers):
    draft = charter_draft(standards=standards)
    blank = {"complaint_person": "", "complaint_stand_in": ""}
    return charter_source(replace(draft, answers={**draft.answers, **blank, **answers}))


def test_every_value_has_a_name_that_a_paper_may_name():
    full = made(
        hours=open_hours(),
        people=(RUTH, TOM, ANN),
        charter=charter(promise("a")),
        law=dict.fromkeys(LAW_FACTS, "L"),
    )
    assert set(written_values(full)) <= MAY_NAME
    assert all(written_values(full).values())


def test_ways_are_those_that_are_known_and_nobody_is_sent_to_a_shop_that_is_none():
    assert written_values(made())["ways"].splitlines() == [
        "Ring 0161 496 0123.",
        "Write to hello@corner.example.",
        "Come to us, or send a letter: 12 High Street, Stockport.",
    ]
    goes = {**ANSWERS, "how_you_work": ("you_go",), "phone": "", "email": ""}
    assert written_values(made(answers=goes))["ways"] == "Send a letter: 12 High Street, Stockport."
    comes = {**goes, "how_you_work": ("they_come", "you_go")}
    assert written_values(made(answers=comes))["ways"].startswith("Come to us")
    assert "ways" not in written_values(made(answers={}))


@pytest.mark.parametrize(
    ("people", "handler", "stand_in", "lead"),
    [
        ((), "Ruth Hollins", "", "Ruth Hollins"),
        ((RUTH, TOM), "Ruth Hollins", "Tom", "Ruth Hollins"),
        ((RUTH, ANN, TOM), "Ann", "", "Ann"),
        ((RUTH, ANN, SAM), "Ann", "Sam", "Ann"),
    ],
)
def test_people_see_to_complaints_as_they_are_known(people, handler, stand_in, lead):
    found = written_values(made(people=people))
    said = tuple(found.get(name, "") for name in ("handler", "stand_in", "lead"))
    assert said == (handler, stand_in, lead)


def test_who_the_charter_names_goes_first_and_nobody_stands_in_for_themselves():
    named = charter(complaint_person="Jo", complaint_stand_in="Jo")
    found = written_values(made(people=(RUTH, TOM), charter=named))
    assert found["handler"] == "Jo"
    assert "stand_in" not in found


def test_limits_are_said_of_those_who_have_one():
    found = written_values(made(people=(RUTH, TOM)))
    assert found["limits"] == "Tom may put something right up to £20 without asking."


def test_helpers_are_whoever_is_not_the_owner():
    assert not has_helpers(())
    assert not has_helpers((RUTH,))
    assert has_helpers((RUTH, TOM))


def test_promises_are_the_charters_own_sentences_and_at_most_a_handful():
    many = charter(*(promise(f"p{place}") for place in range(PROMISES_MOST + 3)))
    assert len(written_values(made(charter=many))["promises"].splitlines()) == PROMISES_MOST
    assert "promises" not in written_values(made(charter=charter()))
    assert "promises" not in written_values(made(charter=charter(promise("a", is_ticked=False))))


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("promise.acknowledge", {"stop_event": StopEvent.COMPLAINT_ACKNOWLEDGED}),
        ("promise.decide", {"stop_event": StopEvent.COMPLAINT_DECIDED}),
        (
            "promise.call",
            {"stop_event": StopEvent.CONTACT_ANSWERED, "channel": StandardChannel.PHONE},
        ),
        (
            "promise.message",
            {"stop_event": StopEvent.CONTACT_ANSWERED, "channel": StandardChannel.EMAIL},
        ),
        ("promise.late", {"page": "late", "stop_event": StopEvent.OWN_WORDS}),
        ("promise.refund", {"stop_event": StopEvent.REFUNDED}),
    ],
)
def test_a_promise_is_found_by_what_it_is_about(name, standard):
    right = promise("right", **standard)
    plain = promise(
        "plain", stop_event=StopEvent.OWN_WORDS, channel=StandardChannel.COUNTER, page="visits"
    )
    assert standard_for(name, (plain, right)) is right
    assert standard_for(name, (plain,)) is None
    found = written_values(made(charter=charter(plain, right)))
    is_of_complaints = name in ("promise.acknowledge", "promise.decide")
    assert (found[name] in found["promises"]) is not is_of_complaints
    others = [one for one in FILLED_IN if one.startswith("promise.") and one != name]
    assert not [one for one in others if one in found]


def test_a_late_promise_is_found_wherever_it_stands():
    slip = promise("order_slip", page="the_job")
    assert standard_for("promise.late", (slip,)) is slip


@pytest.mark.parametrize("nation", list(Nation))
@pytest.mark.parametrize("kind", list(RetainedKind))
def test_every_kind_says_how_long_in_every_nation(kind, nation):
    found = written_values(made(nation=nation))[f"keep.{kind.value}"]
    months = rule_for(kind, nation).months
    if months:
        assert (f"{months // 12} years" if not months % 12 else f"{months} months") in found


def test_how_long_comes_from_the_settings_where_the_owner_set_it():
    answers = {**ANSWERS, "retention_complaint": 30, "retention_feedback": 12}
    found = written_values(made(answers=answers))
    assert found["keep.complaint"] == "for 30 months after the matter is closed"
    assert found["keep.feedback"] == (
        "for 1 year after you tell us, then only as figures without your name"
    )


@pytest.mark.parametrize("start", list(RetentionStart))
@pytest.mark.parametrize("months", [None, 0, 1, 24])
def test_there_are_words_for_whatever_the_table_may_say(start, months):
    rule = RetentionRule(
        kind=RetainedKind.BREACH, start=start, months=months, end=RetentionEnd.REMOVE
    )
    assert kept_for(rule, words())


def test_the_rotation_of_backups_is_said_with_its_own_numbers():
    said = written_values(made())["keep.backups"]
    for number, unit in ((MOST_DAILY, "days"), (MOST_WEEKLY, "weeks"), (MOST_MONTHLY, "months")):
        assert f"{number} {unit}" in said


def test_missing_is_what_the_owner_can_fill_in_and_a_paper_needs():
    parts = (
        Part(kind=PartKind.PARAGRAPH, text="{promise.decide} {stand_in} {law.legal_rights}"),
        Part(kind=PartKind.BULLET, text="{ways}", only_if="!hours_line"),
    )
    assert set(names_in(parts)) == {
        *("promise.decide", "stand_in", "law.legal_rights", "ways", "hours_line"),
    }
    assert missing_in(parts, {"ways": "W"}) == ("promise.decide", "hours_line")


def test_the_table_of_retention_is_the_only_place_of_periods():
    assert {f"keep.{kind.value}" for kind in RETENTION} <= MAY_NAME
    assert isinstance(FILLED_IN, MappingProxyType)
