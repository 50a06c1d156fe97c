# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is being typed in the settings is kept by itself, and stands there at the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.errors import Trouble
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.business_topic import BusinessTopic
from servicedesk.ui.settings.facts_topic import FactsTopic
from servicedesk.ui.settings.people_topic import PeopleTopic
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts
from tests.ui.charter.benches import Heard, bench_in

SAID = "Here is what you were typing on"


def people(bench: Workbench, qtbot: QtBot) -> RecordsTopic:
    page = PeopleTopic(bench)
    qtbot.addWidget(page)
    page.arrive()
    page.show()
    return page


def opened(page: RecordsTopic, qtbot: QtBot) -> FormDialog:
    assert page.form is not None
    qtbot.waitExposed(page.form)
    return page.form


def name_of(form: FormDialog) -> QLineEdit:
    found = form.fields()[0].focus_target()
    assert isinstance(found, QLineEdit)
    return found


def press(widget: QWidget, words: str, qtbot: QtBot) -> None:
    (button,) = [one for one in widget.findChildren(QPushButton) if one.text() == words]
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_form_is_kept_while_somebody_types_and_given_back(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    page = people(bench, qtbot)
    page.add()
    qtbot.keyClicks(name_of(opened(page, qtbot)), "Zebra")
    qtbot.waitUntil(lambda: bench.services.drafts.kept("people") is not None)
    with bench_in(tmp_path, FixedClock()) as later:  # the first one never closed its form
        again = people(later, qtbot)
        again.add()
        form = opened(again, qtbot)
        assert name_of(form).text() == "Zebra"
        assert SAID in " ".join(seen_texts(form))
        press(form, "Start empty", qtbot)
        assert name_of(form).text() == ""
        assert form.focusWidget() is name_of(form)
        assert SAID not in " ".join(seen_texts(form))
        assert later.services.drafts.kept("people") is None
        form.reject()
        assert later.services.drafts.kept("people") is None


def test_a_change_that_is_half_typed_goes_with_its_record(bench: Workbench, qtbot: QtBot) -> None:
    tom = bench.services.people.add(PersonDraft(name="Tom"), "Ruth").card
    page = people(bench, qtbot)
    page.list.choose(tom.id)
    page.change_button.click()
    form = opened(page, qtbot)
    qtbot.keyClicks(name_of(form), "Tommy")
    form.reject()
    page.change_button.click()
    form = opened(page, qtbot)
    assert name_of(form).text() == "Tommy"
    press(form, "Back to what is saved", qtbot)
    assert name_of(form).text() == "Tom"
    qtbot.keyClicks(name_of(form), "as")
    form.reject()
    assert bench.services.drafts.kept("people", str(tom.id)) is not None
    page.remove_button.click()
    assert bench.services.drafts.kept("people", str(tom.id)) is None


def test_nothing_is_kept_of_a_form_that_was_saved_or_emptied(
    bench: Workbench, qtbot: QtBot
) -> None:
    page = people(bench, qtbot)
    page.add()
    form = opened(page, qtbot)
    qtbot.keyClicks(name_of(form), "Tom")
    qtbot.waitUntil(lambda: bench.services.drafts.kept("people") is not None)
    name_of(form).clear()
    qtbot.waitUntil(lambda: bench.services.drafts.kept("people") is None)
    qtbot.keyClicks(name_of(form), "Tom")
    form.save_button.click()
    assert [card.name for card in bench.services.people.all()] == ["Tom"]
    assert bench.services.drafts.kept("people") is None


def test_what_has_been_saved_meanwhile_is_not_offered(bench: Workbench, qtbot: QtBot) -> None:
    tom = bench.services.people.add(PersonDraft(name="Tom"), "Ruth").card
    bench.services.drafts.keep("people", str(tom.id), {"name": "Tom"})
    page = people(bench, qtbot)
    page.list.choose(tom.id)
    page.change_button.click()
    form = opened(page, qtbot)
    assert form.findChildren(Notice) == []
    assert bench.services.drafts.kept("people", str(tom.id)) is None
    form.reject()


def test_a_file_that_cannot_be_written_is_told_once(
    bench: Workbench, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise Trouble("file_missing", name="shop.db", folder="Documents")

    page = people(bench, qtbot)
    page.add()
    form = opened(page, qtbot)
    monkeypatch.setattr(bench.services.drafts, "keep", fail)
    monkeypatch.setattr(bench.services.drafts, "kept", fail)
    for letter in "To":
        qtbot.keyClicks(name_of(form), letter)
        qtbot.waitUntil(lambda: len(heard.troubles) == 1)
    form.reject()
    assert len(heard.troubles) == 1
    page.add()
    assert len(heard.troubles) == 2
    form = opened(page, qtbot)
    assert name_of(form).text() == ""
    form.reject()


def business(bench: Workbench, qtbot: QtBot) -> BusinessTopic:
    page = BusinessTopic(bench)
    qtbot.addWidget(page)
    page.resize(900, 1400)
    page.arrive()
    page.show()
    qtbot.waitExposed(page)
    QCoreApplication.processEvents()  # a dressed page is laid out by then
    return page


def type_into(page: FactsTopic, question_id: str, text: str, qtbot: QtBot) -> None:
    field = page.field(question_id)
    assert field is not None
    edit = field.focus_target()
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def value(page: FactsTopic, question_id: str) -> object:
    field = page.field(question_id)
    assert field is not None
    return field.value()


def test_an_answer_that_is_being_typed_is_kept(bench: Workbench, qtbot: QtBot) -> None:
    page = business(bench, qtbot)
    type_into(page, "trading_name", "Zebra", qtbot)
    qtbot.waitUntil(lambda: bench.services.drafts.kept("facts", "trading_name") is not None)
    assert bench.services.business.answers() == {}
    page.leave()
    assert bench.services.drafts.kept("facts", "trading_name") is None


def test_an_answer_that_was_being_typed_is_said_once_it_is_left(
    bench: Workbench, qtbot: QtBot
) -> None:
    bench.services.drafts.keep("facts", "trading_name", {"trading_name": "Zebra"})
    page = business(bench, qtbot)
    assert value(page, "trading_name") == "Zebra"
    assert bench.services.business.answers() == {}
    assert SAID in " ".join(seen_texts(page))
    assert audits.findings(page) == []
    page.leave()
    assert bench.services.business.answers() == {"trading_name": "Zebra"}
    assert bench.services.drafts.kept("facts", "trading_name") is None
    assert SAID not in " ".join(seen_texts(page))


def test_what_does_not_fit_is_kept_too_until_it_is_given_up(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.services.business.save({"since_year": 1987, "town": "Todmorden"}, "Ruth")
    page = business(bench, qtbot)
    type_into(page, "since_year", "2090", qtbot)
    type_into(page, "town", "Tod", qtbot)
    page.leave()
    assert bench.services.drafts.kept("facts", "town") is None
    with bench_in(tmp_path, FixedClock()) as later:
        page = business(later, qtbot)
        assert value(page, "since_year") == "2090"
        page.leave()
        year = page.field("since_year")
        assert year is not None
        assert year.error()
        press(page, "Back to what is saved", qtbot)
        assert (year.value(), year.error()) == ("1987", "")
        assert SAID not in " ".join(seen_texts(page))
        assert later.services.drafts.kept("facts", "since_year") is None
        page.leave()
        assert later.services.business.answers() == {"since_year": 1987, "town": "Tod"}


def test_what_was_said_or_emptied_is_not_offered(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.services.business.save({"town": "Todmorden"}, "Ruth")
    bench.services.drafts.keep("facts", "town", {"town": "Todmorden"})
    page = business(bench, qtbot)
    assert SAID not in " ".join(seen_texts(page))
    assert bench.services.drafts.kept("facts", "town") is None
    type_into(page, "town", "x", qtbot)
    qtbot.waitUntil(lambda: bench.services.drafts.kept("facts", "town") is not None)
    field = page.field("town")
    assert field is not None
    edit = field.focus_target()
    assert isinstance(edit, QLineEdit)
    edit.clear()
    qtbot.waitUntil(lambda: bench.services.drafts.kept("facts", "town") is None)


def test_opening_hours_come_back_as_they_were_being_typed(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    page = FactsTopic(bench, ("hours",))
    qtbot.addWidget(page)
    page.show()
    field = page.field("opening_hours")
    assert field is not None
    qtbot.keyClicks(field.focus_target(), "9-12, 1-")
    typed = field.value()
    qtbot.waitUntil(lambda: bench.services.drafts.kept("facts", "opening_hours") is not None)
    with bench_in(tmp_path, FixedClock()) as later:
        again = FactsTopic(later, ("hours",))
        qtbot.addWidget(again)
        assert value(again, "opening_hours") == typed
