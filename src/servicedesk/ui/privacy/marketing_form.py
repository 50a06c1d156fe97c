# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog that stops offers to an e-mail address or a phone number, whoever it belongs to."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.marketing import StopSource
from servicedesk.domain.support import ConsentChannel
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.marketing_presenter import MarketingPresenter
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft

_BY_NUMBER = (ConsentChannel.PHONE, ConsentChannel.SMS)
_SOURCES = (StopSource.ASKED, StopSource.ANSWERED, StopSource.LISTED)


class StopForm(FormDialog):
    """Asks whom to send no more offers.

    Args:
        bench: of the open file.
        presenter: keeps it.
        parent: the window it belongs to.
    """

    def __init__(
        self, bench: Workbench, presenter: MarketingPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Who wants no offers?"), parent)
        self._presenter = presenter
        for question in self._asked(bench):
            self.add(make_field(question, bench.labels, bench))
        begin: dict[str, AnswerValue] = {
            "address": "",
            "channels": tuple(one.value for one in _BY_NUMBER),
            "source": StopSource.ASKED.value,
        }
        for field in self.fields():
            field.set_value(begin[field.question_id])
        FormDraft(self, bench, "marketing_stops", "", is_new=True)
        self.save_wanted.connect(self._save)

    def _asked(self, bench: Workbench) -> tuple[Question, ...]:
        say = bench.labels.enum
        return (
            Question(
                id="address",
                kind=QuestionKind.TEXT,
                label=self.tr("E-mail address or phone number"),
                help=self.tr("It need not be a customer’s. It is kept so that nobody can read it."),
                is_required=True,
            ),
            Question(
                id="channels",
                kind=QuestionKind.CHOICES,
                label=self.tr("With a phone number: what do they not want?"),
                choices=tuple(Choice(id=one.value, label=say(one)) for one in _BY_NUMBER),
            ),
            Question(
                id="source",
                kind=QuestionKind.CHOICE,
                label=self.tr("How do you know?"),
                choices=tuple(Choice(id=one.value, label=say(one)) for one in _SOURCES),
            ),
        )

    def _save(self) -> None:
        wrong = self._presenter.stop(self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()
