# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs in which something is said to be kept, or to be kept no longer."""

from datetime import date

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.holds import REASON_MOST, HoldCard
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.privacy.holds_presenter import HoldsPresenter
from servicedesk.ui.widgets.day_field import FarDayField
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import unread

_FORM = "legal_holds"
"""As its table: whoever removes a hold takes the half-typed form with it."""


class HoldForm(FormDialog):
    """Says what must be kept, changes that, or ends it.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: of the hold; None for a new one.
        is_end: it ends.
        customer_id: whom a new one is about; None where that is not known yet.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: HoldsPresenter,
        card: HoldCard | None,
        parent: QWidget | None = None,
        *,
        is_end: bool = False,
        customer_id: int | None = None,
    ) -> None:
        title = self.tr("What must be kept?") if card is None else self.tr("Change why it is kept")
        super().__init__(self.tr("Must it be kept no longer?") if is_end else title, parent)
        self._bench, self._presenter = bench, presenter
        self._card, self._is_end = card, is_end
        self._who: WhoField | None = None
        if not is_end and (card is None or card.draft.promise_id is None):
            self._who = WhoField(bench, self.tr("Whose records must be kept?"), can_be_new=False)
            self.add(self._who)
            known = customer_id if card is None else card.draft.customer_id
            if known is not None:
                self._who.set_customer(known)
        for question in self._ending() if is_end else self._asked():
            if question.id == "look_again_on":
                self.add(FarDayField(question, bench.labels, bench))
            else:
                self.add(make_field(question, bench.labels, bench))
        self._fill()
        mine = "" if card is None else str(card.id)
        FormDraft(self, bench, _FORM, f"{mine}-end" if is_end else mine)
        self.save_wanted.connect(self._save)

    def _asked(self) -> tuple[Question, ...]:
        return (
            Question(
                id="reason",
                kind=QuestionKind.TEXT,
                label=self.tr("Why?"),
                help=self.tr("Such as: claim at the county court."),
                is_required=True,
                maximum=REASON_MOST,
            ),
            Question(id="since", kind=QuestionKind.DAY, label=self.tr("Since"), is_past=True),
            Question(id="look_again_on", kind=QuestionKind.DAY, label=self.tr("Look again on")),
        )

    def _ending(self) -> tuple[Question, ...]:
        return (
            Question(
                id="because",
                kind=QuestionKind.TEXT,
                label=self.tr("Why need it not be kept any longer?"),
                help=self.tr("Such as: the claim is settled."),
                is_required=True,
                maximum=REASON_MOST,
            ),
        )

    def _fill(self) -> None:
        card = self._card
        known: dict[str, str | date | None] = {"since": self._bench.today}
        if card is not None and not self._is_end:
            draft = card.draft
            known = {
                "reason": draft.reason,
                "since": draft.since,
                "look_again_on": draft.look_again_on,
            }
        for field in self.fields():
            if field.question_id in known:
                field.set_value(known[field.question_id])

    def values(self) -> dict[str, object]:
        """What stands in the fields; a name that is no customer's stands for itself."""
        found = super().values()
        if self._who is not None:
            found["customer_id"] = self._who.told()
        return found

    def _save(self) -> None:
        wrong = unread(self, self._bench.labels)
        values = self.values()
        if not wrong and self._is_end and self._card is not None:
            wrong = self._presenter.lift(self._card, str(values.get("because", "")))
        elif not wrong:
            wrong = self._presenter.keep(self._card, values)
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
