# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The contact note: who it was, what it was about, and whether anybody has to come back to it.

It opens from anywhere by one key and is written in a quarter of a minute: a name, Enter, a few
words, Ctrl+Enter. Everything else has a sensible beginning.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.contacts import ContactCard
from servicedesk.domain.guides import Question
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.about_complaint import AboutComplaintField
from servicedesk.ui.people.contact_presenter import ABOUT_COMPLAINT, FORM, ContactPresenter
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.people.who_presenter import Unknown
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.fields import (
    ChoicesField,
    DayField,
    Field,
    LongTextField,
    Notice,
    TextField,
)
from servicedesk.ui.widgets.files_strip import FilesStrip
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.sure_choice import SureChoiceField
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_DAY = 11.5
"""Narrowest line for a day, in text heights."""


class ContactForm(FormDialog):
    """Notes a contact, or changes one.

    Args:
        bench: of the open file.
        parent: the window it belongs to.
        customer_id: with whom, where that is known; None for nobody yet.
        contact_id: of the contact to change; None for a new one.
        complaint_id: of the complaint that a new one is about, or None.

    Attributes:
        presenter: keeps it.
        who: chooses the customer.
        about: chooses which of their open complaints it is about.

    Raises:
        Refusal: ``record_gone`` for a contact that is not there any more.
    """

    def __init__(
        self,
        bench: Workbench,
        parent: QWidget | None = None,
        customer_id: int | None = None,
        contact_id: int | None = None,
        complaint_id: int | None = None,
    ) -> None:
        presenter = ContactPresenter(bench, contact_id, complaint_id=complaint_id)
        super().__init__(presenter.title, parent)
        presenter.setParent(self)
        self.presenter = presenter
        self._desk = bench
        self._told: Mapping[str, str] = {}
        self._build()
        if contact_id is not None:
            self._build_kept(contact_id)
        self.who.stands.connect(self._offer)
        self._offer()
        begin = self.presenter.begin(customer_id)
        for field in self.fields():
            field.set_value(begin.get(field.question_id))
        if complaint_id is not None and contact_id is None:
            FormDraft(self, bench, ABOUT_COMPLAINT, str(complaint_id), is_new=True)
        else:
            FormDraft(self, bench, FORM, "" if contact_id is None else str(contact_id))
        self._wire()
        if customer_id is not None:
            self.text.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        asked = self.presenter.questions()
        self.who = WhoField(self._desk, unknown=Unknown.ASKED)
        self.text = LongTextField(asked["text"], self._desk.labels, self._desk)
        self.add(self.who)
        self.about = AboutComplaintField(self._desk)
        self.add(self.text)
        self.add(self.about)
        self._how = self.add(self._made(SureChoiceField, asked["channel"]))
        self._add_pair(
            self._made(SureChoiceField, asked["direction"]),
            self._made(ChoicesField, asked["ended"]),
        )
        self.add(self._made(DayField, asked["next_on"]))
        day = self._made(DayField, asked["happened_on"])
        day.focus_target().setMinimumWidth(em(self, _DAY))
        self._add_pair(self._made(TextField, asked["answered"]), day)

    def _build_kept(self, contact_id: int) -> None:
        """What only a note that is there already can have."""
        self.body.addWidget(label(self.tr("Files"), "strong"))
        self.files = FilesStrip(self._desk)
        self.body.addWidget(self.files)
        self.files.show_record(Kind.CONTACT, contact_id)  # in its place: Tab is led by it
        self.bin_button = self.add_button(link_button(self.tr("Put into the bin")))
        self.bin_button.clicked.connect(self._bin)

    def _made(self, kind: type[Field], question: Question) -> Field:
        return kind(question, self._desk.labels, self._desk)

    def _add_pair(self, first: Field, second: Field) -> None:
        pair = Pair()
        self.body.addWidget(pair)
        pair.put(self.add(first), self.add(second))

    def _wire(self) -> None:
        self.save_wanted.connect(self._save)
        self.presenter.state_changed.connect(self._show_state)
        self.text.typed.connect(self._look)

    def values(self) -> dict[str, object]:
        """As of any form; somebody who is no customer is told by the name that was typed."""
        return {**super().values(), "customer_id": self.who.told()}

    def saved(self) -> ContactCard | None:
        """The contact, once it is kept."""
        return self.presenter.state.saved

    def _offer(self) -> None:
        """Offer what is open with whoever stands there."""
        if self.about.offer(self.presenter.complaints(self.who.value())):
            order_tabs([self.text, self.about, self._how])
            QTimer.singleShot(0, self, self._grow)

    def _look(self) -> None:
        self.presenter.look_at(str(self.text.value()))

    def _save(self) -> None:
        self._told = {}
        self.presenter.save(self.values())

    def _bin(self) -> None:
        if self.presenter.bin():
            self.accept()

    def _show_state(self) -> None:
        state = self.presenter.state
        if state.saved is not None:
            self.accept()
            return
        if state.errors != self._told:  # typing on must not take the keyboard elsewhere
            self._told = state.errors
            self.show_errors(state.errors)
        self.text.set_notices([Notice(text=state.warning)] if state.warning else [])


def note_contact(
    bench: Workbench,
    parent: QWidget,
    customer_id: int | None = None,
    contact_id: int | None = None,
    complaint_id: int | None = None,
) -> ContactForm:
    """Open the contact note over a window.

    Args:
        bench: of the open file.
        parent: the window, or a widget of it.
        customer_id: with whom, where that is known.
        contact_id: of the contact to change; None for a new one.
        complaint_id: of the complaint that a new one is about, or None.

    Returns:
        The form, which is open now and goes away by itself.

    Raises:
        Refusal: ``record_gone``.
    """
    form = ContactForm(bench, parent, customer_id, contact_id, complaint_id)
    form.finished.connect(form.deleteLater)
    form.open()
    return form
