# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The whole report: its parts, its words, its charts and the rows that files are made of."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.customers import Channel
from servicedesk.domain.figures import (
    ChartData,
    ChartKind,
    Figure,
    FigureUnit,
    Part,
    RecordsAt,
    Report,
    Sureness,
    Trend,
    Which,
)
from servicedesk.domain.figures_charts import causes_chart, times_charts
from servicedesk.domain.figures_counted import (
    AnswersCounted,
    ContactsCounted,
    Counted,
    RepliesCounted,
)
from servicedesk.domain.figures_making import share_figure, unrecorded
from servicedesk.domain.figures_table import COLUMNS, FigureRow, report_table
from servicedesk.domain.figures_words import (
    figure_words,
    interval_words,
    money_words,
    signed,
    value_words,
)
from servicedesk.domain.kinds import Kind
from tests.domain.figures_made import AUTUMN, full, promises, report
from tests.helpers.builders import RESOURCES, words

SAID = {
    "KPI",
    "NPS",
    "CSAT",
    "CES",
    "survey",
    "respondent",
    "promoter",
    "detractor",
    "metric",
}


def figures_in(found: Report) -> list[Figure]:
    return [figure for section in found.sections for figure in section.figures]


def charts_in(found: Report) -> dict[str, ChartData]:
    return {chart.code: chart for section in found.sections for chart in section.charts}


def rows_of(found: Report) -> dict[str, FigureRow]:
    return {row.title: row for row in report_table(found, words()).rows}


def every() -> list[Figure]:
    return figures_in(report(full())) + figures_in(report(Counted()))


def test_demand_34_every_figure_says_formula_n_period_and_base() -> None:
    for figure in every():
        said = figure_words(figure, words())
        assert said.title
        assert said.figure
        assert said.formula.endswith(".")
        assert said.period
        if figure.is_recorded and figure.value is not None:
            assert said.base
            counted = (f"{figure.base:,}", str(figure.part))
            assert any(one in f"{said.figure} {said.base}" for one in counted)
        else:
            assert said.base == ""
        assert not any(word.casefold() in repr(said).casefold() for word in SAID)


def test_every_figure_has_words_and_no_words_are_left_over() -> None:
    text = (RESOURCES / "words" / "en-GB" / "figures.toml").read_text("utf-8")
    assert set(tomllib.loads(text)["figure"]) == {figure.code for figure in every()}


def test_only_enough_cases_have_percent_or_an_interval() -> None:
    for figure in every():
        said = figure_words(figure, words())
        if figure.sureness in {Sureness.NONE, Sureness.FEW}:
            assert "%" not in said.line()
            assert (said.sure, said.trend) == ("", "")
        assert (said.caution == "early sign") == (
            figure.is_recorded and figure.sureness is Sureness.EARLY
        )
        assert "between" not in said.line()


def test_the_parts_stand_in_their_order_with_the_chief_figure_first() -> None:
    found = report(full())
    assert [section.part for section in found.sections] == list(Part)
    assert [section.figures[0].code for section in found.sections[:-1]] == [
        *("kept", "reply_within", "received", "with_cause", "satisfied", "element_index"),
        "returned",
    ]
    assert found.before.last == date(2026, 8, 31)


def test_an_empty_period_invents_nothing() -> None:
    found = report(Counted())
    said = {one.code: figure_words(one, words()).figure for one in figures_in(found)}
    assert said["kept"] == "Nothing decided yet"
    assert said["satisfied"] == "No answers yet"
    assert said["received"] == "0"
    for code in ("replies", "per_hundred", "cost", "returned", "related", "referred"):
        assert said[code] == "not recorded"
    assert charts_in(found) == {}
    assert not any("%" in one for one in said.values())


