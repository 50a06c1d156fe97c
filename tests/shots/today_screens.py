# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today and the customers room show besides themselves: catching up, one, many, nobody."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def today_screens() -> Iterator[tuple[str, Show]]:
    """Name, and how it is shown, of each."""
    yield "today-catch-up", _catch_up
    yield "today-put-off", _put_off
    yield "customers-one", _one
    yield "customers-chosen", _chosen
    yield "customers-none", _none


def _catch_up(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="today", part="catch_up"))
    stand.settle()
    asked = stand.window.page.catch_up
    if asked is None:
        raise LookupError("today-catch-up: nothing is late in the pretend shop")
    asked.lines[0].row.chips[2].click()
    stand.settle()
    take(stand.window)
    asked.later_button.click()
    stand.settle()


def _put_off(stand: Stand, take: Take) -> None:
    """A promise is put off: the bar says until when, and so does its line at the side."""
    stand.window.go(Place(room="today"))
    stand.settle()
    page = stand.window.page
    off = next(row.line.keys["P"] for row in page.rows() if "P" in row.line.keys)
    page.presenter.act(off)
    stand.settle()
    take(stand.window)
    back = (button for button in page.buttons() if button.property("deed") == "bring_back")
    next(back).click()
    stand.settle()


def _one(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="customers", item="1"))
    stand.settle()
    take(stand.window)


def _chosen(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="customers"))
    page = stand.window.page
    page.back_to_list()
    page.list.rows.clearSelection()
    page.list.rows.selectAll()
    stand.settle()
    take(stand.window)
    page.list.bulk.end_button.click()
    stand.settle()


def _none(stand: Stand, take: Take) -> None:
    """The room of a new file: one sentence, one button, one example."""
    from servicedesk.domain.customers_lists import CustomerCounts

    stand.window.go(Place(room="customers"))
    page = stand.window.page
    page.back_to_list()
    presenter = page.list_presenter
    presenter.state = replace(presenter.state, ids=(), counts=CustomerCounts())
    presenter.state_changed.emit()
    page.detail_presenter.show(None)
    stand.settle()
    take(stand.window)
    presenter.reload()
