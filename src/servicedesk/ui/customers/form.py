# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form about a customer: name first, the rest as it comes; who may be the same is shown below.

Nothing has to be filled in but one thing to know the customer by.
"""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.guides import Question
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.form_presenter import CustomerFormPresenter
from servicedesk.ui.customers.lines_field import LinesField
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.field_notices import Notice
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import forget_order, order_tabs
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.text_fields import WordsField

FORM = "customers"
"""Under which name half-typed forms are kept: that of the table."""

PAIRS = (
    ("phones", "emails"),
    ("prefers", "best_time"),
    ("tags", "heard_from"),
    ("salutation", "sort_key"),
)
"""Questions that stand beside one another."""

_PAUSE_MS = 150
"""After a key, until it is seen who may be the same."""

_MARGIN = 20

_EMS_A_ROW = 9
"""Text heights of the window for each one who may be the same, so that the fields stay in sight."""

_ABOVE_SECTION = 8


class AlikePanel(QFrame):
    """Those who may be the one that is typed, each a link to their page.

    Signals:
        chosen: (number) somebody is the one.
        left: the keyboard goes back to where it came from.
    """

    chosen = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice_due")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._rows.setSpacing(0)
        self._rows.addWidget(label(self.tr("Is it one of these?"), "strong"))
        self._links: list[QPushButton] = []
        self._lines: list[QWidget] = []
        self.hide()

    def show_rows(self, rows: Iterable[CustomerRow]) -> None:
        """Show other people, or none."""
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines.clear()
        room = max(1, self.window().height() // em(self, _EMS_A_ROW))
        self._links = [self._link(row) for row in islice(rows, room)]
        self.setVisible(bool(self._links))

    def enter(self) -> bool:
        """Take the keyboard to the first link; False where there is none."""
        if self._links:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._links)

    def _link(self, row: CustomerRow) -> QPushButton:
        said = self.tr("Remember: {words}").format(words=row.remember) if row.remember else ""
        parts = (row.shown_name, row.reach, row.place, said)
        words = ", ".join(part for part in parts if part)
        link = link_button(words.replace("&", "&&"))
        link.setAccessibleName(words)
        link.clicked.connect(lambda: self.chosen.emit(row.id))
        link.installEventFilter(self)
        line = QWidget()
        ways = FlowLayout(line)  # which lets long words break into lines
        ways.addWidget(link)
        self._rows.addWidget(line)
        self._lines.append(line)
        return link

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from link to link by the arrows, and out above the first."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        step = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}.get(event.key(), 0)
        here = next((at for at, link in enumerate(self._links) if link is watched), None)
        if not step or here is None:
            return super().eventFilter(watched, event)
        if here + step < 0:
            self.left.emit()
        else:
            there = self._links[min(here + step, len(self._links) - 1)]
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class CustomerForm(FormDialog):
    """The form.

    Args:
        bench: of the open file.
        customer_id: of the one to change; None for a new one.
        name: that a new one begins with.
        parent: the window it belongs to.

    Signals:
        kept: (number) the customer was added or changed.
    """

    kept = Signal(int)

    def __init__(
        self,
        bench: Workbench,
        customer_id: int | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._bench = bench
        self.presenter = CustomerFormPresenter(bench, customer_id, name)
        card = self.presenter.card
        super().__init__("", parent)
        title = self.tr("New customer") if card is None else self.tr("Change customer")
        self.setWindowTitle(title)
        self._head.setText(title)
        self.presenter.setParent(self)
        self._by_id: dict[str, Field] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._fill()
        self._draft = FormDraft(self, bench, FORM, "" if card is None else str(card.id))
        self._wire()
        self._show_kind()
        self._look()

    def _fill(self) -> None:
        for section in self.presenter.sections:
            if section.title:
                self.body.addSpacing(_ABOVE_SECTION)
                self.body.addWidget(label(section.title, "section"))
            for question in section.questions:
                self._by_id[question.id] = self.add(self._made(question))
        for question_id, value in self.presenter.values.items():
            self._by_id[question_id].set_value(value)
        for first, second in PAIRS:
            pair = Pair()
            self.body.insertWidget(self.body.indexOf(self._by_id[first]), pair)
            pair.put(self._by_id[first], self._by_id[second])
        self.alike = AlikePanel()
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.insertWidget(whole.count() - 1, self.alike)

    def _made(self, question: Question) -> Field:
        match question.id:
            case "phones":
                return LinesField(question, self._bench, self.tr("Another phone"))
            case "emails":
                return LinesField(question, self._bench, self.tr("Another e-mail"))
            case "addresses":
                hint = self.tr("Street, town, postcode")
                return LinesField(question, self._bench, self.tr("Another address"), hint)
            case _:
                return make_field(question, self._bench.labels, self._bench)

    def _wire(self) -> None:
        self._pause.timeout.connect(self._look)
        for field in self.fields():
            field.typed.connect(self._pause.start)
        self._by_id["emails"].committed.connect(self._ask_about_emails)
        self._by_id["emails"].typed.connect(lambda: self._ask_about_emails(is_typing=True))
        self._by_id["kind"].typed.connect(self._show_kind)
        self.presenter.state_changed.connect(self._show_state)
        self.alike.chosen.connect(self._open_other)
        self._name = self._by_id["name"].focus_target()
        self._name.installEventFilter(self)
        self.alike.left.connect(self._name.setFocus)
        self.save_wanted.connect(self._save)

    def _look(self) -> None:
        self._pause.stop()
        self.presenter.look(self.values())

    def _ask_about_emails(self, *, is_typing: bool = False) -> None:
        """Ask once a line is left; while somebody types nothing is wrong yet."""
        field = self._by_id["emails"]
        if isinstance(field, LinesField):
            field.ask("" if is_typing else self.presenter.email_question(field.value()))

    def _show_kind(self) -> None:
        """Whom to ask for is asked of firms alone."""
        self._by_id["ask_for"].setVisible(self._by_id["kind"].value() == "firm")

    def _show_state(self) -> None:
        state = self.presenter.state
        self.alike.show_rows(state.alike)
        for question_id, field in self._by_id.items():
            if isinstance(field, WordsField):
                warning = state.warnings.get(question_id)
                field.set_notices([Notice(text=warning)] if warning else [])
        if self.isVisible():
            forget_order(self)
            self._lead_tab()

    def _lead_tab(self) -> None:
        buttons = (self.save_button, self.close_button)
        order_tabs([self._page, self.alike, *buttons])

    def _open_other(self, customer_id: int) -> None:
        """Go there; what was typed is kept, and offered when the form is opened again."""
        self.reject()
        self.presenter.open_other(customer_id)

    def _save(self) -> None:
        wrong = self.presenter.save(self.values())
        if wrong is None:
            return
        self.show_errors(wrong)
        card = self.presenter.card
        if not wrong and card is not None:
            self.accept()
            self.kept.emit(card.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the name down to those who may be the same."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_down = event.key() == Qt.Key.Key_Down
            if watched is self._name and is_down and self.alike.enter():
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up with Tab led through the links too."""
        super().showEvent(event)
        forget_order(self)
        self._lead_tab()


def show_customer_form(
    bench: Workbench, parent: QWidget | None, customer_id: int | None = None, name: str = ""
) -> CustomerForm:
    """Open the form over a window; whoever is new is shown on their page once they are kept.

    Args:
        bench: of the open file.
        parent: the window it belongs to.
        customer_id: of the one to change; None for a new one.
        name: that a new one begins with.

    Raises:
        Refusal: ``record_gone``.
    """
    form = CustomerForm(bench, customer_id, name, parent)
    if customer_id is None:
        form.kept.connect(lambda kept: bench.navigator.open("customers", "", str(kept)))
    form.finished.connect(form.deleteLater)
    form.open()
    return form