def test_replies_say_what_was_promised_or_how_long_they_took() -> None:
    said = [figure_words(one, words()) for one in figures_in(report(full()))]
    lines = {one.title: one.line() for one in said}
    assert lines["Answered in the time we promised, by phone"] == (
        "86 % of the 7 contacts we wrote down"
    )
    assert lines["Wait for an answer, by e-mail"] == (
        "1 hour 30 minutes, from 7 contacts we wrote down"
    )
    assert not any("by post" in title for title in lines)


def test_replies_that_a_standard_promised_open_its_cases() -> None:
    cases = RecordsAt(kind=Kind.STANDARD, which="all", period=AUTUMN, value="calls")
    phone = RepliesCounted(channel=Channel.PHONE, waits={}, judged=9, within=9, records=cases)
    counted = Counted(replies=(phone,))
    figure = next(one for one in figures_in(report(counted)) if one.code == "reply_within")
    assert (figure.records, figure.base) == (cases, 9)
    none = Counted(replies=(replace(phone, judged=0, within=0),))
    assert "not recorded" in {figure_words(one, words()).figure for one in figures_in(report(none))}


def test_a_trend_is_said_only_where_the_intervals_part() -> None:
    many = Counted(promises=promises(kept=300, late=0))
    worse = Counted(promises=promises(kept=100, late=200))
    kept = figures_in(report(many, worse))[0]
    assert kept.trend is Trend.UP
    assert figure_words(kept, words()).trend == "more than in the period before (33 %)"
    kept = figures_in(report(worse, many))[0]
    assert figure_words(kept, words()).trend == "less than in the period before (99 %)"
    kept = figures_in(report(many, Counted(promises=promises(kept=290, late=3))))[0]
    assert figure_words(kept, words()).trend == "no clear change"
    assert figure_words(figures_in(report(many))[0], words()).trend == ""


def test_charts_say_their_numbers_and_open_their_records() -> None:
    found = charts_in(report(full()))
    assert set(found) == {
        *("outcomes", "causes", "abouts", "satisfaction", "elements", "weekdays", "hours"),
    }
    for chart in found.values():
        for bar in chart.bars:
            assert f"{bar.label}: {bar.shown}" in chart.sentence
            assert bar.value >= 0
            assert (bar.records is None) == (bar.value == 0)
    assert found["outcomes"].sentence == (
        "What became of promises. Kept: 44; Done late: 6; Broken: 2."
    )
    assert found["satisfaction"].bars[0].records == RecordsAt(
        kind=Kind.FEEDBACK, which=Which.POINT, period=AUTUMN, value="satisfaction:1"
    )


def test_causes_stand_the_most_frequent_first_with_the_share_so_far() -> None:
    chart = charts_in(report(full()))["causes"]
    assert chart.kind is ChartKind.PARETO
    assert [bar.label for bar in chart.bars] == [
        *("Supplier or courier", "Slip or oversight"),
        words().say("enum.Cause.record"),
    ]
    shares = [bar.share for bar in chart.bars if bar.share is not None]
    assert [round(float(share), 1) for share in shares] == [55.6, 77.8, 100.0]
    assert causes_chart({Cause.SLIP: 0}, AUTUMN, words()) is None


def test_elements_with_few_answers_are_not_drawn() -> None:
    chart = charts_in(report(full()))["elements"]
    assert [(bar.label, bar.shown) for bar in chart.bars] == [
        ("On time", "50 %"),
        ("Polite", "100 %"),
    ]
    assert chart.most == 100


def test_weekdays_and_hours_are_drawn_from_fifty_contacts_on() -> None:
    found = charts_in(report(full()))
    assert found["weekdays"].sentence.startswith("Most come on Monday and Friday: 30 each of 72.")
    assert len(found["weekdays"].bars) == 7
    assert found["hours"].bars[0].label == "09:00 to 10:00"
    assert len(found["hours"].bars) == 6
    assert found["hours"].sentence.startswith("Most come from 09:00 to 10:00: 40 of 72.")
    few = ContactsCounted(weekdays={0: 49}, hours={9: 49})
    assert times_charts(few, AUTUMN, words()) == ()
    assert times_charts(ContactsCounted(), AUTUMN, words()) == ()
    enough = ContactsCounted(weekdays={0: 50}, hours={9: 49})
    assert [chart.code for chart in times_charts(enough, AUTUMN, words())] == ["weekdays"]


