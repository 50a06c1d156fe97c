# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The tables of a paper as a spreadsheet, from the preview of any list."""

import csv
from dataclasses import replace
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from servicedesk.domain.spreadsheets import Sheet
from servicedesk.ui.printing import preview as preview_module
from servicedesk.ui.widgets.card import Notice
from tests.ui.printing.bench import charter_job

SHEETS = (
    Sheet(name="People", head=("Name", "Phone", "Owed"), rows=(("=Ann", "01632 960 1", 12),)),
    Sheet(name="More", head=("A",), rows=(("x",),)),
)


def listed(**more):
    """A paper with tables."""
    return replace(charter_job(), stem="A paper", sheets=SHEETS, **more)


@pytest.fixture
def asked(monkeypatch):
    """What was asked of the dialog, and where the person says that it goes."""
    told = {"path": None, "asked": []}

    def save_file(_parent, title, name, kinds, folder):
        told["asked"].append((title, name))
        return told["path"]

    monkeypatch.setattr(preview_module, "save_file", save_file)
    return told


def until_said(qtbot, preview):
    qtbot.waitUntil(
        lambda: bool(preview.presenter.state.said or preview.presenter.state.fault), timeout=10_000
    )
    return preview.presenter.state.said or preview.presenter.state.fault


def test_a_paper_without_tables_offers_no_spreadsheet(shown):
    assert shown().sheet_button.isHidden()


def test_a_workbook_has_every_table_and_its_numbers_are_numbers(shown, qtbot, asked, tmp_path):
    preview = shown(listed())
    assert preview.sheet_button.isVisible()
    asked["path"] = tmp_path / "list.xlsx"
    preview.sheet_button.click()
    assert asked["asked"] == [("Save as spreadsheet", "A paper.xlsx")]
    assert until_said(qtbot, preview) == f"Saved as list.xlsx in {tmp_path}."
    book = CalamineWorkbook.from_filelike(BytesIO((tmp_path / "list.xlsx").read_bytes()))
    assert book.sheet_names == ["People", "More"]
    assert book.get_sheet_by_name("People").to_python()[1] == ["=Ann", "01632 960 1", 12]
    assert preview._bench.memory.get("papers_folder") == str(tmp_path)


def test_a_name_that_ends_so_is_a_plain_table(shown, qtbot, asked, tmp_path):
    preview = shown(listed())
    asked["path"] = tmp_path / "list.CSV"
    preview.sheet_button.click()
    until_said(qtbot, preview)
    with (tmp_path / "list.CSV").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["Name", "Phone", "Owed"],
            ["'=Ann", "01632 960 1", "12"],
        ]


def test_thinking_better_of_it_writes_nothing(shown, asked, tmp_path):
    preview = shown(listed())
    preview.sheet_button.click()
    assert len(asked["asked"]) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_came_meanwhile_is_replaced_only_when_somebody_says_so(shown, qtbot, tmp_path):
    preview = shown(listed())
    path = tmp_path / "list.xlsx"
    path.write_text("mine")
    preview.presenter.save_sheet(path)
    assert "already" in until_said(qtbot, preview)
    assert path.read_text() == "mine"
    preview.findChild(Notice).acted.emit()
    qtbot.waitUntil(lambda: bool(preview.presenter.state.said), timeout=10_000)
    assert path.read_bytes().startswith(b"PK")


def test_saving_a_spreadsheet_is_not_sending_the_paper(shown, qtbot, tmp_path):
    gone = []
    preview = shown(listed(gone_out=gone.append))
    preview.presenter.save_sheet(tmp_path / "list.xlsx")
    until_said(qtbot, preview)
    assert gone == []
