# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The guides of the settings and of the first run agree with the charter, trades and retention."""

from dataclasses import replace

import pytest

from servicedesk.content.guides import load_guide
from servicedesk.content.sectors import list_sectors
from servicedesk.domain.business import RETENTION_PREFIX
from servicedesk.domain.calendars import Nation
from servicedesk.domain.guides import Guide, Prints, Question, all_questions
from servicedesk.domain.guides_answers import checked
from servicedesk.domain.retention import RETENTION, RetainedKind, rule_for
from tests.helpers.builders import RESOURCES, charter_guide

SETTINGS = load_guide(RESOURCES, "settings")
FIRST_RUN = load_guide(RESOURCES, "first_run")


def by_id(guide: Guide) -> dict[str, Question]:
    return {question.id: question for question in all_questions(guide)}


def bare(question: Question) -> Question:
    """A question without how it prints and whether the charter needs it."""
    return replace(question, prints=Prints.NOTHING, print_label="", is_required=False)


@pytest.mark.parametrize("guide", [SETTINGS, FIRST_RUN], ids=["settings", "first_run"])
def test_what_the_charter_asks_too_is_asked_in_the_same_words(guide: Guide) -> None:
    charter = by_id(charter_guide())
    shared = by_id(guide).keys() & charter.keys()
    assert shared
    for question_id in shared:
        assert bare(by_id(guide)[question_id]) == bare(charter[question_id])


def test_the_first_run_asks_nothing_that_the_settings_lack() -> None:
    settings = by_id(SETTINGS)
    for question in all_questions(FIRST_RUN):
        assert settings[question.id] == question
    assert len(FIRST_RUN.pages) == 4


def test_every_trade_can_be_chosen_under_its_own_name() -> None:
    offered = {choice.id: choice.label for choice in by_id(SETTINGS)["trade"].choices}
    assert offered == {name.id: name.title for name in list_sectors(RESOURCES)}


def test_every_time_that_can_be_chosen_is_asked_and_the_usual_one_fits() -> None:
    asked = {
        question.id.removeprefix(RETENTION_PREFIX): question
        for question in all_questions(SETTINGS)
        if question.id.startswith(RETENTION_PREFIX)
    }
    assert set(asked) == {kind.value for kind in RetainedKind if RETENTION[kind].months}
    for kind, question in asked.items():
        for nation in Nation:
            months = rule_for(RetainedKind(kind), nation).months
            assert checked(question, months) == months
