# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""All that is kept to help one customer, in one dialog: added, changed, taken away with one key."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.support import ConsentBasis, ConsentCard, SafetyCard, SupportCard
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.support_form import SupportForm
from servicedesk.ui.people.support_presenter import CONSENT, NEED, SAFETY, SupportPresenter
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_PARTS = (NEED, SAFETY, CONSENT)


class SupportSheetDialog(FormDialog):
    """Needs, safety notes and consents of one customer.

    Args:
        bench: of the open file.
        customer_id: whose.
        parent: the window it belongs to.

    Attributes:
        presenter: reads and keeps the sheet.
        form: the form that is open over it, or None.

    Raises:
        Refusal: ``record_gone``.
    """

    def __init__(self, bench: Workbench, customer_id: int, parent: QWidget | None = None) -> None:
        presenter = SupportPresenter(bench, customer_id)
        super().__init__(presenter.state.name, parent)
        presenter.setParent(self)
        self._desk = bench
        self.presenter = presenter
        self.form: SupportForm | None = None
        self.save_button.hide()
        self._rows: dict[str, QVBoxLayout] = {}
        self._lines: list[QWidget] = []
        self._build()
        presenter.state_changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        titles = (self.tr("How to help"), self.tr("To mind"), self.tr("Offers they agreed to"))
        notes = (
            self.tr("What helps, not why. It is never printed for them."),
            self.tr("Kept only with their clear yes, and only on this page and the job sheet."),
            self.tr("Nothing is sent without their yes; one taken back stays noted."),
        )
        adds = (
            self.tr("Add what helps"),
            self.tr("Add a safety note"),
            self.tr("Note that they agree"),
        )
        self.add_buttons = tuple(side_button(words) for words in adds)
        for at, part in enumerate(_PARTS):
            card = Card(titles[at])
            card.body.addWidget(label(notes[at], "small"))
            rows = QVBoxLayout()
            card.body.addLayout(rows)
            self._rows[part] = rows
            line = FlowLayout()
            line.addWidget(self.add_buttons[at])
            card.body.addLayout(line)
            self.add_buttons[at].clicked.connect(lambda _=False, to=part: self.open_form(to))
            self.body.addWidget(card)

    def open_form(self, part: str, record_id: int | None = None) -> SupportForm:
        """Open the form of something new, or of a line.

        Args:
            part: NEED, SAFETY or CONSENT.
            record_id: of the line; None for something new.
        """
        form = SupportForm(self._desk, self.presenter, part, record_id, self)
        form.finished.connect(self._closed)
        self.form = form
        form.open()
        return form

    def _closed(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None

    def _show_state(self) -> None:
        had = next((at for at, line in enumerate(self._lines) if _holds_keyboard(line)), None)
        for line in self._lines:
            line.hide()
            line.deleteLater()
        sheet = self.presenter.state.sheet
        made = (
            (NEED, [self._need(card) for card in sheet.needs]),
            (SAFETY, [self._safety(card) for card in sheet.safety]),
            (CONSENT, [self._consent(card) for card in sheet.consents]),
        )
        self._lines = []
        order: list[QWidget] = []
        for (part, lines), add in zip(made, self.add_buttons, strict=True):
            for line in lines:
                self._rows[part].addWidget(line)
                self._lines.append(line)
            order += [*lines, add]
        order_tabs([*order, self.close_button])
        if had is not None:
            self._go_near(had)

    def _go_near(self, at: int) -> None:
        """The line that had the keyboard is gone: it goes to the one in its place."""
        if self._lines:
            stop = self._lines[min(at, len(self._lines) - 1)].findChild(QWidget, "link")
        else:
            stop = self.add_buttons[0]
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _need(self, card: SupportCard) -> QWidget:
        draft, today, say = card.draft, self._desk.today, self._desk.labels
        words = say.enum(draft.need)
        if draft.detail:
            words = self.tr("{what}: {words}").format(what=words, words=draft.detail)
        if draft.agreed_on is None:
            small = self.tr("For this job only, until {day}.").format(day=_said(draft.review_on))
        else:
            small = self.tr("They said on {day}: “{yes}”. To be asked again on {again}.").format(
                day=long_day(draft.agreed_on),
                yes=draft.yes_words.rstrip("."),
                again=_said(draft.review_on),
            )
        line, deeds = self._line(words, small)
        self._deed(deeds, self.tr("Change"), words, lambda: self.open_form(NEED, card.id))
        if card.is_review_due(today) and not card.is_for_now:
            still = self.tr("Still helps")
            self._deed(deeds, still, words, lambda: self.presenter.still_helps(card.id))
        self._deed(deeds, self.tr("Remove"), words, lambda: self.presenter.remove(NEED, card.id))
        return line

    def _safety(self, card: SafetyCard) -> QWidget:
        draft = card.draft
        words = self.tr("{what}: {words}").format(
            what=self._desk.labels.enum(draft.kind), words=draft.text
        )
        small = self.tr("They said on {day}: “{yes}”. Kept until {end}.").format(
            day=long_day(draft.agreed_on),
            yes=draft.yes_words.rstrip("."),
            end=long_day(draft.ends_on),
        )
        if card.has_ended(self._desk.today):
            small = self.tr("Kept until {end}. Ask again, or remove it.").format(
                end=long_day(draft.ends_on)
            )
        line, deeds = self._line(words, small)
        self._deed(deeds, self.tr("Change"), words, lambda: self.open_form(SAFETY, card.id))
        remove = self.tr("Remove")
        self._deed(deeds, remove, words, lambda: self.presenter.remove(SAFETY, card.id))
        return line

    def _consent(self, card: ConsentCard) -> QWidget:
        draft = card.draft
        words = self.tr("{channel}: “{wording}”").format(
            channel=self._desk.labels.enum(draft.channel), wording=draft.wording
        )
        given = long_day(draft.given_on)
        if draft.withdrawn_on is not None:
            small = self.tr("Agreed on {day}, taken back on {end}.").format(
                day=given, end=long_day(draft.withdrawn_on)
            )
        elif draft.how:
            small = self.tr("Agreed on {day}, {how}.").format(day=given, how=draft.how)
        else:
            small = self.tr("Agreed on {day}.").format(day=given)
        if draft.basis is ConsentBasis.SALE:
            small = " ".join((self.tr("After a sale, for similar things of ours."), small))
        line, deeds = self._line(words, small)
        if card.is_given:
            back = self.tr("They took it back")
            self._deed(deeds, back, words, lambda: self.presenter.remove(CONSENT, card.id))
        return line

    def _line(self, words: str, small: str) -> tuple[QWidget, FlowLayout]:
        """One thing that is kept, with room for what can be done about it."""
        line = QWidget()
        rows = QVBoxLayout(line)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(0)
        rows.addWidget(label(words))
        rows.addWidget(label(small, "small"))
        deeds = FlowLayout(gap=16)
        rows.addLayout(deeds)
        return line, deeds

    def _deed(self, deeds: FlowLayout, words: str, of: str, run: Callable[[], object]) -> None:
        button = link_button(words)
        button.setAccessibleName(self.tr("{deed}, {what}").format(deed=words, what=of))
        # Queued: the line that holds the button goes with what it does.
        button.clicked.connect(lambda _=False: run(), Qt.ConnectionType.QueuedConnection)
        deeds.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something new is added."""
        super().showEvent(event)
        self.add_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)


def open_support(bench: Workbench, parent: QWidget, customer_id: int) -> SupportSheetDialog:
    """Open the sheet of a customer over a window.

    Args:
        bench: of the open file.
        parent: the window, or a widget of it.
        customer_id: whose.

    Returns:
        The dialog, which is open now and goes away by itself.

    Raises:
        Refusal: ``record_gone``.
    """
    dialog = SupportSheetDialog(bench, customer_id, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _said(day: date | None) -> str:
    return "" if day is None else long_day(day)


def _holds_keyboard(widget: QWidget) -> bool:
    return widget.focusWidget() is not None and widget.focusWidget().hasFocus()
