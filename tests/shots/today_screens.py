# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today and the customers room show besides themselves: catching up, one, many, nobody."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from servicedesk.domain.calendars_shifting import DueMove, Shift
from servicedesk.domain.promises import Due
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.settings.foretelling import will_move
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def today_screens() -> Iterator[tuple[str, Show]]:
    """Name, and how it is shown, of each."""
    yield "today-catch-up", _catch_up
    yield "today-put-off", _put_off
    yield "settings-hours-moves", _hours_moves
    yield "settings-closures-moved", _closures_moved
    yield "dialog-closures-moves", _closure_form
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


def _moves(day: date) -> tuple[DueMove, ...]:
    """Due dates that move by two days, more than fit in sight."""
    jobs = ("fit the new lock", "ring back with the price", "cut six keys", "order the hinges")
    return tuple(
        DueMove(
            id=number,
            before=Due(day=day + timedelta(days=number)),
            after=Due(day=day + timedelta(days=number + 2)),
            customer_id=number,
            customer_name=("Mrs Patel", "Wellington Road Café")[number % 2],
            text=jobs[number % len(jobs)],
            remember="Rings the back door" if number == 0 else "",
        )
        for number in range(6)
    )


def _hours_moves(stand: Stand, take: Take) -> None:
    """Other hours that would move due dates: each by name, before they are saved."""
    stand.window.go(Place(room="settings", part="hours"))
    stand.settle()
    presenter = stand.window.page.current.presenter
    presenter.moves = _moves(stand.bench.today)
    count = Decimal(len(presenter.moves))
    presenter.foretold = stand.bench.labels.count("calendar.shift.will_move", count)
    presenter.state_changed.emit()
    stand.settle()
    take(stand.window)
    presenter.let_go()


def _closures_moved(stand: Stand, take: Take) -> None:
    """A closure for which due dates have moved, with the line to remember."""
    stand.window.go(Place(room="settings", part="closures"))
    stand.settle()
    topic = stand.window.page.current
    line = topic.presenter.state.lines[0]
    topic.list.choose(line.id)
    back = tuple(move.taken_back for move in _moves(line.order[0]))
    topic._show_removal(line, Shift(moves=back))
    stand.settle()
    take(stand.window)
    topic.presenter.load()


def _closure_form(stand: Stand, take: Take) -> None:
    """The form of a closure that moves due dates: each by name, beside Save how many."""
    stand.window.go(Place(room="settings", part="closures"))
    stand.settle()
    topic = stand.window.page.current
    topic.add()
    moves = _moves(stand.bench.today)
    topic.form.foretell(will_move(Shift(moves=moves), stand.bench.labels))
    topic.moves.show_moves(moves)
    stand.settle()
    take(topic.form)
    topic.form.reject()
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
