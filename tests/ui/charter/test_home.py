# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Our charter and its versions: what is offered when, loaded, saved, taken down, compared."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.charters_typing import Typing
from servicedesk.ui.charter import home as home_module
from servicedesk.ui.charter.home import HomePage
from servicedesk.ui.charter.versions import VersionsPage
from tests.helpers import audits
from tests.helpers.builders import charter_draft
from tests.helpers.qt import seen_texts


@pytest.fixture
def home(bench, qtbot):
    made = HomePage(bench)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open()
    return made


def drawn(home, qtbot):
    qtbot.waitUntil(lambda: home.presenter.state.picture is not None, timeout=20_000)


def buttons(home):
    return set(seen_texts(home))


def published(bench):
    return bench.services.charters.publish_draft(charter_draft(), "Ruth", lambda _card: None).card


def test_before_any_charter(home, heard, qtbot):
    assert {"No charter yet", "Write it", "Show me an example", "Load answers"} <= buttons(home)
    assert "Save answers" not in buttons(home)
    assert home.print_job() is None
    assert home.first_focus().text() == "Write it"
    home.first_focus().click()
    assert heard.places[-1].part == "begin"
    assert audits.findings(home) == []


def test_while_it_is_written(home, bench, heard, qtbot):
    bench.services.charter_writing.begin("hardware_shop", "Ruth")
    home.open()
    drawn(home, qtbot)
    assert {"Go on writing", "Print a draft", "Start again", "Save answers"} <= buttons(home)
    assert any("pages are done" in text for text in seen_texts(home))
    home.first_focus().click()
    assert heard.places[-1].part == "write"
    assert home.print_job() is not None
    assert audits.findings(home) == []


def test_on_the_wall_and_taken_down(home, bench, heard, qtbot, monkeypatch):
    published(bench)
    home.open()
    drawn(home, qtbot)
    assert {"On the wall", "Print", "Change it", "Versions", "Take it down"} <= buttons(home)
    assert any("review by 1 December 2027" in text for text in seen_texts(home))
    assert audits.findings(home) == []
    asked = []
    monkeypatch.setattr(home_module, "ask", lambda *said: asked.append(said) or len(asked) > 1)
    down = next(
        one for one in home.findChildren(type(home.first_focus())) if one.text() == "Take it down"
    )
    down.click()
    assert bench.services.charters.published() is not None
    assert asked[0][1:3] == ("Take it down", "Leave it up")
    down.click()
    assert bench.services.charters.published() is None
    assert "Remember the copies" in heard.said[-1]
    assert "No charter yet" in buttons(home)


def test_answers_are_saved_and_loaded_again(home, bench, heard, qtbot, tmp_path):
    published(bench)
    home.open()
    path = tmp_path / "answers.toml"
    assert home.presenter.save(path)
    assert "answers.toml" in heard.said[-1]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Hollins Hardware", "Hollins & Daughter"), encoding="utf-8")
    home.load(path)
    assert heard.places[-1].part == "write"
    current = bench.services.charter_writing.current()
    assert current.draft.answers["trading_name"] == "Hollins & Daughter"
    assert bench.services.charters.published().draft.answers["trading_name"] == "Hollins Hardware"


def test_a_wrong_file_is_named_with_its_line_and_changes_nothing(home, bench, heard, tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text('trade = "hardware_shop"\n[answers]\ntradin_name = "x"\n', encoding="utf-8")
    home.load(path)
    assert "answers.toml, line 3" in home.presenter.state.fault
    assert home.presenter.state.fault in seen_texts(home)
    assert bench.services.charter_writing.current() is None
    home.load(tmp_path / "gone.toml")
    assert "There is no such file" in home.presenter.state.fault
    assert not home.presenter.save(path)


def test_versions_and_what_changed(bench, heard, qtbot, qapp):
    bench.theme.apply(qapp)
    page = VersionsPage(bench)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.open()
    assert page.print_job() is None
    first = published(bench)
    before = first.draft
    standards = (replace(before.standards[0], title="New title"), *before.standards[1:-1])
    answers = {**before.answers, "aim": "Straight answers and a fair price."}
    draft = replace(before, answers=answers, standards=standards)
    bench.services.charter_writing.keep(draft, Typing(), "Ruth")
    page.open()
    QApplication.processEvents()
    seen = seen_texts(page)
    assert {"What to count on", "Complaints", "Reworded", "Gone"} <= set(seen)
    assert "now: Straight answers and a fair price." in seen
    assert page.print_job() is not None
    assert audits.findings(page) == []
    page.open(str(first.id))
    assert page.presenter.state.compared == 0
    page.presenter.compare(first.id, bench.services.charters.newest().id)
    QApplication.processEvents()
    assert "New" in seen_texts(page)
    page.first_focus().setCurrentRow(0)
    assert page.presenter.state.compared == first.id
    page.presenter.compare(first.id, 999)
    assert page.presenter.state.pages == ()
