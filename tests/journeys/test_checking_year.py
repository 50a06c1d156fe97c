# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A year between two checks of oneself, by keyboard, in the real program.

All 68 questions answered, with a power cut half-way and a note half typed; the result, the report
and the plan on paper; three things done with what shows it; and a year later the same questions,
with the difference. Each scene is a process of its own on the same file.
"""

import sys
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionSource, ActionState, state_of
from servicedesk.domain.actions_rules import ActionChip
from servicedesk.domain.checks import Bank, CheckCard
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.wording import check_wording
from servicedesk.domain.wording_text import Context, FindingCode
from servicedesk.services.printing import Printing
from tests.journeys import checking_year
from tests.journeys.checking_year import (
    DOES_IT,
    DONE,
    FIRST,
    KEYS,
    NOTES,
    OTHERWISE,
    SECOND,
    Sheet,
    questions,
)
from tests.journeys.living import keys_of, live_all, looked_into, set_up

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")

HELPER = PersonDraft(name="Tom Reed", limit_pence=2000)
LIMIT = 19
"""The question on what a helper may decide alone, which the records answer."""

RESULT = {"then": (81, "Building"), "now": (94, "Strong")}
"""Number and word, worked out by hand from the answers: 139 and 161 of 172 points.

Then a key question is answered no, so that the word stays below that of the number.
"""

BETTER, WORSE = (3, 7, 14, 24, 33, 40, 43, 55, 58, 64), (54,)
"""Questions whose answer is another one a year later."""

WHAT_IT_IS = (
    "This is your own view on {day} of how your business works, using questions based on themes of "
    "the customer-service code of practice BS 8477. The questions are ours. It is not an audit, a "
    "certificate or a statement that the code is followed. BS 8477 is guidance from the British "
    "Standards Institution, which has not checked this result or this software."
)

DAYS = {"then": "23 November 2026", "now": "24 November 2027"}
PAPERS = ("report", "plan", "plan_done", "report_now")
REPORTS = {"then": "report", "now": "report_now"}
CHECKED = date(2026, 11, 23)
DAY_DONE = date(2026, 12, 15)
DUE = date(2026, 12, 22)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The folder of the journey once all of it is lived."""
    folder = tmp_path_factory.mktemp("year")
    set_up(folder, owner_name="Ruth Day")
    with looked_into(folder) as desk:
        desk.services.people.add(HELPER, DOES_IT)
    live_all(folder, checking_year)
    return folder


def said_by(lived: Path, name: str) -> str:
    """The words of a paper on one line."""
    data = (lived / f"{name}.pdf").read_bytes()
    return " ".join(" ".join(Printing().texts(data)).split())


def shown(lived: Path, name: str) -> str:
    """What the result said on the screen."""
    return (lived / f"{name}.txt").read_text(encoding="utf-8")


def text_of(number: int) -> str:
    """A question by its number."""
    return list(questions().questions)[number - 1].text


def action_of(number: int) -> str:
    """What to do about a question."""
    return list(questions().questions)[number - 1].action


def checks_of(desk) -> dict[str, CheckCard]:
    """Both checks as kept."""
    now, then = desk.services.checks.finished(Bank.SELF_CHECK)
    return {"then": then, "now": now}


@pytest.mark.parametrize(("name", "sheet"), [("then", FIRST), ("now", SECOND)])
def test_all_68_answers_are_kept_as_given_through_a_power_cut(desk, name: str, sheet: Sheet):
    card = checks_of(desk)[name]
    assert desk.services.checks.open_one(Bank.SELF_CHECK) is None
    assert (len(card.asked), card.has_staff, card.is_short) == (68, True, False)
    given = [card.answers[key] for key in card.asked]
    assert [one.answer for one in given] == [KEYS[key] for key in sheet.answers]
    notes = {at: one.note for at, one in enumerate(given, 1) if not one.is_from_records}
    assert {at: note for at, note in notes.items() if note} == sheet.notes
    because = {at: one.departure for at, one in enumerate(given, 1) if one.departure}
    assert because == OTHERWISE
    assert given[LIMIT - 1].is_from_records


@pytest.mark.parametrize("name", RESULT)
def test_the_result_says_number_word_and_what_it_is_not(lived, name: str):
    number, word = RESULT[name]
    said = shown(lived, name)
    assert f"{number} of 100: {word}" in said
    assert WHAT_IT_IS.format(day=DAYS[name]) in said
    assert ("By the number alone it would be “Established”" in said) is (name == "then")
    for reason in OTHERWISE.values():
        assert f"We do it differently because: {reason}" in said


