# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes the steps of a complaint: some at once, most through a short dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_stages import Action
from servicedesk.ui.complaints.deeds import AT_ONCE, ComplaintDeeds, Deed
from servicedesk.ui.complaints.steps_answering import Answering
from servicedesk.ui.complaints.steps_asking import Around
from servicedesk.ui.complaints.steps_ending import Ending
from servicedesk.ui.complaints.steps_finishing import Finishing
from servicedesk.ui.complaints.steps_parts import Parts
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft

_AT_ONCE = AT_ONCE | {Action.UNDO}
"""Steps that ask nothing."""

_FORM = "complaint_step"
"""Under which half-typed dialogs are kept."""

_Make = Callable[[ComplaintFile], FormDialog]


class Steps(QObject):
    """Opens what a step asks, or takes it.

    Args:
        bench: of the open file.
        window: anything in the window that the dialogs stand over; owns this.
        deeds: takes the steps.
    """

    def __init__(self, bench: Workbench, window: QWidget, deeds: ComplaintDeeds) -> None:
        super().__init__(window)
        self._bench = bench
        self._deeds = deeds
        around = Around(bench=bench, window=window, deeds=deeds)
        self._parts = Parts(around, self)
        self._answering = Answering(around, self)
        self._finishing = Finishing(around, self)
        self._makers = self._all(Ending(around, self))

    def _all(self, ending: Ending) -> dict[Action | Deed, _Make]:
        answering, parts = self._answering, self._parts
        return {
            Action.ACKNOWLEDGE: answering.acknowledge,
            Action.ASK_CUSTOMER: answering.ask_customer,
            Action.CUSTOMER_REPLIED: answering.customer_replied,
            Action.WAIT_OTHER: answering.wait_other,
            Action.OTHER_REPLIED: answering.other_replied,
            Action.DECIDE: answering.decide,
            Action.DECIDE_ON_WHAT_WE_HAVE: answering.decide_on_what_we_have,
            Action.EXTEND: answering.extend,
            Action.RESOLVE: ending.resolve,
            Action.SECOND_LOOK: ending.second_look,
            Action.REOPEN: ending.reopen,
            Action.GO_OUTSIDE: ending.go_outside,
            Action.OUTSIDE_RESULT: ending.outside_result,
            Action.WITHDRAW: ending.withdraw,
            Action.SAME_AS: ending.same_as,
            Deed.NOTE: parts.note,
            Deed.REMIND: answering.remind,
            Deed.UPDATE: answering.update,
            Deed.REMEDY: parts.remedy,
            Deed.CAUSE: parts.cause,
            Deed.CHANGE: parts.change,
            Deed.FOLLOW_UP: parts.follow_up,
            Deed.INSURER: parts.insurer,
            Deed.STOCK: parts.stock,
            Deed.OUTSIDE: ending.note_outside,
        }

    def asks(self, deed: Action | Deed) -> bool:
        """Whether a dialog comes first, so that its words end with three dots."""
        return deed not in _AT_ONCE

    def begin(
        self,
        deed: Action | Deed,
        complaint_id: int,
        remedy_id: int | None = None,
        *,
        is_dated: bool = False,
        because: str = "",
    ) -> QDialog | None:
        """Open the dialog of a step, or take one that asks nothing.

        Args:
            deed: what is to be done.
            complaint_id: of the complaint.
            remedy_id: of what was done, for REMEDY_DONE.
            is_dated: ask for the day of one that would happen today.
            because: which other step needs it first, as a sentence that stands beside Save; "".

        Returns:
            The dialog, which is open; None where there is none.
        """
        file = self._deeds.file(complaint_id)
        if file is None:
            return None
        if deed is Action.CLOSE:
            asked = self._finishing.finish(file, is_dated=is_dated)
            if asked is not None:
                return self._opened(asked, f"{complaint_id}-{deed}")
        if isinstance(deed, Action) and deed in AT_ONCE and is_dated:
            return self._opened(self._answering.dated(file, deed), f"{complaint_id}-{deed}")
        if isinstance(deed, Action) and deed in _AT_ONCE:
            self._take(file, deed)
            return None
        if deed is Deed.REMEDY_DONE:
            dialog = self._parts.remedy_done(file, remedy_id or 0)
            return self._opened(dialog, f"{complaint_id}-{deed}-{remedy_id}", because)
        return self._opened(self._makers[deed](file), f"{complaint_id}-{deed}", because)

    def _take(self, file: ComplaintFile, action: Action) -> None:
        for sentence in (self._deeds.take(file.card, action, {}) or {}).values():
            self._bench.bar.say(sentence)

    def _opened(self, dialog: FormDialog, subject: str, because: str = "") -> QDialog:
        """Open a dialog, with what stood in it half-typed before under that subject."""
        if because:
            dialog.foretell(because)
        FormDraft(dialog, self._bench, _FORM, subject, is_new=True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
