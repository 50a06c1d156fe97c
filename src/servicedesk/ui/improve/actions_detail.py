# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The right side of the things to do: one of them, with all that can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.actions_rules import follow_up
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.actions_detail_presenter import DetailPresenter, DetailState
from servicedesk.ui.people.action_form import ActionForm, done_form, works_form
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.text import label

_WIDEST = 56
"""Width of the column, in text heights."""


class Detail(ScrollPage):
    """One thing to do.

    Signals:
        back_wanted: somebody wants to see the list, which has no room beside it.
        went_on: (number) a next thing to do was written down.

    Args:
        bench: of the open file.
        presenter: reads it.

    Attributes:
        dialog: the form that is open, or was last.
    """

    back_wanted = Signal()
    went_on = Signal(int)

    def __init__(self, bench: Workbench, presenter: DetailPresenter) -> None:
        super().__init__(widest=_WIDEST)
        self._bench = bench
        self.presenter = presenter
        self.dialog: FormDialog | None = None
        self._ways: list[QPushButton] = []
        self._build()
        presenter.state_changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        self._gone = label("", "quiet")
        self.body.addWidget(self._gone)
        self._all = QWidget()
        rows = QVBoxLayout(self._all)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(self.body.spacing())
        self.body.addWidget(self._all)
        self.body.addStretch(1)
        self.back_button = link_button(self.tr("Back to the list"))
        self.back_button.clicked.connect(self.back_wanted)
        self.back_button.hide()
        back = FlowLayout()
        back.addWidget(self.back_button)
        rows.addLayout(back)
        self._title = label("", "title")
        rows.addWidget(self._title)
        line = FlowLayout()
        self._origin = label("", "quiet")
        line.addWidget(self._origin)
        self.origin_button = link_button("")
        self.origin_button.clicked.connect(self._open_origin)
        line.addWidget(self.origin_button)
        rows.addLayout(line)
        self._notices = QVBoxLayout()
        rows.addLayout(self._notices)
        self._build_ways(rows)
        self._card = Card()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(18)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._card.body.addLayout(self._facts)
        rows.addWidget(self._card)

    def _build_ways(self, rows: QVBoxLayout) -> None:
        """The buttons: what comes next first, the rest as links."""
        first, more = FlowLayout(gap=10), FlowLayout()
        rows.addLayout(first)
        rows.addLayout(more)
        self.done_button = self._way(first, main_button(self.tr("Done")), self.say_done)
        works = main_button(self.tr("Does it work?"))
        self.works_button = self._way(first, works, self.ask_works)
        following = main_button(self.tr("Plan what to do next"))
        self.next_button = self._way(first, following, self.plan_next)
        on = side_button(self.tr("Done, with what shows it…"))
        self.done_on_button = self._way(first, on, self.ask_done)
        self.change_button = self._way(more, link_button(self.tr("Change")), self.change)
        again = link_button(self.tr("Look at it again…"))
        self.again_button = self._way(more, again, self.ask_works)
        shows = link_button(self.tr("Day and what shows it…"))
        self.shows_button = self._way(more, shows, self.ask_done)
        undone = link_button(self.tr("Not done after all"))
        self.undone_button = self._way(more, undone, self._say_not_done)
        remove = link_button(self.tr("Take off the list"))
        self.remove_button = self._way(more, remove, self._remove)

    def _way(self, line: FlowLayout, button: QPushButton, act: Callable[[], object]) -> QPushButton:
        line.addWidget(button)
        self._ways.append(button)
        button.clicked.connect(lambda _=False: act())
        return button

    def first_focus(self) -> QWidget:
        """The button that is wanted most."""
        return next((one for one in self._ways if one.isVisibleTo(self)), self.change_button)

    def say_done(self) -> None:
        """It was done today."""
        if (line := self.presenter.state.line) is not None:
            deeds = self.presenter.deeds
            deeds.tell(deeds.done_now(line.card))

    def ask_done(self) -> None:
        """On which day was it done, and what shows it?"""
        if (line := self.presenter.state.line) is not None:
            bench, deeds = self._bench, self.presenter.deeds
            self._open(done_form(bench, deeds, line.card, self.window()))

    def ask_works(self) -> None:
        """Does it work?"""
        if (line := self.presenter.state.line) is not None:
            bench, presenter = self._bench, self.presenter
            seen = presenter.effect()
            self._open(works_form(bench, presenter.deeds, line.card, self.window(), seen))

    def plan_next(self) -> None:
        """Write down what is done as this did not work."""
        if (line := self.presenter.state.line) is None:
            return
        words = self.tr("After “{text}” did not work.").format(text=line.card.draft.text)
        form = ActionForm(
            self._bench,
            self.presenter.deeds,
            begin=follow_up(line.card),
            complaint_id=line.card.complaint_id,
            about=words,
            parent=self.window(),
        )
        form.accepted.connect(self._on_went_on)
        self._open(form)

    def change(self) -> None:
        """Change its words, who does it, by when and what it costs."""
        if (line := self.presenter.state.line) is not None:
            bench, deeds = self._bench, self.presenter.deeds
            self._open(ActionForm(bench, deeds, line.card, parent=self.window()))

    def _on_went_on(self) -> None:
        if (made := self.presenter.deeds.made) is not None:
            self.went_on.emit(made.id)

    def _say_not_done(self) -> None:
        if (line := self.presenter.state.line) is not None:
            deeds = self.presenter.deeds
            deeds.tell(deeds.not_done(line.card))

    def _remove(self) -> None:
        if (line := self.presenter.state.line) is not None:
            deeds = self.presenter.deeds
            deeds.tell(deeds.remove(line.card))

    def _open_origin(self) -> None:
        place = self.presenter.state.origin
        if place is not None:
            self._bench.navigator.open(place.room, place.part, place.item)

    def _open(self, dialog: FormDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_state(self) -> None:
        before = self.focusWidget()
        self._show_all()
        is_way = isinstance(before, QPushButton) and before in self._ways
        if is_way and before is not None and not before.isVisibleTo(self):
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        state = self.presenter.state
        self._all.setVisible(state.line is not None)
        self._gone.setText(state.gone or self.tr("Choose something in the list."))
        self._gone.setVisible(state.line is None)
        if state.line is None:
            return
        self._title.setText(state.line.card.draft.text)
        for part in (self._origin, self.origin_button):
            part.setText(state.from_where.replace("&", "&&"))
        self._origin.setText(state.from_where)
        self._origin.setVisible(state.origin is None)
        self.origin_button.setVisible(state.origin is not None)
        clear(self._notices)
        for tone, words in state.notices:
            self._notices.addWidget(Notice(tone, words))
        self._show_ways(state)
        clear(self._facts)
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, words) in enumerate(state.facts):
            self._facts.addWidget(label(name, "quiet"), row, 0, top)
            self._facts.addWidget(label(words), row, 1, top)
        self._card.setVisible(bool(state.facts))

    def _show_ways(self, state: DetailState) -> None:
        shown = {
            self.done_button: not state.is_done,
            self.done_on_button: not state.is_done,
            self.works_button: state.is_done and state.works is None,
            self.next_button: state.works is False,
            self.again_button: state.works is not None,
            self.shows_button: state.is_done,
            self.undone_button: state.is_done,
        }
        for button, is_shown in shown.items():
            button.setVisible(is_shown)