def test_the_first_result_names_the_three_to_begin_with(lived, record_property):
    record_property("keys", f"A year between two checks: {keys_of(lived, checking_year)}")
    said = shown(lived, "then")
    places = [said.index(action_of(number)) for number in DONE]
    assert places == sorted(places)
    assert "Compared with last time" not in said
    assert " since " not in said


@pytest.mark.parametrize(("name", "paper"), REPORTS.items())
def test_the_report_says_the_result_and_every_question(lived, name: str, paper: str):
    number, word = RESULT[name]
    said = said_by(lived, paper)
    assert f"{number} of 100 points. In a word: {word}." in said
    assert WHAT_IT_IS.format(day=DAYS[name]) in said
    assert "Part by part, of 100 points" in said
    assert not [one.text for one in questions().questions if one.text not in said]
    for reason in OTHERWISE.values():
        assert reason in said
    assert "answered by owner" not in said  # nobody has said who serves


def test_the_report_says_what_shows_it_and_who_does_what(lived):
    said = said_by(lived, "report")
    for note in NOTES.values():
        assert f"Noted: {note}" in said
    for place, number in enumerate(DONE, 1):
        assert f"{place}. {action_of(number)} {text_of(number)} No." in said
    assert said.count("On the list of things to do: Ruth, by 22 December 2026") == len(DONE)


def test_the_plan_says_who_does_the_three_and_by_when_and_later_what_shows_it(lived):
    before, after = said_by(lived, "plan"), said_by(lived, "plan_done")
    assert "3 to do · Printed Tuesday 24 November 2026" in before
    assert "Nothing is left to do." in after
    from_where = f"Checking ourselves {DOES_IT}"
    for number, shows in DONE.items():
        action = action_of(number)
        assert f"{action} {text_of(number)} {from_where} 22 December 2026" in before
        assert f"{action} {from_where} 15 December 2026 {shows} Look from 15 March 2027 on" in after


def test_the_three_are_done_with_what_shows_it(desk):
    actions = desk.services.actions.list(ActionChip.ALL)
    assert {card.draft.text: card.draft.evidence for card in actions} == {
        action_of(number): shows for number, shows in DONE.items()
    }
    assert {card.draft.source for card in actions} == {ActionSource.SELF_CHECK}
    assert {card.draft.source_id for card in actions} == {checks_of(desk)["then"].id}
    assert {(card.draft.due, card.draft.done_on) for card in actions} == {(DUE, DAY_DONE)}
    assert {state_of(card) for card in actions} == {ActionState.DONE}


def test_a_year_later_the_difference_is_said_and_question_by_question(lived, desk):
    comparison = desk.services.checks.compared(checks_of(desk)["now"].id)
    assert comparison is not None
    assert comparison.points == RESULT["now"][0] - RESULT["then"][0]
    assert [one.question.text for one in comparison.better] == list(map(text_of, BETTER))
    assert [one.question.text for one in comparison.worse] == list(map(text_of, WORSE))
    said = shown(lived, "now")
    since = f"+13 points since {DAYS['then']}, on the 68 questions answered both times."
    assert since in said
    assert f"Beside {DAYS['then']}: better 10, not as good 1, the same 57." in said
    assert f"{text_of(3)} | then no, now yes" in said
    assert f"{text_of(54)} | then yes, now no" in said
    paper = said_by(lived, "report_now")
    assert since in paper
    changed = paper.partition(f"Since last time, {DAYS['then']}")[2].partition("All answers")[0]
    better, _, worse = changed.rpartition("Not as good Question")
    for number in BETTER:
        before = "Partly" if FIRST.answers[number - 1] == "p" else "No"
        assert f"{text_of(number)} {before} Yes" in better
    assert f"{text_of(54)} Yes No" in worse


@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_claims_what_nobody_has_given(lived, paper: str):
    said = said_by(lived, paper)
    blocked = {FindingCode.STANDARD_CLAIM, FindingCode.SEAL}
    for start in range(0, len(said), 200):
        found = check_wording(said[start : start + 400], context=Context.FREE_TEXT)
        assert blocked.isdisjoint(one.code for one in found)
