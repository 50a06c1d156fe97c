# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an import would change is listed before it does: who, what, from what to what."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.customers import Address, CustomerDraft, Reach, ReachKind
from servicedesk.domain.importing import Fate, Meaning
from servicedesk.domain.importing_changes import listed
from servicedesk.domain.importing_plan import Action

PHONE = Reach(kind=ReachKind.PHONE, shown="07700 900401")
EMAIL = Reach(kind=ReachKind.EMAIL, shown="ann@post.example")
ANN = CustomerDraft(name="Ann Hill", reaches=(PHONE,), own={"1": "blue"})
NOBODY = CustomerDraft(reaches=(EMAIL,))
BARE = CustomerDraft()


def action(key: int, draft: CustomerDraft, fate: Fate = Fate.UPDATED) -> Action:
    return Action(fate=fate, line=key + 10, key=key, draft=draft)


def test_each_answer_that_changes_is_one_line() -> None:
    after = replace(
        ANN,
        reaches=(PHONE, EMAIL),
        addresses=(Address(lines="4 Mill Lane\nLeeds", postcode="LS1 4DY"),),
        first_visit_on=date(2019, 4, 3),
        own={"1": "red", "2": ""},
    )
    found, count = listed([action(1, after)], {1: ANN})
    assert [(one.line, one.who, one.what, one.old, one.new) for one in found] == [
        (11, "Ann Hill", Meaning.EMAIL, "", "ann@post.example"),
        (11, "Ann Hill", Meaning.ADDRESS, "", "4 Mill Lane, Leeds, LS1 4DY"),
        (11, "Ann Hill", Meaning.SINCE, "", "2019-04-03"),
        (11, "Ann Hill", Meaning.OWN, "blue", "red"),
    ]
    assert count == 4


def test_later_rows_change_what_earlier_ones_left_and_only_those_who_are_there_count() -> None:
    once = replace(ANN, notes="One.")
    actions = [
        action(1, once),
        action(1, replace(once, notes="One.\nTwo.")),
        action(1, ANN, Fate.SKIPPED),
        action(-2, ANN, Fate.UPDATED),
        action(3, replace(NOBODY, name="Bo")),
        action(4, replace(BARE, name="Cy")),
    ]
    found, count = listed(actions, {1: ANN, 3: NOBODY, 4: BARE}, most=3)
    assert [(one.who, one.old, one.new) for one in found] == [
        ("Ann Hill", "", "One."),
        ("Ann Hill", "One.", "One. Two."),
        ("ann@post.example", "", "Bo"),
    ]
    assert count == 4
