# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks: one is planned, counted on paper at the counter, and keyed in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.samples import SampleWeekCard
from servicedesk.domain.samples_weeks import ReminderKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.samples_card import WeekBox
from servicedesk.ui.measures.samples_form import SampleForm
from servicedesk.ui.measures.samples_hand import HandPage, day_words, span_words
from servicedesk.ui.measures.samples_presenter import SamplesPresenter
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import main_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.tab_order import order_tabs

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_PLAN = "add"


class SamplesPage(HandPage):
    """The sample weeks, the newest first.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: the weeks, by number.
        plan_button: plans one.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Sample weeks"),
            self.tr(
                "Nobody writes down every call. Every three months, count for one week on a "
                "sheet at the counter, and key in two numbers a line."
            ),
            parent,
        )
        self.presenter = SamplesPresenter(bench, self)
        self.boxes: dict[int, WeekBox] = {}
        self.form: SampleForm | None = None
        self._notice: Notice | None = None
        self._told: tuple[str, str, str] | None = None
        self.plan_button = main_button(self.tr("Plan a sample week"))
        self.ways.addWidget(self.plan_button)
        self.plan_button.clicked.connect(self.plan)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "add" plans a week, a number is the week to go to."""
        self.presenter.open()
        if place.item == _PLAN:
            QTimer.singleShot(0, self, self.plan)
        elif place.item.isdecimal() and int(place.item) in self.boxes:
            self.page.show_whole(self.boxes[int(place.item)])

    def leave(self) -> None:
        """Keep what was typed."""
        for box in self.boxes.values():
            for line in box.lines.values():
                line.commit()
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The first number of the oldest week that has none, else the button that plans."""
        for week in reversed(self.presenter.state.weeks):
            lines = list(self.boxes[week.id].lines.values())
            if lines and not week.counted:
                return lines[0].met
        return self.plan_button if self.plan_button.isVisibleTo(self) else self.back_button

    def print_job(self) -> "PrintJob | None":
        """The sheet of the newest week."""
        weeks = self.presenter.state.weeks
        return self.presenter.print_job(weeks[0].id) if weeks else None

    def plan(self) -> None:
        """Plan a week, in a dialog."""
        offer = self.presenter.state.offer
        if offer is not None:
            before = set(self.boxes)
            self.form = SampleForm(self._bench, self.presenter, offer, self.window())
            self.form.accepted.connect(lambda: self._go_to_new(before))
            self.form.open()

    def _go_to_new(self, before: set[int]) -> None:
        """Lead the keyboard to the sheet of the week that was planned: it is printed next."""
        for number in self.boxes.keys() - before:
            button = self.boxes[number].print_button
            QTimer.singleShot(0, button, button.setFocus)

    # Showing.

    def _show(self) -> None:
        state = self.presenter.state
        self.plan_button.setVisible(state.offer is not None)
        self._show_notice(self._news())
        weeks = {week.id: week for week in state.weeks}
        for number in [one for one in self.boxes if one not in weeks]:
            self._drop(self.boxes.pop(number))
        kept, self.boxes = self.boxes, {}
        for place, week in enumerate(state.weeks):
            box = kept.get(week.id)
            is_begun = week.first <= self._bench.today
            if box is not None and box.is_begun != is_begun:
                self._drop(box)
                box = None
            if box is None:
                box = self._made(week)
            box.show_week(week, self._bench.today)
            self.boxes[week.id] = box
            self.column.insertWidget(place + (self._notice is not None), box)
        order_tabs([self.back_button, self.plan_button, *self._parts()])

    def _parts(self) -> list[QWidget]:
        return [*([] if self._notice is None else [self._notice]), *self.boxes.values()]

    def _made(self, week: SampleWeekCard) -> WeekBox:
        box = WeekBox(week, self._bench.today)
        box.counted.connect(self._on_counted)
        box.print_wanted.connect(self._print)
        box.remove_wanted.connect(self.presenter.remove)
        return box

    def _drop(self, widget: QWidget) -> None:
        self.column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _news(self) -> tuple[str, str, str]:
        """Tone, sentence and way on of what is due."""
        state = self.presenter.state
        if state.offer is None:
            words = self.tr("There is no published charter yet, so there is nothing to count.")
            return "quiet", words, self.tr("Go to our charter")
        if state.due is None:
            if state.weeks:
                return "", "", ""
            words = self.tr(
                "No sample week yet. Nothing in your charter asks for one, but any of its "
                "promises can be counted."
            )
            return "quiet", words, ""
        if state.due.kind is ReminderKind.KEY_IN and state.due.week is not None:
            days = span_words(state.due.week.first, state.due.week.last)
            words = self.tr("The week {days} is over. Key in what was counted.")
            return "due", words.format(days=days), ""
        day = day_words(state.due.due_on)
        if state.due.due_on <= self._bench.today:
            return "due", self.tr("A sample week is due since {day}.").format(day=day), ""
        return "quiet", self.tr("The next sample week is due on {day}.").format(day=day), ""

    def _show_notice(self, news: tuple[str, str, str]) -> None:
        if news == self._told:
            return
        self._told = news
        if self._notice is not None:
            self._drop(self._notice)
            self._notice = None
        tone, words, action = news
        if words:
            self._notice = Notice(tone, words, action)
            self._notice.acted.connect(lambda: self._bench.navigator.open("charter"))
            self.column.insertWidget(0, self._notice)

    # Slots.

    def _on_counted(self, week_id: int, key: str, met: str, seen: str) -> None:
        wrong = self.presenter.key_in(week_id, key, met, seen)
        box = self.boxes.get(week_id)
        if box is not None and key in box.lines:
            box.lines[key].show_error(wrong)

    def _print(self, week_id: int) -> None:
        job = self.presenter.print_job(week_id)
        if job is not None:
            show_print(job, self._bench, self.window())
