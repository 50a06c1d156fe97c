# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs of a request: what came in, and a short one for each step; what is typed stays."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.data_requests import RequestCard, RequestKind, RequestOutcome
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.privacy.requests_asked import RequestPart, facts_asked, step_asked, title_of
from servicedesk.ui.privacy.requests_presenter import RequestsPresenter
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import unread

_FORM = "data_requests"
"""As its table: whoever removes a request takes the half-typed forms with it."""


class RequestForm(FormDialog):
    """Asks about a request.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: of the request; None for a new one.
        part: which form.
        customer_id: whose information it is, for a new one; None where that is not known yet.
        parent: the window it belongs to.

    Attributes:
        who: whose information it is; None in the forms of steps.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: RequestsPresenter,
        card: RequestCard | None,
        part: RequestPart = RequestPart.FACTS,
        customer_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title_of(part, is_new=card is None), parent)
        self._bench, self._presenter = bench, presenter
        self._card, self._part = card, part
        self.who: WhoField | None = None
        if part is RequestPart.FACTS:
            self.who = WhoField(bench, self.tr("Whose information is it?"), can_be_new=False)
            self.add(self.who)
        facts = facts_asked(bench.labels, has_law=presenter.has_law)
        asked = facts if part is RequestPart.FACTS else step_asked(part, bench.labels)
        for question in asked:
            self.add(make_field(question, bench.labels, bench))
        self._fill(customer_id)
        mine = "" if card is None else str(card.id)
        subject = mine if part is RequestPart.FACTS else f"{mine}-{part.value[0]}"
        FormDraft(self, bench, _FORM, subject)
        self.save_wanted.connect(self._save)

    def _fill(self, customer_id: int | None) -> None:
        card, today = self._card, self._bench.today
        if self._part is not RequestPart.FACTS:
            self._field("on").set_value(today)
            if card is not None and self._part is RequestPart.ANSWER:
                self._field("outcome").set_value(RequestOutcome.DONE.value)
                self._field("kept_back").set_value(_reasons(card))
            return
        if card is None:
            self._field("received_on").set_value(today)
            self._field("kind").set_value(RequestKind.SEE.value)
            if self.who is not None and customer_id is not None:
                self.who.set_customer(customer_id)
            return
        draft = card.draft
        if self.who is not None:
            self.who.set_customer(draft.customer_id, draft.called)
        known = {
            "kind": draft.kind.value,
            "received_on": draft.received_on,
            "channel": None if draft.channel is None else draft.channel.value,
            "reach": draft.reach,
            "text": draft.text,
            "own_due": draft.own_due,
        }
        for field in self.fields():
            if field.question_id in known:
                field.set_value(known[field.question_id])

    def values(self) -> dict[str, object]:
        """What stands in the fields; a name that is no customer's stands for itself."""
        found = super().values()
        if self.who is not None:
            found["customer_id"] = self.who.told()
        return found

    def _field(self, name: str) -> Field:
        return next(field for field in self.fields() if field.question_id == name)

    def _save(self) -> None:
        wrong = unread(self, self._bench.labels)
        values = self.values()
        if self.who is not None:
            is_named = self.who.value() is None
            values["called"] = self.who.typed_name() if is_named else ""
        wrong = wrong or self._presenter.keep(self._card, self._part, values)
        if "called" in wrong:
            wrong["customer_id"] = wrong.pop("called")
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()


def _reasons(card: RequestCard) -> str:
    """Why the pack leaves something out, once each."""
    return "; ".join(dict.fromkeys(one.reason for one in card.left_out if one.reason))
