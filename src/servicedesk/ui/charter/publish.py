# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that publishes: what stands in the way, a link for each line; what will happen; yes."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.charter.wizard_state import Line, LineGroup, WizardState
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label


class PublishPane(QWidget):
    """Shows every line about the charter, and publishes.

    Args:
        today: the day it is.

    Signals:
        line_chosen: (page id, question id or "") somebody wants to mend a line.
        publish_wanted: the owner says yes.
        on_wanted: go on with the pages for the leaflet and the full text.
        back_wanted: back to the page before.
    """

    line_chosen = Signal(str, str)
    publish_wanted = Signal()
    on_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._visit = -1
        self._first: QWidget | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage()
        self._scroll.body.addStretch(1)
        rows.addWidget(self._scroll)
        self._inside: QWidget | None = None

    def show_state(self, state: WizardState) -> None:
        """Show the lines; they are laid out anew for every visit only."""
        if state.page is not None or state.draft is None or state.visit == self._visit:
            return
        self._visit = state.visit
        if self._inside is not None:
            self._scroll.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        self._fill(QVBoxLayout(self._inside), state)
        self._scroll.body.insertWidget(0, self._inside)
        self._inside.show()  # now, so that it can take the keyboard
        self._scroll.to_top()

    def first_focus(self) -> QWidget | None:
        """The first line to mend, or the button that publishes."""
        return self._first

    def _fill(self, rows: QVBoxLayout, state: WizardState) -> None:
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        self._first = None
        poster = _only(state.groups, lambda line: line.is_of_poster)
        text = _only(state.groups, lambda line: line.blocks and not line.is_of_poster)
        warnings = _only(state.groups, lambda line: not line.blocks)
        rows.addWidget(label(self.tr("Publish your charter"), "title"))
        rows.addWidget(label(self._opening(poster, text), "quiet"))
        if not poster:
            rows.addWidget(self._yes(state))
        self._add(rows, self.tr("Before the poster can be published · {n}"), "late", poster)
        self._add(rows, self.tr("For the leaflet and the full text · {n}"), "due", text)
        self._add(rows, self.tr("Worth a look · {n}"), "quiet", warnings)
        line = FlowLayout(gap=10)
        back, further = side_button(self.tr("Back")), side_button(self.tr("Go on with all pages"))
        back.clicked.connect(self.back_wanted)
        further.clicked.connect(self.on_wanted)
        line.addWidget(back)
        if text:
            line.addWidget(further)
        rows.addLayout(line)
        self._first = self._first or back

    def _opening(self, poster: Sequence[LineGroup], text: Sequence[LineGroup]) -> str:
        if poster:
            return self.tr("Not quite yet. Choose a line to go where it is mended.")
        if text:
            return self.tr(
                "The poster is ready. The leaflet and the full text keep their draft mark until "
                "the lines below are mended; that can wait for another day."
            )
        return self.tr("Everything is ready: poster, leaflet and full text.")

    def _yes(self, state: WizardState) -> QWidget:
        card = Card(self.tr("What will happen"))
        said = [
            self.tr("This becomes version {number} of your charter.").format(number=state.number)
        ]
        begin = state.draft.answers.get("in_force_from") if state.draft is not None else None
        said.append(
            self.tr("It is in force from {day}.").format(
                day=long_day(begin if isinstance(begin, date) else self._today)
            )
        )
        if state.supersedes:
            said.append(
                self.tr("It takes the place of version {number}, which is kept.").format(
                    number=state.supersedes
                )
            )
        said.append(self.tr("A published version is never changed; a change makes the next one."))
        card.body.addWidget(label(" ".join(said)))
        button = main_button(self.tr("Publish version {number}").format(number=state.number))
        button.clicked.connect(self.publish_wanted)
        line = FlowLayout()
        line.addWidget(button)
        card.body.addLayout(line)
        self._first = button
        return card

    def _add(self, rows: QVBoxLayout, heading: str, tone: str, groups: Sequence[LineGroup]) -> None:
        if not groups:
            return
        count = sum(len(group.lines) for group in groups)
        rows.addWidget(Notice(tone, heading.format(n=count)))
        for group in groups:
            card = Card(group.title)
            card.body.setSpacing(4)
            for line in group.lines:
                button = link_button(line.sentence)
                button.clicked.connect(
                    lambda _=False, one=line: self.line_chosen.emit(one.page, one.question)
                )
                place = FlowLayout()
                place.addWidget(button)
                card.body.addLayout(place)
                self._first = self._first or button
            rows.addWidget(card)


def _only(groups: Sequence[LineGroup], wanted: Callable[[Line], bool]) -> tuple[LineGroup, ...]:
    found = (
        LineGroup(page=group.page, title=group.title, lines=tuple(filter(wanted, group.lines)))
        for group in groups
    )
    return tuple(group for group in found if group.lines)
