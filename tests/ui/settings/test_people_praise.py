# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of people: who is the owner, and who was praised, whose compliments open from there."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from servicedesk.domain.feedback import FeedbackKind
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.people_presenter import PeoplePresenter
from servicedesk.ui.settings.people_topic import PeopleTopic
from servicedesk.ui.settings.records_presenter import list_day
from tests.helpers import audits
from tests.services.feedback_made import MONDAY, RUTH, logged
from tests.ui.charter.benches import Heard


def shown(bench: Workbench, qtbot: QtBot) -> PeopleTopic:
    for name in ("Ruth Hollins", "Tom Hollins"):
        bench.services.people.add(PersonDraft(name=name), RUTH)
    page = PeopleTopic(bench)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.arrive()
    page.show()
    qtbot.waitExposed(page)
    return page


def links(page: PeopleTopic) -> list[QPushButton]:
    QApplication.processEvents()
    found = page.findChildren(QPushButton)
    return [one for one in found if one.isVisible() and one.text().startswith("F-")]


def praise(bench: Workbench, text: str, days: int = 0, **said: object) -> int:
    named = {"kind": FeedbackKind.COMPLIMENT, "staff": "Tom Hollins", **said}
    given = MONDAY + timedelta(days=days)
    return logged(bench.services, text, given_on=given, **named).id


def test_compliments_are_counted_and_opened(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    praise(bench, "Nobody was named", staff="")
    page = shown(bench, qtbot)
    page.list.choose(2)
    assert (links(page), page.praised.isVisible()) == ([], False)
    first = praise(bench, "Tom & his dog were lovely", called="Mrs Patel")
    page.presenter.load()
    assert page.praised.text() == "A compliment names Tom Hollins"
    (link,) = links(page)
    words = f"{list_day(MONDAY)} · Mrs Patel · Tom && his dog were lovely"
    assert link.text().partition(" · ")[2] == words
    link.click()
    assert heard.places == [Place(room="feedback", item=str(first))]
    page.list.choose(1)
    assert (links(page), page.praised.isVisible()) == ([], False)


def test_many_compliments_wait_until_they_are_asked_for(bench: Workbench, qtbot: QtBot) -> None:
    long = ", and so on" * 9  # wraps
    numbers = [praise(bench, f"Praise {number}{long}", number - 9) for number in range(7)]
    page = shown(bench, qtbot)
    page.list.choose(2)
    assert page.praised.text() == "7 compliments name Tom Hollins"
    assert len(links(page)) == 5
    assert "Praise 6" in links(page)[0].text()
    page.all_button.click()
    assert len(links(page)) == 7
    assert not page.all_button.isVisible()
    assert links(page)[5].hasFocus()
    bench.services.feedback.to_bin(numbers[:2], RUTH)
    page.presenter.load()
    assert len(links(page)) == 5
    assert (audits.unnamed(page), audits.doubled_names(page), audits.clipped(page)) == ([], [], [])


def test_whoever_adds_themselves_first_is_the_owner(bench: Workbench) -> None:
    presenter = PeoplePresenter(bench)

    def usual() -> object:
        return next(one for one in presenter.questions(None) if one.id == "role").default

    assert usual() == "owner"
    bench.services.people.add(PersonDraft(name="Zoe"), "Zoe")
    assert usual() == "staff"
