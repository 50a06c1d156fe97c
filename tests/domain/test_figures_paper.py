# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A report of figures as a paper: its parts in order, every figure counted, charts with numbers."""

from servicedesk.domain.blocks import Bullets, Chart, Heading, Paragraph, Table, Tone
from servicedesk.domain.figures import Part, Report, Section
from servicedesk.domain.figures_paper import has_anything, report_blocks, report_title
from tests.helpers.qt import words
from tests.helpers.reports import DAY, USUAL, causes, empty, in_whole_months, report


def blocks(made=None, business=""):
    return report_blocks(made or report(), business, DAY, words())


def test_it_is_called_after_its_days():
    assert report_title(report(), words()) == "How we do, 26 August to 23 November 2026"
    assert blocks()[0] == Heading(text="How we do, 26 August to 23 November 2026", level=1)


def test_the_first_line_says_when_it_was_counted():
    lead = blocks()[1]
    assert isinstance(lead, Paragraph)
    assert lead.text.startswith("Counted on Monday 23 November 2026")


def test_it_says_whose_figures_they_are():
    assert blocks(business="Hollins Hardware")[1] == Paragraph(
        text="Hollins Hardware", tone=Tone.STRONG
    )


def test_days_without_anything_are_said_in_a_sentence():
    heading, said = blocks(empty())
    assert isinstance(heading, Heading)
    assert said.text.startswith("Nothing was written down in these days.")


def test_a_chart_alone_is_something():
    chart = Section(part=Part.CAUSES, figures=(), charts=(causes(),))
    assert has_anything(Report(period=USUAL, before=USUAL.before(), sections=(chart,)))


def test_the_parts_stand_in_order_and_the_formulas_last():
    headings = [one.text for one in blocks() if isinstance(one, Heading) and one.level == 2]
    assert headings == [
        "Promises",
        "What went wrong underneath",
        "How satisfied they are",
        "When they get in touch",
        "How each figure is counted",
    ]


def test_a_figure_stands_with_its_counts():
    table = next(one for one in blocks() if isinstance(one, Table))
    assert table.head == ("What", "Figure", "Of them", "Out of", "Period before", "Remark")
    assert table.rows[0][:5] == ("Promises kept", "88 %", "46", "52", "80 %")


def test_a_column_in_which_nothing_stands_is_left_out():
    section = Section(part=Part.PROMISES, figures=report().sections[0].figures[1:])
    table = blocks(Report(period=USUAL, before=USUAL.before(), sections=(section,)))[3]
    assert table.head == ("What", "Figure", "Of them", "Out of")


def test_demand_34_a_figure_of_other_days_than_the_report_says_which():
    tables = [one for one in blocks(in_whole_months()) if isinstance(one, Table)]
    told = {row[0]: " ".join(row) for table in tables for row in table.rows}
    own = "counted over 1 September to 31 October 2026"
    assert [title for title, said in told.items() if own in said] == [
        "Complaints for every 100 customers"
    ]
    assert [title for title, said in told.items() if "counted over" in said] == [
        "Complaints for every 100 customers"
    ]


def test_a_chart_has_a_title_unless_its_part_says_it():
    charts = [one for one in blocks() if isinstance(one, Chart)]
    assert [one.title for one in charts] == ["", "By the hour"]


def test_every_formula_stands_once():
    formulas = blocks()[-1]
    assert isinstance(formulas, Bullets)
    assert formulas.items[0].startswith("Promises kept: Kept on or before their day")
    assert len(set(formulas.items)) == len(formulas.items)


def test_a_part_without_anything_is_left_out():
    bare = Report(
        period=USUAL,
        before=USUAL.before(),
        sections=(
            Section(part=Part.CAUSES, figures=(), charts=(causes(),)),
            Section(part=Part.TIMES, figures=()),
        ),
    )
    headings = [one.text for one in blocks(bare) if isinstance(one, Heading)]
    assert headings[1:] == ["What went wrong underneath"]
