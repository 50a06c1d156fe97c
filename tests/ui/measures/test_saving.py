# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers and files of the page of figures: Ctrl+P, CSV, XLSX, the last month and quarter."""

import pytest

from servicedesk.domain.periods import PeriodName, period_of
from servicedesk.ui.measures import figures_page
from tests.helpers.reports import DAY, empty


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Answers the dialog that asks where to save; notes what it suggested."""
    names = []

    def answer(_parent, _title, name, _kinds):
        names.append(name)
        return None if answer.is_put_off else answer.folder / name

    answer.is_put_off = False
    answer.folder = tmp_path
    answer.names = names
    monkeypatch.setattr(figures_page, "save_file", answer)
    return answer


@pytest.fixture
def printed(monkeypatch):
    """The jobs that a preview was opened for."""
    jobs = []
    monkeypatch.setattr(figures_page, "show_print", lambda job, _bench, _parent: jobs.append(job))
    return jobs


@pytest.mark.parametrize(("button", "ending"), [("csv_button", ".csv"), ("xlsx_button", ".xlsx")])
def test_the_figures_are_saved_under_their_days(opened, asked, heard, tmp_path, button, ending):
    page = opened()
    getattr(page.figures, button).click()
    name = f"How we do 2026-08-26 to 2026-11-23{ending}"
    assert asked.names == [name]
    assert (tmp_path / name).stat().st_size > 500
    assert heard.said[-1] == f"Saved as {name}."
    getattr(page.figures, button).click()
    assert not heard.troubles


@pytest.mark.parametrize("button", ["csv_button", "xlsx_button"])
def test_whoever_thinks_better_of_it_saves_nothing(opened, asked, heard, button):
    asked.is_put_off = True
    getattr(opened().figures, button).click()
    assert asked.names
    assert not heard.said


def test_a_folder_that_is_gone_is_told(opened, asked, heard, tmp_path):
    asked.folder = tmp_path / "gone"
    opened().figures.csv_button.click()
    assert len(heard.troubles) == 1


def test_before_a_report_is_there_nothing_is_saved(bench, figures, heard, tmp_path):
    presenter = figures_page.MeasuresPresenter(bench)
    presenter.save_csv(tmp_path / "figures.csv")
    assert not list(tmp_path.glob("*.csv"))
    assert presenter.print_job() is None


def test_print_makes_the_report_that_is_shown(opened, printed):
    page = opened()
    page.figures.print_button.click()
    assert [job.title for job in printed] == ["How we do, 26 August to 23 November 2026"]
    assert page.print_job().title == printed[0].title


def test_the_last_month_and_quarter_are_a_key_away(opened, printed, figures):
    page = opened()
    page.figures.month_button.click()
    page.figures.quarter_button.click()
    assert figures.asked[-2:] == [
        period_of(PeriodName.LAST_MONTH, DAY),
        period_of(PeriodName.LAST_QUARTER, DAY),
    ]
    assert len(printed) == 2


def test_nothing_is_printed_where_nothing_is_shown(opened, printed, figures):
    figures.make = empty
    page = opened()
    page.figures._print_figures()
    assert printed == []
