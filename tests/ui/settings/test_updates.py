# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of law and bank holidays: a file is looked at, used, left or taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from servicedesk.content import brought
from servicedesk.content.brought import HOLIDAYS, LAW
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings import updates_topic
from servicedesk.ui.settings.updates_topic import UpdatesTopic
from tests.services.updates import own_files, update_file
from tests.ui.charter.benches import Heard

SENTENCE = "This does not affect your legal rights."


@pytest.fixture
def page(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> Iterator[UpdatesTopic]:
    shown = UpdatesTopic(bench)
    qtbot.addWidget(shown)
    shown.show()
    shown.arrive()
    yield shown
    brought.use(tmp_path / "no updates")


def bring(page: UpdatesTopic, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(updates_topic, "open_file", lambda *_: path)
    page.bring_button.click()


def test_a_file_is_shown_and_used_and_taken_back(page, monkeypatch, tmp_path, heard: Heard):
    text = own_files()[HOLIDAYS[0]]
    more = text.replace("holidays = [", 'holidays = [\n    { date = 2027-06-14, name = "More" },')
    law = own_files()[LAW].replace(SENTENCE, "Your rights stay.", 1)
    bring(page, monkeypatch, update_file(tmp_path, {LAW: law, HOLIDAYS[0]: more}))
    assert "Your rights stay." in page._changes.text()
    assert SENTENCE in page._changes.text()
    assert "14 June 2027" in page._changes.text() or "14 Jun 2027" in page._changes.text()
    assert page._new.isVisible()
    page.use_button.click()
    assert not page._new.isVisible()
    assert page.back_button.isVisible()
    assert "made on" in page._lines.text()
    holidays = page.presenter._bench.services.calendars.holidays()
    assert any(card.holiday.name == "More" for card in holidays)
    page.back_button.click()
    assert not page.back_button.isVisible()
    assert heard.said[-1].startswith("What came with the program")


def test_a_file_can_be_left(page, monkeypatch, tmp_path):
    law = own_files()[LAW].replace(SENTENCE, "Your rights stay.", 1)
    bring(page, monkeypatch, update_file(tmp_path, {LAW: law}))
    page.leave_button.click()
    assert not page._new.isVisible()
    page.presenter.use()  # nothing is looked at any more
    assert not page.back_button.isVisible()


def test_what_is_not_used_says_why(page, monkeypatch, tmp_path, heard: Heard):
    bring(page, monkeypatch, None)
    assert not page.wrong.isVisible()
    wrong = tmp_path / "notes.txt"
    wrong.write_text("milk")
    bring(page, monkeypatch, wrong)
    assert page.wrong.text().startswith("notes.txt is no file of updates")
    bring(page, monkeypatch, update_file(tmp_path, own_files()))
    assert page.wrong.text() == "Everything in this file is known already."
    bring(page, monkeypatch, tmp_path / "gone")
    assert len(heard.troubles) == 1


def test_a_file_that_changed_since_it_was_looked_at_says_why(page, monkeypatch, tmp_path):
    law = own_files()[LAW].replace(SENTENCE, "Your rights stay.", 1)
    path = update_file(tmp_path, {LAW: law})
    bring(page, monkeypatch, path)
    path.write_text("milk")
    page.use_button.click()
    assert page.wrong.isVisible()
    assert not page.back_button.isVisible()
