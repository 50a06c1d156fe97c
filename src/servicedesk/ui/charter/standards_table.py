# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The table of standards of one page of the charter: tick, number, unit, how we will know.

It needs no bench: words and the wording check are handed in, and what is said comes out as
whole standards.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_editing import OwnStandard
from servicedesk.domain.standards_editing_words import Weigh
from servicedesk.ui.charter.standard_row import StandardRow
from servicedesk.ui.charter.standards_presenter import Look, StandardsPresenter, TableLabels
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.tab_order import focus_chain, forget_order
from servicedesk.ui.widgets.text import label


class StandardsTable(QWidget):
    """Edits the standards of one page.

    Args:
        labels: words for codes, and for printing.
        weigh: the wording check of a standard as it prints; None for none.
        look: what the records say of a standard; None for nothing.

    Attributes:
        presenter: what it shows.

    Signals:
        standards_changed: (tuple of ServiceStandard) said, in order: see ``with_edited``.
        standard_typed: (ServiceStandard) one is being changed, as far as it fits.
        typed: something was typed or chosen.
    """

    standards_changed = Signal(object)
    standard_typed = Signal(object)
    typed = Signal()

    def __init__(
        self,
        labels: TableLabels,
        weigh: Weigh | None = None,
        look: Look | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._labels = labels
        self._rows: dict[str, StandardRow] = {}
        self._order: list[str] = []
        self._led: list[QWidget] = []
        self.presenter = StandardsPresenter(labels, weigh, look, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        self._gone = QFrame()
        self._gone.setObjectName("notice_quiet")
        self._gone_words = label("")
        self._put_back = link_button(self.tr("Put it back"))
        inside = QVBoxLayout(self._gone)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self._gone_words)
        back = FlowLayout()
        inside.addLayout(back)
        back.addWidget(self._put_back)
        self._gone.hide()
        self._card = QFrame()
        self._card.setObjectName("card")
        self._card.hide()
        self._list = QVBoxLayout(self._card)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._head = self._build_head()
        self._list.addWidget(self._head)
        whole.addWidget(self._card)
        whole.addWidget(self._gone)
        self._add = link_button(self.tr("Add a promise of your own"))
        line = FlowLayout()
        line.addWidget(self._add)
        whole.addLayout(line)
        self._kinds = QWidget()
        kinds = FlowLayout(self._kinds)
        self._kind_buttons = []
        for about in OwnStandard:
            button = side_button(self._labels.enum(about))
            button.clicked.connect(lambda _=False, one=about: self._on_kind(one))
            self._kind_buttons.append(button)
            kinds.addWidget(button)
        self._kinds.hide()
        whole.addWidget(self._kinds)

    def _build_head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        self._heads = (
            label(self.tr("What you promise, and how soon or how much"), "small"),
            label(self.tr("How you will know"), "small"),
        )
        for part in self._heads:
            row.addWidget(part)
        row.setStretch(0, 1)
        return head

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show)
        self.presenter.standards_changed.connect(self._on_changed)
        self.presenter.standard_typed.connect(self._on_typed)
        self._put_back.clicked.connect(self.presenter.put_back)
        self._add.clicked.connect(lambda: self._kinds.setVisible(self._kinds.isHidden()))

    # --- public -----------------------------------------------------------------------------

    def set_standards(
        self,
        standards: Sequence[ServiceStandard],
        *,
        page: str = "",
        bare_days: DayKind | None = None,
        taken: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        """Show these; see ``StandardsPresenter.set_standards``."""
        self.presenter.set_standards(standards, page=page, bare_days=bare_days, taken=taken)

    def standards(self) -> tuple[ServiceStandard, ...]:
        """All standards of the table as they are said now."""
        return self.presenter.standards

    def show_errors(self, errors: Mapping[tuple[str, str], str]) -> None:
        """Show sentences beside fields and go to the first; see the presenter."""
        self.presenter.show_errors(errors)

    def commit(self) -> None:
        """Take what stands in every field as said."""
        for row in list(self._rows.values()):
            row.commit()

    def focus_target(self) -> QWidget:
        """What takes the keyboard first."""
        return self._rows[self._order[0]].stops()[0] if self._order else self._add

    # --- showing ----------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.presenter.state
        order = [row.key for row in state.rows]
        is_new = order != self._order
        for key in [key for key in self._rows if key not in order]:
            old = self._rows.pop(key)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        for row in state.rows:
            if row.key not in self._rows:
                made = StandardRow(row, self.presenter, self._labels)
                made.rebuilt.connect(self._later)
                self._rows[row.key] = made
                is_new = True
            self._rows[row.key].show_row(
                row, is_open=row.key == state.open_key, has_more=state.has_more
            )
        if is_new:
            self._order = order
            for key in order:
                self._list.removeWidget(self._rows[key])
                self._list.addWidget(self._rows[key])
                self._rows[key].show()
        self._card.setVisible(bool(order))
        self._show_gone(state.gone)
        self._lay_out()
        self._later()
        if state.focus != ("", ""):
            self._focus(*state.focus)

    def _show_gone(self, title: str) -> None:
        """Say what was taken out, and offer it back."""
        self._gone_words.setText(self.tr("“{title}” is taken out.").format(title=title))
        self._gone.setVisible(bool(title))

    def _focus(self, key: str, name: str) -> None:
        if key in self._rows:
            self._rows[key].focus_field(name)
        elif name == "put_back":
            self._put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _later(self) -> None:
        """Lead Tab through the rows once everything stands in its place."""
        QTimer.singleShot(0, self, self._lead_tab)

    def _lead_tab(self) -> None:
        stops: list[QWidget] = []
        for key in self._order:
            stops += self._rows[key].stops()
        stops += [self._put_back, self._add, *self._kind_buttons]
        if stops == self._led:
            return
        way = [self._before_it(), *stops]
        self._led = stops
        forget_order(self.window())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else the first pair would not count
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _before_it(self) -> QWidget:
        """From where Tab comes into the table; the table itself before it was led through."""
        known = {id(stop) for stop in self._led}
        chain = [
            one
            for one in focus_chain(self.window())
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one is not self
        ]
        comes = (before for before, stop in pairwise(chain) if id(stop) in known)
        before = next(comes, self)
        return self if self.isAncestorOf(before) else before

    def _lay_out(self) -> None:
        rows = list(self._rows.values())
        if not rows:
            return
        chip = max(row.chip_width() for row in rows)
        needed = max(row.needed() for row in rows)
        is_wide = needed + chip <= self.width()
        self._head.setVisible(is_wide)
        self._heads[1].setFixedWidth(max(chip, 1))
        for row in rows:
            row.set_columns(is_wide=is_wide, chip=chip)

    # --- slots ------------------------------------------------------------------------------

    def _on_kind(self, about: OwnStandard) -> None:
        self._kinds.hide()
        self.presenter.add(about)

    def _on_changed(self, standards: tuple[ServiceStandard, ...]) -> None:
        self.typed.emit()
        self.standards_changed.emit(standards)

    def _on_typed(self, standard: ServiceStandard) -> None:
        self.typed.emit()
        self.standard_typed.emit(standard)

    # --- Qt ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to cards where the columns have no room."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the letters grow."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._lay_out)
