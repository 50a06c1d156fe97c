# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings as a whole: topics, the way between them, and audits of every page."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.hours import parse_week
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.page import SettingsPage
from servicedesk.ui.settings.topics import own_topics
from tests.helpers import audits
from tests.ui.charter.benches import Heard
from tests.ui.settings.conftest import TODAY

TOPICS = [topic.id for topic in own_topics()]


def fill(bench: Workbench) -> None:
    """Have something on every page."""
    services = bench.services
    week = parse_week({"monday": ["08:00-12:00", "13:00-17:30"]})
    said = {
        "trading_name": "Hollins Hardware",
        "nation": "eng",
        "trade": "hardware_shop",
        "outside_help_status": "trade_body",
        "opening_hours": week,
    }
    services.business.save(said, "Ruth")
    services.people.add(PersonDraft(name="Ruth Hollins"), "Ruth")
    draft = RegistrationDraft(kind=RegistrationKind.INSURANCE, body="Harbour Mutual")
    services.registrations.add(draft, "Ruth")
    services.calendars.add_closure(ClosureDraft(first=TODAY), "Ruth")


def shown(bench: Workbench, qtbot: QtBot, topic: str, height: int = 768) -> SettingsPage:
    page = SettingsPage(bench)
    qtbot.addWidget(page)
    page.resize(1166, height)
    page.arrive(Place(room="settings", part=topic))
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_page_can_be_seen_heard_and_walked(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, topic: str, scheme: str, percent: int
) -> None:
    fill(bench)
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    page = shown(bench, qtbot, topic)
    qapp.processEvents()
    assert audits.findings(page) == []
    small = audits.too_small(page, percent)
    assert [line for line in small if not line.startswith("QHeaderView")] == []


def test_pages_open_by_their_place_and_the_last_one_again(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot, "people")
    people = page.current
    page.arrive(Place(room="settings"))
    assert page.current is people
    page.arrive(Place(room="settings", part="no such page"))
    assert page.current is people
    fresh = SettingsPage(bench)
    qtbot.addWidget(fresh)
    fresh.leave()
    assert fresh.first_focus() is None
    fresh.arrive(Place(room="settings"))
    assert fresh.current is fresh._pages["business"]


def test_the_list_asks_for_a_place(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    page = shown(bench, qtbot, "business")
    page._buttons["people"].click()
    assert heard.places[-1] == Place(room="settings", part="people")
    assert page.current is page._pages["people"]
    assert page.first_focus() is page._buttons["people"]
    assert [topic.id for topic in page.topics] == TOPICS


def test_with_large_text_the_list_becomes_a_box(
    bench: Workbench, qtbot: QtBot, qapp: QApplication
) -> None:
    bench.theme.apply(qapp)
    page = shown(bench, qtbot, "hours")
    assert not isinstance(page.first_focus(), QComboBox)
    bench.theme.set_percent(200)
    box = page.first_focus()
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Opening hours"
    qtbot.keyClicks(box, "b")
    assert box.currentText().startswith("B")
    assert page.current is page._pages[box.currentData()]


def test_a_question_is_gone_to_by_its_id(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(bench, qtbot, "hours")
    page.arrive(Place(room="settings", part="business", item="vat_number"))
    field = page.current.field("vat_number")
    assert page.window().focusWidget() is field.focus_target()
