# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One row of the table of standards, with the editor that opens under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.standards import Measure
from servicedesk.domain.standards_editing import EditorField, FieldPlace, FieldShape
from servicedesk.ui.charter.standard_field import StandardField
from servicedesk.ui.charter.standards_presenter import Row, StandardsPresenter, TableLabels
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.field_notices import Notice, NoticeLines
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_TITLE = 9
"""Least width of a title beside its chip, in text heights."""

_ADVICE_ROW = 5
_TICKED = "is_ticked"
_MARGIN = 12
_GAP = 10


class StandardRow(QFrame):
    """One standard.

    Args:
        row: what it shows first.
        presenter: is told what is typed.
        labels: words for codes.

    Signals:
        rebuilt: it has other fields than before, so that Tab has another way to go.
    """

    rebuilt = Signal()

    def __init__(
        self,
        row: Row,
        presenter: StandardsPresenter,
        labels: TableLabels,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key = row.key
        self._presenter = presenter
        self._labels = labels
        self._row = row
        self._fields: dict[str, StandardField] = {}
        self._shown: tuple[EditorField, ...] = ()
        self._measure: Measure | None = None
        self._is_wide = True
        self._long: list[bool] = []
        self._build()
        self.show_row(row, is_open=False, has_more=False)

    def _build(self) -> None:
        self._head = QWidget()
        self._grid = QGridLayout(self._head)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)
        self._title = label("", "strong")
        self._level = QWidget()
        self._levels = QVBoxLayout(self._level)
        self._levels.setContentsMargins(0, 0, 0, 0)
        self._chip = Chip("")
        self._sentence = label("", "small")
        self._record = label("", "small")
        self._advice = NoticeLines()
        self._advice.acted.connect(self._on_advice)
        self._toggle = link_button("")
        self._toggle.clicked.connect(lambda: self._presenter.toggle(self.key))
        self._tier = QWidget()
        tier = FlowLayout(self._tier, gap=_GAP)
        tier.addWidget(self._level)
        tier.addWidget(self._toggle)
        self._editor = QWidget()
        self._editor_rows = QVBoxLayout(self._editor)
        self._editor_rows.setContentsMargins(0, 4, 0, 4)
        self._editor_rows.setSpacing(12)
        self._more = link_button("")
        self._more.clicked.connect(self._on_more)
        self._rest = QWidget()
        self._rest_rows = QGridLayout(self._rest)
        self._rest_rows.setContentsMargins(0, 0, 0, 0)
        self._rest_rows.setSpacing(12)
        self._rest_rows.setColumnStretch(0, 1)
        self._rest_rows.setColumnStretch(1, 1)
        self._buttons = self._build_buttons()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, 10, _MARGIN, 6)
        rows.setSpacing(4)
        rows.addWidget(self._head)
        rows.addWidget(self._editor)

    def _build_buttons(self) -> QWidget:
        made = QWidget()
        row = FlowLayout(made)
        self._up = side_button(self.tr("Move up"))
        self._down = side_button(self.tr("Move down"))
        self._remove = side_button(self.tr("Take it out"))
        self._up.clicked.connect(lambda: self._presenter.move(self.key, -1))
        self._down.clicked.connect(lambda: self._presenter.move(self.key, 1))
        self._remove.clicked.connect(lambda: self._presenter.remove(self.key))
        for button in (self._up, self._down, self._remove):
            row.addWidget(button)
        return made

    # --- showing ----------------------------------------------------------------------------

    def show_row(self, row: Row, *, is_open: bool, has_more: bool) -> None:
        """Show another state of the standard; what somebody types in is left alone."""
        self._row = row
        self._shown = tuple(
            one
            for one in row.fields
            if one.place is FieldPlace.ROW
            or (is_open and (has_more or one.place is FieldPlace.MISSED))
        )
        self._rebuild(row)
        title = row.standard.title
        self._title.setText(title)
        for one in self._shown:
            shown = self._fields[one.name]
            shown.set_owner(title)
            shown.show_error(row.errors.get(one.name, ""))
            shown.show_field(one)
        self._sentence.setText(row.sentence)
        self._record.setText(row.record)
        self._record.setVisible(bool(row.record))
        self._chip.show_news(
            self._labels.say(f"standard_editor.known.{row.measured_by.value}"), "quiet"
        )
        self._show_advice(row)
        self._show_editor(title, is_open=is_open, has_more=has_more)

    def _show_advice(self, row: Row) -> None:
        notices = []
        for one in row.advice:
            text = one.sentence
            if one.rewrite:
                text = self.tr("{sentence} You could say: “{words}”").format(
                    sentence=one.sentence, words=one.rewrite
                )
            action = self.tr("Use this wording") if one.rewrite else ""
            tone = "late" if one.blocks else "due"
            notices.append(Notice(text=text, tone=tone, action_text=action))
        if row.warning:  # last, so that the others keep their places
            notices.append(Notice(text=row.warning, tone="due", action_text=""))
        self._advice.show_notices(notices)
        for number, button in enumerate(self._advice.findChildren(QPushButton), 1):
            named = self.tr("{action}: {title}, {number}")
            title = row.standard.title
            button.setAccessibleName(named.format(action=button.text(), title=title, number=number))

    def _show_editor(self, title: str, *, is_open: bool, has_more: bool) -> None:
        missed = self._row.standard.remedy.is_empty
        asks = self.tr("And if you miss it?") if missed else self.tr("Change the words, and more")
        self._toggle.setText(self.tr("Close") if is_open else asks)
        self._more.setText(self.tr("Less") if has_more else self.tr("More"))
        for button in (self._toggle, self._more, self._up, self._down, self._remove):
            named = self.tr("{field}: {title}").format(title=title, field=button.text())
            button.setAccessibleName(named)
        self._place_advice(is_open=is_open)
        self._editor.setVisible(is_open)
        self._rest.setVisible(has_more)

    def _place_advice(self, *, is_open: bool) -> None:
        """Advice stands under the words it is about, so that they stay where they are typed."""
        at = self._editor_rows.indexOf(self._advice)
        if is_open and at < 0:
            self._grid.removeWidget(self._advice)
            self._editor_rows.insertWidget(self._editor_rows.indexOf(self._more), self._advice)
        elif not is_open and at >= 0:
            self._editor_rows.removeWidget(self._advice)
            self._grid.addWidget(self._advice, _ADVICE_ROW, 1, 1, 2)

    def _rebuild(self, row: Row) -> None:
        """Make the fields that are not there yet; another measure shows all of them anew."""
        names = [one.name for one in self._shown]
        is_other = row.standard.measure is not self._measure
        old = [name for name in self._fields if is_other or name not in names]
        new = [one for one in self._shown if is_other or one.name not in self._fields]
        if not old and not new:
            return
        self._measure = row.standard.measure
        focused = next((name for name in old if _has_keyboard(self._fields[name])), "")
        for name in old:
            gone = self._fields.pop(name)
            gone.hide()
            gone.deleteLater()
        for one in new:
            self._add(one)
        self._editor_rows.addWidget(self._more)
        self._editor_rows.addWidget(self._rest)
        self._editor_rows.addWidget(self._buttons)
        self._long = []
        if is_other:
            self._arrange()
        self._arrange_rest()
        self.rebuilt.emit()
        if focused in self._fields:
            self._fields[focused].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, one: EditorField) -> None:
        is_bare = one.place is FieldPlace.ROW and (one.name in (_TICKED, "limit"))
        made = StandardField(one, self._row.standard.title, self._labels, is_bare=is_bare)
        made.typed.connect(lambda raw, name=one.name: self._presenter.typed(self.key, name, raw))
        made.committed.connect(
            lambda raw, name=one.name: self._presenter.committed(self.key, name, raw)
        )
        self._fields[one.name] = made
        if one.place is FieldPlace.MISSED:
            self._editor_rows.addWidget(made)
        elif one.place is FieldPlace.ROW and one.name != _TICKED:
            self._levels.addWidget(made)

    # --- laying out -------------------------------------------------------------------------

    def chip_width(self) -> int:
        """What the chip needs, in pixels."""
        return self._chip.sizeHint().width()

    def needed(self) -> int:
        """What tick and title and margins need beside the chip, in pixels."""
        tick = self._fields[_TICKED].sizeHint().width()
        return em(self, _TITLE) + tick + 2 * _MARGIN + 2 * _GAP

    def set_columns(self, *, is_wide: bool, chip: int) -> None:
        """Stand in columns, or fold to a card.

        Args:
            is_wide: in columns.
            chip: width of the column of chips.
        """
        self._grid.setColumnMinimumWidth(2, chip if is_wide else 0)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()
        self._arrange_rest()

    def _arrange(self) -> None:
        parts: list[QWidget] = [self._title, self._chip, self._tier, self._sentence, self._record]
        if self._editor_rows.indexOf(self._advice) < 0:  # else it stands under its words
            parts.append(self._advice)
        for part in parts:
            self._grid.removeWidget(part)
        middle, left = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(self._fields[_TICKED], 0, 0, middle)
        if self._is_wide:
            self._grid.addWidget(self._title, 0, 1)
            self._grid.addWidget(self._chip, 0, 2, middle | left)
        else:
            self._grid.addWidget(self._title, 0, 1, 1, 2)
            self._grid.addWidget(self._chip, 1, 1, 1, 2, left)
        for at, part in enumerate(parts[2:], 2):
            self._grid.addWidget(part, at, 1, 1, 2)
        self._grid.setColumnStretch(1, 1)

    def _arrange_rest(self) -> None:
        """Words take the whole width; small fields stand in twos where both have room."""
        half = (self.width() - 2 * _MARGIN - _GAP) // 2
        rest = [one for one in self._shown if one.place is FieldPlace.MORE]
        is_long = [
            one.shape is FieldShape.WORDS or self._fields[one.name].minimumSizeHint().width() > half
            for one in rest
        ]
        if is_long == self._long:
            return
        self._long = is_long
        place = 0
        for one, alone in zip(rest, is_long, strict=True):
            made = self._fields[one.name]
            self._rest_rows.removeWidget(made)
            place += place % 2 if alone else 0
            across = 2 if alone else 1
            top = Qt.AlignmentFlag(0) if alone else Qt.AlignmentFlag.AlignTop
            self._rest_rows.addWidget(made, place // 2, place % 2, 1, across, top)
            place += across

    # --- keyboard ---------------------------------------------------------------------------

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order read."""
        by_place: dict[FieldPlace, list[QWidget]] = {place: [] for place in FieldPlace}
        for one in self._shown:
            by_place[one.place] += self._fields[one.name].stops()
        return [
            *by_place[FieldPlace.ROW],
            self._toggle,
            *by_place[FieldPlace.MISSED],
            *self._advice.findChildren(QPushButton),
            self._more,
            *by_place[FieldPlace.MORE],
            self._up,
            self._down,
            self._remove,
        ]

    def focus_field(self, name: str) -> None:
        """Give a field the keyboard, its words chosen so that typing takes their place."""
        if name in self._fields:
            target = self._fields[name].focus_target()
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            select = getattr(target, "selectAll", None)
            if select is not None:
                select()

    def commit(self) -> None:
        """Take what stands in the fields as said."""
        for one in list(self._fields.values()):
            one.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the standard by Alt and the arrows."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        by = moves.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._presenter.move(self.key, by)
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line above every row, the head of the table included."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Midlight))
        painter.drawLine(1, 0, self.width() - 2, 0)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the fields opens the editor."""
        event.accept()
        if self._editor.isHidden():
            self._presenter.toggle(self.key)

    def _on_more(self) -> None:
        self._presenter.set_more(has_more=self._rest.isHidden())

    def _on_advice(self, position: int) -> None:
        self._presenter.use(self.key, self._row.advice[position])


def _has_keyboard(field: StandardField) -> bool:
    return any(part.hasFocus() for part in field.stops())
