# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The question sheet asks what fits how a business meets its customers, and no name."""

import pytest

from servicedesk.domain.charters_asking import question_sheet
from tests.helpers.builders import charter_source

WAITS = {
    ("they_come",): "ring back",
    ("they_come", "they_leave"): "hear from us",
    ("they_come", "you_go"): "how exact",
    ("you_send",): "reach you",
    (): "ring back",
    None: "ring back",
}


@pytest.mark.parametrize("ways", WAITS)
def test_one_question_fits_how_people_wait(ways):
    sheet = question_sheet(charter_source(how_you_work=ways))
    assert WAITS[ways] in sheet.questions[2].text


def test_it_is_five_questions_from_a_named_business_without_asking_for_a_name():
    sheet = question_sheet(charter_source())
    assert sheet.business == "Hollins Hardware"
    assert sheet.title.startswith("Hollins Hardware")
    assert len(sheet.questions) == 5
    assert all(asked.choices or asked.lines for asked in sheet.questions)
    assert "no name" in sheet.intro


def test_without_a_name_over_the_door_the_place_for_it_is_shown():
    assert question_sheet(charter_source(trading_name=None)).business == "Your business name"
