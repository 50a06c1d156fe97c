# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Envelopes and address labels, on their way to the print preview from wherever they are wanted."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.printing import PrintJob
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog

Labels = Callable[[int], PrintJob]
"""Makes the labels from the first that is free on the sheet."""

_START = "start"
_MOST_LABELS = 30
_A_NUMBER = re.compile(r"[0-9]{1,2}")


class LabelsDialog(FormDialog):
    """Asks which label of the sheet is the first one free: a sheet may have been begun.

    Args:
        bench: of the open file.
        make: makes the labels.
        parent: the window it belongs to.
    """

    def __init__(self, bench: Workbench, make: Labels, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        super().__init__(
            say("LabelsDialog", "Address labels"), parent, say("LabelsDialog", "Look at them")
        )
        self._bench = bench
        self._make = make
        question = Question(
            id=_START,
            kind=QuestionKind.WHOLE_NUMBER,
            label=self.tr("First free label on the sheet"),
            help=self.tr("1 for a new sheet. Count from the left, row by row."),
            minimum=1,
            maximum=_MOST_LABELS,
        )
        self.add(make_field(question, bench.labels, bench)).set_value(1)
        self.save_wanted.connect(self._look)

    def _look(self) -> None:
        typed = str(self.values()[_START])
        try:
            job = self._make(int(typed) if _A_NUMBER.fullmatch(typed) else 0)
        except Refusal as refusal:
            self.show_errors({_START: self._bench.labels.refusal(refusal)})
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        else:
            self.accept()
            show_print(job, self._bench, self.parentWidget())


def print_envelopes(bench: Workbench, parent: QWidget, customer_ids: Sequence[int]) -> None:
    """Show an envelope for each customer with an address, or say that there is none."""
    _show(bench, parent, lambda: bench.services.envelopes.for_customers(customer_ids))


def print_letter_envelopes(bench: Workbench, parent: QWidget, letter_ids: Sequence[int]) -> None:
    """Show an envelope for each letter that went out, or say that there is none."""
    _show(bench, parent, lambda: bench.services.envelopes.for_letters(letter_ids))


def print_labels(bench: Workbench, parent: QWidget, customer_ids: Sequence[int]) -> None:
    """Ask where the sheet begins, and show a label for each customer with an address."""
    _ask(bench, parent, lambda start: bench.services.envelopes.labels(customer_ids, start))


def print_letter_labels(bench: Workbench, parent: QWidget, letter_ids: Sequence[int]) -> None:
    """Ask where the sheet begins, and show a label for each letter that went out."""
    _ask(
        bench, parent, lambda start: bench.services.envelopes.labels_for_letters(letter_ids, start)
    )


def _ask(bench: Workbench, parent: QWidget, make: Labels) -> None:
    if _made(bench, lambda: make(1)) is None:
        return  # nobody has an address: there is nothing to ask
    dialog = LabelsDialog(bench, make, parent.window())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _show(bench: Workbench, parent: QWidget, make: Callable[[], PrintJob]) -> None:
    job = _made(bench, make)
    if job is not None:
        show_print(job, bench, parent.window())


def _made(bench: Workbench, make: Callable[[], PrintJob]) -> PrintJob | None:
    """The job; None where it cannot be made, which has then been said."""
    try:
        return make()
    except Refusal as refusal:
        bench.bar.say(bench.labels.refusal(refusal), can_undo=False)
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
    return None