def test_the_rows_say_what_the_screen_says() -> None:
    found = report(full())
    table = report_table(found, words())
    rows = rows_of(found)
    assert table.title == "How we do, 1 September to 30 November 2026"
    assert len(table.head) == len(COLUMNS) == len(set(table.head))
    assert len(rows) == len(table.rows)
    for figure in figures_in(found):
        said = figure_words(figure, words())
        row = rows[said.title]
        assert (row.figure, row.period) == (said.figure, said.period)
        assert row.out_of == (figure.base if figure.is_recorded else None)
        assert len(row.cells()) == len(COLUMNS)
        assert row.chart == ""
    kept = rows["Promises kept"]
    assert (kept.number, kept.of_them, kept.out_of) == (Decimal("84.6"), 44, 52)
    assert (kept.low, kept.high) == ("72.5 %", "92 %")
    assert kept.remark == (
        "of which 2 had their date moved by agreement, and 3 overdue, not yet decided"
    )
    assert rows["What putting things right cost"].number == 120
    assert rows["Complaints that came in"].number == 12
    assert rows["Complaints for every 100 customers"].number == Decimal("2.5")
    assert rows["Would recommend us"].formula.endswith(
        "Points from -100, nobody would, to +100, everybody would."
    )


def test_few_cases_have_no_number_in_the_rows_and_what_is_not_recorded_none_at_all() -> None:
    found = replace(full(), answers=AnswersCounted(satisfaction={5: 3, 2: 1}))
    row = rows_of(report(found))["Satisfied customers"]
    assert (row.figure, row.number, row.of_them, row.out_of) == ("3 of 4", None, 3, 4)
    assert (row.low, row.high) == ("", "")
    row = rows_of(report(Counted()))["Bought something more"]
    assert (row.figure, row.number, row.of_them, row.out_of) == ("not recorded", None, None, None)


def test_the_numbers_of_a_chart_are_rows_that_add_up() -> None:
    rows = [
        row
        for row in report_table(report(full()), words()).rows
        if row.title.startswith("What complaints are about")
    ]
    assert [row.of_them for row in rows] == [8, 4]
    assert {(row.out_of, row.chart) for row in rows} == {(12, "abouts")}
    assert not any("Happy with each" in title for title in rows_of(report(full())))


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        ("62.5", FigureUnit.PERCENT, "63 %"),
        ("62.4999", FigureUnit.PERCENT, "62 %"),
        ("-8.9501", FigureUnit.POINTS, "-9"),
        ("-0.5", FigureUnit.POINTS, "-1"),
        ("-0.49", FigureUnit.POINTS, "0"),
        ("3.85", FigureUnit.MEAN, "3.9"),
        ("2.45", FigureUnit.PER_HUNDRED, "2.5 per 100"),
        ("1", FigureUnit.DAYS, "1 working day"),
        ("2.50", FigureUnit.DAYS, "2.5 working days"),
        ("12000", FigureUnit.COUNT, "12,000"),
        ("0", FigureUnit.MINUTES, "at once"),
        ("3005", FigureUnit.PENCE, "£30.05"),
    ],
)
def test_values_are_rounded_halves_away_from_zero(value: str, unit: FigureUnit, said: str) -> None:
    assert value_words(Decimal(value), unit, words()) == said


def test_zero_has_no_sign() -> None:
    assert [signed(Decimal(point)) for point in ("-0.2", "0.2", "0.5")] == ["0", "0", "+1"]
    assert money_words(100_000) == "£1,000"


def test_what_has_no_interval_says_none() -> None:
    assert interval_words(unrecorded("cost", FigureUnit.PENCE, AUTUMN), words()) is None
    early = share_figure("satisfied", 1, 4, AUTUMN)
    assert interval_words(early, words()) is None
