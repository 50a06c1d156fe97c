# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A month in which a shop asks its customers, by keyboard, in the real program.

Forty cards and a sample week keyed in, with a power cut in the middle and one step taken back; two
followed up; the page for the wall, the records behind each figure, and the report in three forms
say what was keyed in. Each scene is a process of its own on the same file.
"""

import csv
import json
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.figures import Part
from servicedesk.domain.periods import PeriodName, period_of
from servicedesk.services.printing import Printing
from tests.journeys import feedback_month
from tests.journeys.feedback_month import (
    BEHIND,
    FIRST_PILE,
    HANDED_OUT,
    LET_DOWN,
    PAIRS,
    RANG,
    SECOND_PILE,
)
from tests.journeys.living import keys_of, live_all, set_up

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")

MARKS = (*FIRST_PILE, *SECOND_PILE, *(mark for mark, _, _ in LET_DOWN.values()))
SATISFIED = sum(mark >= 4 for mark in MARKS)
RUNG = date(2026, 10, 14)
END = date(2026, 11, 4)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The folder of the journey once all of it is lived."""
    folder = tmp_path_factory.mktemp("month")
    set_up(folder, owner_name="Ruth Day")
    live_all(folder, feedback_month)
    return folder


def said_by(path: Path) -> str:
    """The words of a PDF on one line."""
    return " ".join(" ".join(Printing().texts(path.read_bytes())).split())


def rows_of(lived: Path) -> tuple[list[list[str]], list[list[object]]]:
    """The lines of the CSV file and those of the workbook, their heads left out."""
    text = (lived / "report.csv").read_text(encoding="utf-8-sig")
    head, *table = csv.reader(StringIO(text, newline=""))
    book = CalamineWorkbook.from_path(lived / "report.xlsx")
    other, *sheet = book.get_sheet_by_index(0).to_python()
    assert other == head
    return table, sheet


def same(cell: object, text: str) -> bool:
    """Whether a cell of the workbook says what one of the CSV file says."""
    if isinstance(cell, int | float):
        return Decimal(str(cell)) == Decimal(text)
    return cell == text


def test_all_forty_cards_are_there_once_through_a_power_cut_and_a_step_back(
    lived, desk, record_property
):
    record_property("keys", f"A month of asking: {keys_of(lived, feedback_month)}")
    feedback = desk.services.feedback
    cards = [feedback.get(number) for number in feedback.lists.ids(FeedbackChip.ALL)]
    assert Counter(card.draft.scores.satisfaction for card in cards) == Counter(MARKS)
    (batch,) = feedback.cards.all()
    assert (batch.draft.handed_out, batch.came_back) == (HANDED_OUT, 40)
    assert {card.draft.batch_id for card in cards} == {batch.id}
    assert desk.services.drafts.kept("feedback_pile", "") is None


def test_both_who_were_let_down_were_followed_up(desk):
    feedback = desk.services.feedback
    cards = [feedback.get(number) for number in feedback.lists.ids(FeedbackChip.ALL)]
    told = {card.draft.called: card for card in cards if card.follow_up_due is not None}
    assert set(told) == set(LET_DOWN)
    for name, (mark, words, reach) in LET_DOWN.items():
        card = told[name]
        assert (card.draft.scores.satisfaction, card.draft.text) == (mark, words)
        assert card.draft.reach == reach
        assert card.follow_up_due == date(2026, 10, 15)
        assert (card.followed_up_on, card.follow_up_note) == (RUNG, RANG)
    assert not feedback.lists.ids(FeedbackChip.FOLLOW_UP)


def test_the_sample_week_says_two_numbers_a_line(desk):
    (week,) = desk.services.samples.weeks()
    assert (week.first, week.last) == (date(2026, 10, 12), date(2026, 10, 16))
    assert {line.title: (line.met, line.seen) for line in week.lines} == PAIRS


def test_the_page_for_the_wall_says_what_was_counted_and_nobodys_name(lived):
    said = said_by(lived / "wall.pdf")
    for title, (met, seen) in PAIRS.items():
        assert title in said
        assert f"of the {seen} counted in the sample week, 12 to 16 October 2026" in said
        assert f"{met} of {seen}" in said or f"{round(100 * met / seen)} %" in said
    assert said.count("early sign") == 1
    assert "Version 1 · in force from 5 October 2026" in said
    assert "5 October to 4 November 2026" in said
    assert not [name for name in (*LET_DOWN, "Patel") if name in said]
    assert "likely" not in said  # intervals are never on customers' paper


def test_each_figure_led_to_exactly_as_many_records_as_it_says(lived):
    opened = json.loads((lived / BEHIND).read_text(encoding="utf-8"))
    points = {
        f"{count}, How satisfied, from 1 to 5, {mark}": count
        for mark, count in Counter(MARKS).items()
    }
    assert opened == {
        "1 of 1, Promises kept": 1,
        "0 of 1, Date moved by agreement": 1,  # where none has it, the one it is counted from
        "1, What became of promises, Kept": 1,
        f"{100 * SATISFIED // 40} %, Satisfied customers": SATISFIED,
        "of the 40 answers, Satisfied customers": 40,
        "4.2, Satisfied on average": 40,
        "67 %, Cards that came back": 40,
        **points,
    }


def test_demand_13_the_report_has_equal_totals_on_paper_in_csv_and_in_xlsx(lived, desk):
    """Demand 13: as saved by a person, and as counted now."""
    printed, (table, sheet) = said_by(lived / "report.pdf"), rows_of(lived)
    assert len(table) == len(sheet)
    for line, cells in zip(table, sheet, strict=True):
        assert all(map(same, cells, line))
    numbers = {line[1]: (line[2], line[5], line[6]) for line in table}
    assert numbers["Satisfied customers"] == ("80 %", str(SATISFIED), "40")
    assert numbers["Cards that came back"] == ("67 %", "40", str(HANDED_OUT))
    report = desk.services.figures.report(period_of(PeriodName.LAST_90_DAYS, END))
    figures = [one for section in report.sections for one in section.figures]
    assert {section.part for section in report.sections} >= {Part.PROMISES, Part.SATISFACTION}
    for figure in figures:
        if figure.is_recorded and figure.part is not None:
            assert f" {figure.part} {figure.base} " in printed
    for title, (shown, part, base) in numbers.items():
        if part and base and ":" not in title:
            assert f"{title} {shown} {part} {base}" in printed
