# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The forms and dialogs that the customers room opens, and where entries of a timeline lead."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.timeline import TimelineEntry
from servicedesk.ui.core.workbench import Workbench


class PageDeeds(QObject):
    """Opens what a customer needs.

    Signals:
        kept: (number) a customer was added or changed, and shall be shown.

    Args:
        bench: of the open file.
        page: the dialogs stand over it.
    """

    kept = Signal(int)

    def __init__(self, bench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = bench
        self._page = page
        self.dialog: QDialog | None = None

    def add(self) -> None:
        """The form of a new customer."""
        self._form(None)

    def change(self, customer_id: int) -> None:
        """The form of a customer."""
        self._form(customer_id)

    def _form(self, customer_id: int | None) -> None:
        from servicedesk.ui.customers.form import CustomerForm

        form = CustomerForm(self._bench, customer_id, parent=self._page)
        form.kept.connect(self.kept)
        self._open(form)

    def merge(self, ids: Sequence[int]) -> None:
        """The dialog that makes one customer of several."""
        from servicedesk.ui.customers.merge import MergeDialog

        try:
            dialog = MergeDialog(self._bench, ids, self._page)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
            return
        dialog.merged.connect(self.kept)
        self._open(dialog)

    def support(self, customer_id: int) -> None:
        """What helps, what to mind, and consents."""
        from servicedesk.ui.people.support_sheet import SupportSheetDialog

        self._open(SupportSheetDialog(self._bench, customer_id, self._page))

    def envelopes(self, ids: Sequence[int]) -> None:
        """Envelopes to customers."""
        from servicedesk.ui.printing.posting import print_envelopes  # printing comes in with it

        print_envelopes(self._bench, self._page, ids)

    def labels(self, ids: Sequence[int]) -> None:
        """Address labels of customers."""
        from servicedesk.ui.printing.posting import print_labels

        print_labels(self._bench, self._page, ids)

    def letter(self, ids: Sequence[int]) -> None:
        """The same letter to several customers; one that is alone is written to as ever."""
        whom = f"customer:{ids[0]}" if len(ids) == 1 else f"customers:{','.join(map(str, ids))}"
        self._bench.navigator.open("letters", "", whom)

    def write(self, deed: str, customer_id: int) -> None:
        """A promise, a complaint, what they said, a contact note or a letter to a customer."""
        if deed == "promise":
            from servicedesk.ui.people.promise_form import PromiseForm
            from servicedesk.ui.people.promise_form_presenter import Aim

            self._open(PromiseForm(self._bench, Aim(customer_id=customer_id), self._page))
        elif deed == "complaint":
            from servicedesk.ui.people.complaint_form import ComplaintForm
            from servicedesk.ui.people.complaint_form_presenter import Aim as Complained

            self._open(ComplaintForm(self._bench, Complained(customer_id=customer_id), self._page))
        elif deed == "feedback":
            from servicedesk.ui.people.feedback_form import FeedbackForm
            from servicedesk.ui.people.feedback_form_presenter import Aim as Said

            self._open(FeedbackForm(self._bench, Said(customer_id=customer_id), self._page))
        elif deed == "contact":
            from servicedesk.ui.people.contact_form import ContactForm

            self._open(ContactForm(self._bench, self._page, customer_id))
        else:
            self._bench.navigator.open("letters", "", f"customer:{customer_id}")

    def open_entry(self, entry: TimelineEntry) -> None:
        """What an entry of the timeline leads to."""
        bench = self._bench
        if entry.kind is Kind.PROMISE:
            bench.navigator.open("promises", "", str(entry.id))
        elif entry.kind is Kind.COMPLAINT:
            bench.navigator.open("complaints", "", str(entry.id))
        elif entry.kind is Kind.FEEDBACK:
            bench.navigator.open("feedback", "", str(entry.id))
        elif entry.kind is Kind.LETTER:
            bench.navigator.open("letters", "issued", str(entry.id))
        elif entry.kind is Kind.CONTACT:
            from servicedesk.ui.people.contact_form import ContactForm

            try:
                form = ContactForm(bench, self._page, contact_id=entry.id)
            except Refusal as refusal:
                bench.bar.say(bench.labels.refusal(refusal))
                return
            self._open(form)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        self.dialog = None
        dialog.deleteLater()
