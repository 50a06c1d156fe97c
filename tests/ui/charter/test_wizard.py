# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wizard at the keyboard: walked, answered, folded, printed and published."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.charters_typing import Typing
from servicedesk.ui.charter import page as room
from servicedesk.ui.charter.wizard_state import PUBLISH
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.text_fields import GrowingEdit
from tests.helpers.audits import findings
from tests.helpers.builders import charter_draft
from tests.helpers.qt import seen_texts
from tests.ui.charter.benches import Heard
from tests.ui.charter.wizards import (
    FOLDED,
    RUTH,
    WIDE,
    begin,
    button,
    field,
    finish,
    press,
    said,
    settled,
    shown,
    typed,
    wizard_of,
)

NONE = Qt.KeyboardModifier.NoModifier


def test_the_keyboard_is_in_the_first_field_of_each_page(qtbot: QtBot, dressed: Workbench) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "who_we_are")
    control = Qt.KeyboardModifier.ControlModifier
    for question in ("trading_name", "phone", "count_days"):
        assert field(page, question).isAncestorOf(page.window().focusWidget())
        press(qtbot, page, Qt.Key.Key_Return, control)


class _Windows(QObject):
    """Notes every widget that stands alone on the screen, be it for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_of_a_page_is_a_window_of_its_own_for_a_moment(
    qtbot: QtBot, dressed: Workbench
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed)
    windows = _Windows()
    QApplication.instance().installEventFilter(windows)
    for step in (*wizard_of(page).presenter.guide.pages, None):
        page.arrive(Place(room="charter", part="write", item=step.id if step else PUBLISH))
        settled(qtbot, page)
    for part in ("", "begin", "versions"):
        page.arrive(Place(room="charter", part=part))
        qtbot.wait(0)
    QApplication.instance().removeEventFilter(windows)
    assert windows.seen == []


def test_typing_and_keys_alone_walk_on_and_back(qtbot: QtBot, dressed: Workbench) -> None:
    begin(dressed)
    page = shown(qtbot, dressed)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClicks(page.window().focusWidget(), "Hollins Hardware")
    press(qtbot, page, Qt.Key.Key_PageDown, control)
    assert said(dressed)["trading_name"] == "Hollins Hardware"
    assert "How do customers reach you?" in seen_texts(page)
    assert "read_pages" not in said(dressed)
    press(qtbot, page, Qt.Key.Key_PageUp, control)
    assert field(page, "trading_name").value() == "Hollins Hardware"
    press(qtbot, page, Qt.Key.Key_Return, control)
    assert said(dressed)["read_pages"] == ("who_we_are",)


def test_what_does_not_fit_gets_a_sentence_and_the_keyboard(
    qtbot: QtBot, dressed: Workbench
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "reach_us")
    email = field(page, "email")
    email.focus_target().setFocus()
    qtbot.keyClicks(email.focus_target(), "counter at hollins")
    field(page, "website").focus_target().setFocus()
    assert email.error()
    assert typed(dressed) == {"email": "counter at hollins"}
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert email.isAncestorOf(page.window().focusWidget())
    again = shown(qtbot, dressed, "reach_us")
    assert field(again, "email").value() == "counter at hollins"


def test_questions_come_and_go_with_the_answers(qtbot: QtBot, dressed: Workbench) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "complaints")
    status = field(page, "outside_help_status")
    status.set_value("trade_body")
    status._settled = "none"
    status.typed.emit()
    status.commit()
    body = field(page, "outside_help_body")
    body.focus_target().setText("The Ombudsman")
    body.commit()
    assert said(dressed)["outside_help_body"] == "The Ombudsman"


def test_words_that_cannot_stand_are_said_beside_the_field_with_a_better_wording(
    qtbot: QtBot, dressed: Workbench
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "late")
    late = field(page, "late_text")
    late.focus_target().selectAll()
    qtbot.keyClicks(late.focus_target(), "We will ring you as soon as possible.")
    use = button(page, "Use this wording")
    found = wizard_of(page).presenter.state.findings["late_text"]
    use.click()
    qtbot.wait(0)
    assert said(dressed)["late_text"] == found[0].rewrite
    assert field(page, "late_text").value() == found[0].rewrite


def test_a_promise_is_ticked_and_in_the_file(qtbot: QtBot, dressed: Workbench) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "how_fast")
    table = wizard_of(page)._questions._table
    assert table is not None
    key = table.standards()[0].key
    table.presenter.committed(key, "is_ticked", True)
    found = dressed.services.charter_writing.current()
    assert found is not None
    assert next(one for one in found.draft.standards if one.key == key).is_ticked


def test_the_preview_shows_the_newest_answer_and_reads_aloud(
    qtbot: QtBot, dressed: Workbench
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed)
    qtbot.keyClicks(page.window().focusWidget(), "Hollins Hardware")
    field(page, "trading_name").commit()
    settled(qtbot, page)
    picture = wizard_of(page)._paper.picture
    assert picture.has_page
    assert "Hollins Hardware" in picture.accessibleDescription()
    assert picture.accessibleName() == "Poster as it will print"


def test_every_line_in_the_way_is_a_link_to_where_it_is_mended(
    qtbot: QtBot, dressed: Workbench
) -> None:
    finish(dressed)
    lacking = charter_draft(complaint_person=None)
    dressed.services.charter_writing.keep(lacking, Typing(), RUTH)
    page = shown(qtbot, dressed, PUBLISH)
    line = button(page, "“Who deals with complaints?” has no answer yet.")
    assert line.hasFocus()
    press(qtbot, page, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    qtbot.wait(0)
    assert field(page, "complaint_person").isAncestorOf(page.window().focusWidget())


def test_one_yes_publishes_prints_and_leads_home(
    qtbot: QtBot, dressed: Workbench, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    monkeypatch.setattr(room, "show_print", lambda job, *_rest: printed.append(job))
    finish(dressed)
    page = shown(qtbot, dressed, PUBLISH)
    assert any("This becomes version 1" in text for text in seen_texts(page))
    yes = button(page, "Publish version 1")
    assert yes.hasFocus()
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(printed))
    assert dressed.services.charters.published() is not None
    assert heard.places[-1] == Place(room="charter")
    assert printed[0].offers[0].id == "poster"


def test_a_poster_that_is_ready_can_wait_for_its_leaflet(qtbot: QtBot, dressed: Workbench) -> None:
    finish(dressed)
    dressed.services.charter_writing.keep(charter_draft(marketing=None), Typing(), RUTH)
    page = shown(qtbot, dressed, PUBLISH)
    assert any("keep their draft mark" in text for text in seen_texts(page))
    button(page, "Go on with all pages").click()
    assert wizard_of(page).presenter.state.at != PUBLISH


def test_a_draft_can_be_printed_at_any_moment(
    qtbot: QtBot, dressed: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    monkeypatch.setattr(room, "show_print", lambda job, *_rest: printed.append(job))
    begin(dressed)
    page = shown(qtbot, dressed)
    button(page, "Print a draft").click()
    assert [job.first for job in printed] == ["poster"]
    assert page.print_job() is not None


def test_save_and_stop_keeps_what_is_half_typed(
    qtbot: QtBot, dressed: Workbench, heard: Heard
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed)
    qtbot.keyClicks(page.window().focusWidget(), "Hollins")
    button(page, "Save and stop").click()
    assert said(dressed)["trading_name"] == "Hollins"
    assert heard.places == [Place(room="charter")]


def test_closing_keeps_what_is_half_typed(qtbot: QtBot, dressed: Workbench) -> None:
    begin(dressed)
    page = shown(qtbot, dressed)
    qtbot.keyClicks(page.window().focusWidget(), "Hollins")
    page.leave()
    assert said(dressed)["trading_name"] == "Hollins"


def test_the_bar_says_how_far_it_has_come(qtbot: QtBot, dressed: Workbench) -> None:
    finish(dressed)
    page = shown(qtbot, dressed)
    bar = next(text for text in seen_texts(page) if text.startswith("Draft · "))
    assert "poster ready, 15 of 16 pages" in bar
    button(page, "Publish").click()
    assert wizard_of(page).presenter.state.at == PUBLISH


def test_without_a_charter_the_wizard_asks_for_a_trade(qtbot: QtBot, dressed: Workbench) -> None:
    page = shown(qtbot, dressed)
    assert not page.has_own_header
    assert "What is your trade?" in seen_texts(page)
    assert page.print_job() is None


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("item", ["who_we_are", "reach_us", "late", "complaints", PUBLISH])
def test_demand_4_every_page_reads_well_at_any_size(
    qtbot: QtBot, dressed: Workbench, item: str, scheme: str, percent: int
) -> None:
    begin(dressed)
    dressed.theme.set_scheme(scheme)
    dressed.theme.set_percent(percent)
    page = shown(qtbot, dressed, item, WIDE if percent == 100 else FOLDED)
    assert findings(page) == []


def test_where_there_is_little_room_the_list_is_a_line_and_the_paper_a_tab(
    qtbot: QtBot, dressed: Workbench
) -> None:
    begin(dressed)
    dressed.theme.set_percent(200)
    page = shown(qtbot, dressed, "late", FOLDED)
    wizard = wizard_of(page)
    assert wizard._line.isVisibleTo(page)
    assert not wizard._steps.isVisibleTo(page)
    assert not wizard._paper.isVisibleTo(page)
    wizard._views.pick(1)
    wizard._views.chosen.emit(1)
    assert wizard._paper.isVisibleTo(page)
    assert not wizard._questions.isVisibleTo(page)
    dressed.theme.set_percent(100)
    assert wizard._steps.isVisibleTo(page)
    assert wizard._questions.isVisibleTo(page)


def test_tab_leads_out_of_words_that_got_advice_and_back(qtbot: QtBot, dressed: Workbench) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "how_fast")
    button(page, "Change the words, and more").click()
    words = next(one for one in page.findChildren(GrowingEdit) if one.isVisibleTo(page))
    words.setFocus()
    qtbot.keyClicks(words, "We guarantee to always reply as soon as possible")
    qtbot.waitUntil(lambda: "Use this wording" in seen_texts(page))
    qtbot.wait(0)
    place = words.mapTo(page, QPoint(0, 0))
    press(qtbot, page, Qt.Key.Key_Tab, NONE)
    assert page.window().focusWidget() is button(page, "Use this wording")
    assert words.mapTo(page, QPoint(0, 0)) == place
    press(qtbot, page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.window().focusWidget() is words
    press(qtbot, page, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.window().focusWidget() is button(page, "Close")
