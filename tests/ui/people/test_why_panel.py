# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The answer to "why is it due then?" on the screen, and due dates saved for a calendar."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.promises import Allowance, Due, PromiseDraft
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people import calendar_out
from servicedesk.ui.people.calendar_out import save_ics
from servicedesk.ui.people.why_panel import WhyDialog, show_why
from tests.helpers import audits
from tests.helpers.records import DAY
from tests.ui.charter.benches import Heard

START = datetime(2026, 12, 23, 12, tzinfo=UTC)
TEN = Allowance(amount=10, unit="opening", start=START)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def why(bench: Workbench, window: QWidget, what: Allowance, due: Due | None = None) -> WhyDialog:
    dialog = show_why(bench.services.calendars.why(what), due, bench, window)
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("percent", [100, 200])
def test_each_part_stands_in_a_line_and_they_make_the_allowance(
    bench: Workbench, window: QWidget, qapp: QApplication, percent: int
) -> None:
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    closure = ClosureDraft(first=date(2026, 12, 29), last=date(2026, 12, 30), reason="Stocktaking")
    bench.services.calendars.add_closure(closure, "Ruth")
    dialog = why(bench, window, TEN)
    shown = [part.text() for part in dialog.panel.findChildren(QLabel)]
    assert "Christmas Day, bank holiday" in shown
    assert "closed: Stocktaking" in shown
    assert "Makes 10 opening days." in shown
    assert dialog.windowTitle() == "Why Wed 13 Jan?"
    assert audits.findings(dialog) == []
    assert audits.outside(dialog) == []
    spoken = dialog.accessibleDescription()
    assert all(line.words in spoken for line in dialog.panel.words.lines)
    dialog.close()


def test_the_arrows_scroll_and_escape_closes(
    bench: Workbench, window: QWidget, qapp: QApplication, qtbot: QtBot
) -> None:
    bench.theme.set_percent(200)
    bench.theme.apply(qapp)
    what = Allowance(amount=60, unit="working", start=START)
    dialog = why(bench, window, what, Due(day=date(2027, 5, 5)))
    assert any("named or moved" in note for note in dialog.panel.words.notes)
    bar = dialog._page.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    assert dialog.focusWidget() is dialog.close_button
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.close_button, Qt.Key.Key_Escape)


def promised(bench: Workbench) -> int:
    draft = PromiseDraft(text="ring back", due=Due(day=DAY), made_on=DAY)
    return bench.services.promises.make(draft, "Ruth").card.id


def test_due_dates_are_saved_where_the_person_says(
    bench: Workbench,
    heard: Heard,
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "mine.ics"
    monkeypatch.setattr(calendar_out, "save_file", lambda *_: target)
    assert save_ics((promised(bench),), bench, window) == target
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert heard.said == ["Saved as mine.ics. Open it on your phone or in your calendar."]


def test_what_cannot_be_saved_is_said(
    bench: Workbench,
    heard: Heard,
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calendar_out, "save_file", lambda *_: None)
    assert save_ics((), bench, window) is None
    assert heard.said == []
    monkeypatch.setattr(calendar_out, "save_file", lambda *_: tmp_path / "x.ics")
    assert save_ics((77,), bench, window) is None
    assert len(heard.said) == 1
    monkeypatch.setattr(calendar_out, "save_file", lambda *_: tmp_path / "gone" / "x.ics")
    assert save_ics((promised(bench),), bench, window) is None
    assert len(heard.troubles) == 1
