# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog in which the service plan is written; what is typed stays when it is closed."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.people import NAME_MOST
from servicedesk.domain.service_plan import (
    AIM_MOST,
    AIMS,
    GROUP_MOST,
    GROUPS,
    RIGHT_MOST,
    VALUES_MOST,
    CustomerGroup,
    PlanDraft,
)
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.plan_presenter import PlanPresenter
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.text import label

_FORM = "service_plans"
"""As its table: whoever removes the plan takes the half-typed form with it."""


class PlanForm(FormDialog):
    """Writes the service plan, or changes it.

    Args:
        bench: of the open file.
        presenter: keeps it.
    """

    wide = 60

    def __init__(
        self, bench: Workbench, presenter: PlanPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Our service plan"), parent)
        self._bench = bench
        self._presenter = presenter
        card = presenter.state
        if card is None:
            note = self.tr(
                "What your charter and your settings say already stands here. Change it freely."
            )
            self.body.addWidget(label(note, "quiet"))
        self._ask_groups()
        self._ask_aims()
        self._ask_rest()
        self._fill(presenter.begun() if card is None else card.draft)
        FormDraft(self, bench, _FORM, "" if card is None else str(card.id))
        self.save_wanted.connect(self._save)

    def _ask_groups(self) -> None:
        self.body.addWidget(label(self.tr("Your customers: up to four kinds"), "section"))
        for at in range(GROUPS):
            number = at + 1
            pair = Pair()
            self.body.addWidget(pair)
            name = self._made(
                f"group.{at}", self.tr("Who they are, {number}").format(number=number), GROUP_MOST
            )
            values = self._made(
                f"values.{at}",
                self.tr("What they care about most, {number}").format(number=number),
                VALUES_MOST,
            )
            self._fields += (name, values)
            pair.put(name, values)

    def _ask_aims(self) -> None:
        self.body.addWidget(label(self.tr("Three to five aims that you can measure"), "section"))
        for at in range(AIMS):
            words = self.tr("Aim {number}").format(number=at + 1)
            self.add(self._made(f"aim.{at}", words, AIM_MOST))

    def _ask_rest(self) -> None:
        self.body.addWidget(label(self.tr("Who decides, and what is kept back"), "section"))
        pair = Pair()
        self.body.addWidget(pair)
        decides = self._made("decides", self.tr("Decides on service"), NAME_MOST)
        stands_in = self._made("stands_in", self.tr("Stands in"), NAME_MOST)
        self._fields += (decides, stands_in)
        pair.put(decides, stands_in)
        self.add(
            self._made(
                "put_right",
                self.tr("Kept back to put things right"),
                RIGHT_MOST,
                self.tr("Such as: one spare slot on Fridays, or £50 a month."),
            )
        )

    def _made(self, name: str, words: str, most: int, help_text: str = "") -> Field:
        question = Question(
            id=name, kind=QuestionKind.TEXT, label=words, maximum=most, help=help_text
        )
        return make_field(question, self._bench.labels, self._bench)

    def _fill(self, draft: PlanDraft) -> None:
        known = {
            "decides": draft.decides,
            "stands_in": draft.stands_in,
            "put_right": draft.put_right,
        }
        nobody = CustomerGroup(name="")
        groups = (*draft.groups, *(nobody for _ in range(GROUPS)))[:GROUPS]
        for at, group in enumerate(groups):
            known[f"group.{at}"], known[f"values.{at}"] = group.name, group.values
        known.update({f"aim.{at}": aim for at, aim in enumerate(draft.aims)})
        for field in self.fields():
            field.set_value(known.get(field.question_id, ""))

    def _save(self) -> None:
        wrong = self._presenter.keep(self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
