# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A field for a customer: a name, a phone or a postcode is typed, and whoever it is, chosen.

What is open with the customer stands under the field before the same is written a second time.
Nobody has to be chosen: what was typed may stay a name.
"""

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.search_people import OpenItem, PersonNow
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.who_panel import WhoPanel
from servicedesk.ui.people.who_presenter import NOT_MARKED, Unknown, WhoPresenter
from servicedesk.ui.widgets.buttons import chip_button
from servicedesk.ui.widgets.chip import Chip, MarkedLabel
from servicedesk.ui.widgets.enter import is_enter
from servicedesk.ui.widgets.field import Field, is_leaving
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import label

_LONGEST = 200
"""Letters of a name that can be typed here."""

_SHOWN = 80
"""Letters of an open thing that are shown."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class WhoField(Field):
    """Chooses a customer while typing.

    Signals:
        chosen: (number of the customer or None) somebody was chosen, or no longer is.
        stands: ``value`` is another one, whoever has put it there.

    Args:
        bench: of the open file.
        title: the label over the field; "" for "Who".
        help_text: under the label; "" for what can be typed.
        question_id: under which a dialog knows the field.
        can_be_new: what was typed can become a customer; whoever asks adds them on saving.
        unknown: what becomes of a name that is nobody's, once the line is left.
    """

    chosen = Signal(object)
    stands = Signal()

    def __init__(
        self,
        bench: Workbench,
        title: str = "",
        help_text: str = "",
        question_id: str = "customer_id",
        parent: QWidget | None = None,
        *,
        can_be_new: bool = True,
        unknown: Unknown = Unknown.STAYS,
    ) -> None:
        question = Question(
            id=question_id,
            kind=QuestionKind.TEXT,
            label=title or self.tr("Who"),
            help=help_text,
        )
        super().__init__(question, bench.labels, bench, parent)
        self._desk = bench
        self._presenter = WhoPresenter(bench, self, can_be_new=can_be_new, unknown=unknown)
        self._panel: WhoPanel | None = None
        self._stood: int | None = None
        self._edit = QLineEdit()
        self._edit.setMaxLength(_LONGEST)
        self._edit.setPlaceholderText(self.tr("Name, phone or postcode"))
        self._place(self._edit)
        self._speak_for(self._edit)
        self._now = QFrame()
        self._now_rows = QVBoxLayout(self._now)
        self._now_rows.setContentsMargins(2, 2, 2, 0)
        self._now_rows.setSpacing(3)
        self._now.hide()
        self._rows.addWidget(self._now)
        self.add_chip = chip_button(self.tr("Also add as a new customer"), is_ticked=True)
        self.add_chip.hide()
        self._rows.addWidget(self.add_chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._wire()

    def _build(self) -> None:
        """Nothing yet: the line goes in once the field stands and knows the bench."""

    def _wire(self) -> None:
        self._edit.textEdited.connect(self._on_typed)
        self._edit.installEventFilter(self)
        self._presenter.state_changed.connect(self._show_state)
        self._presenter.chosen.connect(self._on_chosen)
        self.add_chip.clicked.connect(lambda on: self._presenter.want_new(is_new=on))

    def value(self) -> int | None:
        """Number of the customer who was chosen, or None."""
        person = self._presenter.state.person
        return None if person is None else person.row.id

    def typed_name(self) -> str:
        """What stands in the line, whether or not it is a customer's name."""
        return self._edit.text().strip()

    def told(self) -> int | str | tuple[str]:
        """Who it is: a customer's number, a name that is none's, or a new customer's in a tuple."""
        if self._presenter.state.is_new:
            return (self.typed_name(),)
        return self.value() or self.typed_name()

    def set_customer(self, customer_id: int | None, typed: str = "") -> None:
        """Show a customer, or a name that is none's; says nothing to those who listen.

        Args:
            customer_id: who; None for nobody.
            typed: what stands in the line where there is nobody.
        """
        self.set_value(typed if customer_id is None else customer_id)

    def _show_value(self, value: object) -> None:
        if isinstance(value, int):
            self._presenter.put(value)
        elif isinstance(value, tuple | list):
            self._presenter.put(None, str(*value), is_new=True)
        else:
            self._presenter.put(None, str(value or ""))

    def focus_target(self) -> QLineEdit:
        """The line."""
        return self._edit

    def _on_typed(self, text: str) -> None:
        self.show_error("")
        self._presenter.look_for(text)
        self._note_typing()

    def _on_chosen(self, customer_id: object) -> None:
        self.chosen.emit(customer_id)
        state = self._presenter.state
        if customer_id is not None or state.is_new or state.is_offered:
            self._note_choice()

    def _show_state(self) -> None:
        state = self._presenter.state
        if self._edit.text().strip() != state.text:
            self._edit.setText(state.text)
        if state.is_open and self._edit.hasFocus():
            if self._panel is None or self._panel.parentWidget() is not self.window():
                self._panel = WhoPanel(self._desk.theme, self.window())
                self._panel.taken.connect(self._presenter.take)
            self._panel.show_state(state, self._edit)
        elif self._panel is not None:
            self._panel.hide()
        self._show_person(state.person)
        self._show_offer()
        if self._stood != self.value():
            self._stood = self.value()
            self.stands.emit()

    def _show_offer(self) -> None:
        """Ask whether what was typed becomes a customer, once it is clear that nobody is meant."""
        state = self._presenter.state
        self.add_chip.setChecked(state.is_new)
        self.add_chip.setVisible(state.is_offered)

    def _show_person(self, person: PersonNow | None) -> None:
        while (item := self._now_rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._now.setVisible(person is not None)
        self._describe(self.error())
        if person is None:
            is_said = self._presenter.state.is_new and not self._presenter.state.is_offered
            self._now.setVisible(is_said)
            if is_said:
                self._now_rows.addWidget(label(self._new_words(), "small"))
            return
        row = person.row
        where = " · ".join(part for part in (row.place, row.reach) if part)
        if where:
            self._now_rows.addWidget(label(where, "small"))
        if row.remember:
            said = MarkedLabel(self._remember(), "due", "chip_due")
            said.setWordWrap(True)
            self._now_rows.addWidget(said)
        for open_item in person.items:
            self._now_rows.addWidget(self._line(open_item))
        more = person.open_count - len(person.items)
        if more:
            self._now_rows.addWidget(label(self.tr("And {n} more open.").format(n=more), "small"))

    def _remember(self) -> str:
        """What to remember about whoever is chosen, in words; "" for nothing."""
        person = self._presenter.state.person
        if person is None or not person.row.remember:
            return ""
        return self.tr("Remember: {words}").format(words=person.row.remember)

    def _new_words(self) -> str:
        return self.tr("A new customer, added when you save.")

    def _description(self, sentence: str = "") -> str:
        said = super()._description(sentence)
        new = self._new_words() if self._presenter.state.is_new else ""
        return " ".join(part for part in (said, self._remember(), new) if part)

    def _line(self, item: OpenItem) -> QWidget:
        """What is open, with the day at its end."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        whole = item.text
        if not whole and item.about is not None:
            whole = self._desk.labels.enum(item.about)
        text = whole if len(whole) <= _SHOWN else f"{whole[:_SHOWN].rstrip()}…"
        said = self.tr("Promised: {text}")
        if item.kind is Kind.CONTACT:
            said = self.tr("Asked: {text}")
        elif item.kind is Kind.COMPLAINT:
            said = self.tr("Complained: {text}")
        row.addWidget(label(said.format(text=text)), 1)
        row.addWidget(Chip(*self._day_of(item)), 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _day_of(self, item: OpenItem) -> tuple[str, str]:
        """By which day, in words, and the tone of it."""
        today, day = self._bench.today, item.due_on
        if day == today:
            return self.tr("due today"), Tone.DUE
        shown = QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
        if day < today:
            return self.tr("was due {day}").format(day=shown), Tone.LATE
        return self.tr("due {day}").format(day=shown), Tone.QUIET

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the customers and take one without leaving the line."""
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return self._on_key(event)
        if is_leaving(event):
            self._presenter.settle()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the list; Enter and Esc are the dialog's while it is shut."""
        key, is_open = event.key(), self._presenter.state.is_open
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_step = key in _STEPS and not held
        is_taken = is_enter(event) and is_open and self._presenter.state.marked != NOT_MARKED
        is_shut = is_open and key == Qt.Key.Key_Escape
        if not (is_step or is_taken or is_shut):
            if is_enter(event) and event.type() is QEvent.Type.KeyPress:
                self._presenter.settle()  # what was typed stays; the key is the dialog's
            return False
        event.accept()
        if event.type() is QEvent.Type.ShortcutOverride:
            return True
        if is_step:
            self._presenter.step(_STEPS[Qt.Key(key)])
        elif is_taken:
            self._presenter.take()
        else:
            self._presenter.close()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the panel away with the field."""
        super().hideEvent(event)
        if self._panel is not None:
            self._panel.hide()
