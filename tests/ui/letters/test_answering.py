# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""From the answer that was typed to the letter that gives it: nothing is typed twice."""

import pytest

from servicedesk.domain.complaints import Finding, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import IssueDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.letters_complaints_answer import HalfAnswer
from servicedesk.ui.letters.state import About, Step, Then
from servicedesk.ui.people.half_answer import answer_kept_as, half_answer
from tests.services.letters_made import TODAY
from tests.ui.letters.hands import button, field_of
from tests.ui.letters.test_complaints import complaint

WHY = "The motor had been run dry."


@pytest.fixture
def looked_into(room):
    """A complaint that is being looked into."""
    number = complaint(room)
    room.bench.services.complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), "Ruth")
    return number


def half_typed(room, number, **said):
    room.bench.services.drafts.keep(*answer_kept_as(number), said)


@pytest.mark.parametrize(
    ("finding", "letter"),
    [("upheld", "L04"), ("partly", "L05"), ("not_upheld", "L06"), ("no_finding", "L06")],
)
def test_the_answer_that_was_typed_opens_its_letter_with_what_was_typed(
    room, looked_into, finding, letter
):
    half_typed(room, looked_into, finding=finding, words=WHY, channel="email")
    room.go("", f"complaint:{looked_into}:answer")
    state = room.page.presenter.state
    assert (state.step, state.template.id) == (Step.WRITE, letter)
    assert WHY in str(field_of(room, "findings").value())
    assert WHY in state.drawn.words
    button(room, "Another letter").click()
    assert room.heard.places[-1].item == f"complaint:{looked_into}"


def test_an_answer_is_not_offered_again_once_its_letter_is_out(room, looked_into):
    half_typed(room, looked_into, finding="upheld", words=WHY)
    room.go("L04", f"complaint:{looked_into}")
    for name in ("what_happened", "effect_on_you", "remedies", "change"):
        room.page.presenter.type(name, "The saw stopped")
    room.page.write.issue(Then.PRINT)
    room.settle()
    card = room.bench.services.complaints.get(looked_into)
    assert (card.stage, card.finding) == (Stage.DECIDED, Finding.UPHELD)
    assert half_answer(room.bench, looked_into) == HalfAnswer()


def test_without_a_finding_only_the_answers_are_offered(room, looked_into):
    half_typed(room, looked_into, words=WHY)
    room.go("", f"complaint:{looked_into}:answer")
    assert {one.id for one in room.page.presenter.state.choices} == {"L04", "L05", "L06"}
    room.go("L05", f"complaint:{looked_into}")
    assert str(field_of(room, "findings").value()) == WHY


def test_reasons_for_all_points_stand_after_each_of_them(room, looked_into):
    parts = room.bench.services.complaints.parts
    point = IssueDraft(text="It smoked", finding=Finding.UPHELD, reasons="No oil")
    parts.add_issue(looked_into, point, "Ruth")
    half_typed(room, looked_into, words=WHY)
    room.go("", f"complaint:{looked_into}:answer")
    said = str(field_of(room, "findings").value())
    assert said.splitlines()[-1] == WHY
    assert "No oil" in said


def test_where_no_answer_fits_every_letter_is_offered(room):
    number = complaint(room)
    room.go("", f"complaint:{number}:answer")
    assert "L01" in {one.id for one in room.page.presenter.state.choices}
    half_typed(room, number, finding="nonsense")
    assert half_answer(room.bench, number) == HalfAnswer()


def test_a_place_names_the_answer_to_a_complaint():
    about = About.read("complaint:3:answer")
    assert (about.gives_answer, about.item) == (True, "complaint:3:answer")
    assert about.subject == "complaint:3"
    assert not About.read("customer:3:answer").gives_answer
