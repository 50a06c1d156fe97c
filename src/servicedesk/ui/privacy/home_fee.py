# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog about the yearly fee: when it is due again, or why none is."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.privacy_fee import PENCE_MOST, REF_MOST, WHY_MOST
from servicedesk.ui.core.days_said import plain_day
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.home_presenter import DeskPresenter
from servicedesk.ui.widgets.day_field import FarDayField
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import unread
from servicedesk.ui.widgets.text import label


class FeeForm(FormDialog):
    """Asks about the fee.

    Args:
        bench: of the open file.
        presenter: keeps it.
        parent: the window it belongs to.
    """

    def __init__(
        self, bench: Workbench, presenter: DeskPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("The data protection fee"), parent)
        self._bench = bench
        self._presenter = presenter
        fee = presenter.state.fee
        if fee.sentence:
            self.body.addWidget(label(fee.sentence))
        if fee.checked_on is not None:
            words = self.tr("Checked on {day}. General information, not legal advice.")
            self.body.addWidget(label(words.format(day=plain_day(fee.checked_on)), "small"))
        for question in self._asked():
            if question.kind is QuestionKind.DAY:
                self.add(FarDayField(question, bench.labels, bench))
            else:
                self.add(make_field(question, bench.labels, bench))
        known = {
            "renews_on": fee.draft.renews_on,
            "paid_pence": fee.draft.paid_pence,
            "reference": fee.draft.reference,
            "exempt_why": fee.draft.exempt_why,
        }
        for field in self.fields():
            field.set_value(known[field.question_id])
        FormDraft(self, bench, "fee", "", is_new=False)
        self.save_wanted.connect(self._save)

    def _asked(self) -> tuple[Question, ...]:
        return (
            Question(
                id="renews_on",
                kind=QuestionKind.DAY,
                label=self.tr("Due again on"),
                help=self.tr("You are reminded 30 days before."),
            ),
            Question(
                id="paid_pence",
                kind=QuestionKind.MONEY,
                label=self.tr("Paid last time"),
                maximum=PENCE_MOST,
            ),
            Question(
                id="reference",
                kind=QuestionKind.TEXT,
                label=self.tr("Your number with them"),
                maximum=REF_MOST,
            ),
            Question(
                id="exempt_why",
                kind=QuestionKind.TEXT,
                label=self.tr("Or why you need not pay"),
                help=self.tr("Then leave the day empty."),
                maximum=WHY_MOST,
            ),
        )

    def _save(self) -> None:
        wrong = unread(self, self._bench.labels)
        wrong = wrong or self._presenter.keep_fee(self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
