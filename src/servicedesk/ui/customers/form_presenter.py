# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the form about a customer knows: whom it is about, who may be the same, how it is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.customers import CustomerCard, CustomerDraft, CustomerRow
from servicedesk.domain.customers_typing import is_doubtful_email
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import AnswerValue, QuestionKind
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.domain.support_words import Guarded, guarded
from servicedesk.ui.customers.form_questions import Section, draft_from, sections, values_of

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench

GUARDED = ("remember", "notes")
"""Fields in which words that say why, not what helps, are warned of."""


_SHOWN = 60
"""Letters of a doubtful e-mail address that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFormState:
    """What is told beside what is typed.

    Args:
        alike: who may be the one that is being typed.
        warnings: by question id, a gentle word on what is written there.
    """

    alike: tuple[CustomerRow, ...] = ()
    warnings: Mapping[str, str]


class CustomerFormPresenter(QObject):
    """The form about one customer.

    Args:
        bench: of the open file.
        customer_id: of the one to change; None for a new one.
        name: that a new one begins with.

    Signals:
        state_changed: others may be the same, or another warning.

    Attributes:
        card: who is changed, as kept; None for a new one.
        sections: what is asked.
    """

    state_changed = Signal()

    def __init__(
        self,
        bench: "Workbench",
        customer_id: int | None = None,
        name: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = CustomerFormState(warnings={})
        services = bench.services
        self.card: CustomerCard | None = (
            None if customer_id is None else services.customers.get(customer_id)
        )
        self._before = CustomerDraft(name=name) if self.card is None else self.card.draft
        self._own = services.own_fields.all(OwnFieldOn.CUSTOMER)
        self.sections: tuple[Section, ...] = sections(bench.labels, self._own, self._before.own)

    @property
    def values(self) -> dict[str, AnswerValue | None]:
        """What the fields begin with, by question id."""
        return values_of(self._before, self._own)

    def look(self, values: Mapping[str, object]) -> None:
        """See who may be the same, and what is better written in other words.

        Args:
            values: as they stand in the fields, raw, by question id.
        """
        draft = draft_from(self._read(values, {}), self._before, self._own)
        but = None if self.card is None else self.card.id
        try:
            alike = self._bench.services.customers_alike.alike(draft, but=but)
        except Trouble:
            alike = ()  # it is only a help: whoever saves is told of the trouble
        if self.card is not None and draft.reaches == self._before.reaches:
            alike = () if draft.name == self._before.name else alike
        warnings = {
            key: self._warned(found)
            for key in GUARDED
            if (found := guarded(str(values.get(key, "")))) is not None
        }
        self._put(CustomerFormState(alike=alike, warnings=warnings))

    def email_question(self, typed: Iterable[str]) -> str:
        """What is asked about e-mail addresses that hardly are such; "" for nothing."""
        odd = next(filter(is_doubtful_email, typed), None)
        if odd is None:
            return ""
        said = self.tr("Is “{typed}” an e-mail address? There is no @ in it. It is kept as it is.")
        if "@" in odd:
            said = self.tr("Is “{typed}” the whole e-mail address? It is kept as it is.")
        return said.format(typed=odd[:_SHOWN])

    def save(self, values: Mapping[str, object]) -> Mapping[str, str] | None:
        """Add the customer, or change the one there is.

        Args:
            values: raw, by question id, as fields give them.

        Returns:
            What is wrong, by question id; empty once it is kept, and then ``card`` is who was
            kept; None after a trouble, which has been told.
        """
        wrong: dict[str, str] = {}
        draft = draft_from(self._read(values, wrong), self._before, self._own)
        if wrong:
            return wrong
        try:
            return self._keep(draft)
        except Refusal as refusal:
            return {refusal.field or "name": self._bench.labels.refusal(refusal)}

    def open_other(self, customer_id: int) -> None:
        """Go to the page of one who may be the same."""
        self._bench.navigator.open("customers", "", str(customer_id))

    def _keep(self, draft: CustomerDraft) -> Mapping[str, str] | None:
        customers, who = self._bench.services.customers, self._bench.who
        if self.card is None:
            said = self.tr("{name} added.")
            shown = draft.name.strip() or self.tr("Customer")
            done = self._bench.do(
                lambda: customers.add(draft, who), said=said.format(name=shown), initiator=self
            )
        else:
            known = self.card
            said = self.tr("{name} changed.").format(name=draft.name.strip() or known.shown_name)
            done = self._bench.do(
                lambda: customers.change(known.id, draft, who), said=said, initiator=self
            )
        if done is None:
            return None
        self.card = done.card
        return {}

    def _read(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        """The values with typed days made into days; what cannot be read goes into ``wrong``."""
        found = dict(values)
        days = (
            question
            for section in self.sections
            for question in section.questions
            if question.kind is QuestionKind.DAY
        )
        for question in days:
            typed = found.get(question.id)
            if isinstance(typed, date) or not str(typed or "").strip():
                continue
            read = read_past_day if question.is_past else read_day
            try:
                found[question.id] = read(str(typed), self._bench.today, question.id)
            except Refusal as refusal:
                found[question.id] = None
                wrong[question.id] = self._bench.labels.refusal(refusal)
        return found

    def _warned(self, found: Guarded) -> str:
        return self._bench.labels.refusal(Refusal(found.code, word=found.word))

    def _put(self, state: CustomerFormState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
