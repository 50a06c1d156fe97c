# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs of fairness: an offer or plan, and a note about a customer who was drawn."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.fairness import CheckedCustomer, OfferCard, OfferDraft
from servicedesk.domain.fairness_rules import NAME_MOST, NOTE_MOST, PER_MOST, STEPS_MOST
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import day_of, pence_of, unread
from servicedesk.ui.yearly.fairness_presenter import FairnessPresenter

_OFFER = "offers"
_NOTE = "fairness_customers"
"""As their tables: whoever removes a record takes the half-typed form with it."""


class OfferForm(FormDialog):
    """Writes an offer or plan down, or changes one.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: of the offer; None for a new one.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: FairnessPresenter,
        card: OfferCard | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("An offer or plan") if card is None else self.tr("Change the offer or plan")
        super().__init__(title, parent)
        self._bench, self._presenter = bench, presenter
        self._id = None if card is None else card.id
        for question in (*self._prices(), *self._ways()):
            self.add(make_field(question, bench.labels, bench))
        if card is not None:
            for field in self.fields():
                field.set_value(getattr(card.draft, field.question_id))
        FormDraft(self, bench, _OFFER, "" if card is None else str(card.id))
        self.save_wanted.connect(self._save)

    def _prices(self) -> tuple[Question, ...]:
        return (
            Question(
                id="name",
                kind=QuestionKind.TEXT,
                label=self.tr("What is it called?"),
                help=self.tr("Such as: boiler care plan, loyalty card, first cut half price."),
                is_required=True,
                maximum=NAME_MOST,
            ),
            Question(
                id="new_pence",
                kind=QuestionKind.MONEY,
                label=self.tr("What does a new customer pay?"),
            ),
            Question(
                id="existing_pence",
                kind=QuestionKind.MONEY,
                label=self.tr("What does an existing customer pay for the same?"),
            ),
            Question(
                id="per",
                kind=QuestionKind.TEXT,
                label=self.tr("For what?"),
                help=self.tr("Such as: a month, a visit."),
                maximum=PER_MOST,
            ),
        )

    def _ways(self) -> tuple[Question, ...]:
        step = self.tr("One step on each line.")
        return (
            Question(
                id="joining",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("How does somebody join?"),
                help=step,
                maximum=STEPS_MOST,
            ),
            Question(
                id="leaving",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("How does somebody leave?"),
                help=step,
                maximum=STEPS_MOST,
            ),
            Question(
                id="ends_on",
                kind=QuestionKind.DAY,
                label=self.tr("Until when can it be had?"),
                help=self.tr("Leave it blank if there is no end."),
            ),
        )

    def _save(self) -> None:
        values = self.values()
        draft = OfferDraft(
            name=str(values["name"]),
            per=str(values["per"]),
            new_pence=pence_of(values, "new_pence"),
            existing_pence=pence_of(values, "existing_pence"),
            joining=str(values["joining"]),
            leaving=str(values["leaving"]),
            ends_on=day_of(values, "ends_on"),
        )
        wrong = unread(self, self._bench.labels) or self._presenter.keep_offer(self._id, draft)
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()


class NoteForm(FormDialog):
    """Notes what was seen of a customer's deal.

    Args:
        bench: of the open file.
        presenter: keeps it.
        one: the customer, as drawn.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: FairnessPresenter,
        one: CheckedCustomer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("A note"), parent)
        self._presenter, self._one = presenter, one
        question = Question(
            id="note",
            kind=QuestionKind.TEXT,
            label=self.tr("What did you see?"),
            help=self.tr("Such as: still on the price of 2019."),
            maximum=NOTE_MOST,
        )
        self.add(make_field(question, bench.labels, bench)).set_value(one.note)
        FormDraft(self, bench, _NOTE, str(one.id), is_new=False)
        self.save_wanted.connect(self._save)

    def _save(self) -> None:
        note = str(self.values()["note"])
        wrong = self._presenter.answer(self._one, self._one.same, note, self.tr("Note kept."))
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
