# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog that finishes a complaint: all that is still missing for it, asked in one go."""

from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Refusal
from servicedesk.ui.complaints.deeds_values import Values
from servicedesk.ui.complaints.steps_asking import Asker
from servicedesk.ui.people.step_dialog import StepDialog, Wrong

_CAUSE, _ACTION = "complaint_needs_cause", "complaint_needs_action"
_FOLLOW_UP = "complaint_needs_follow_up"

_EITHER = {
    _CAUSE: ("causes", "no_cause_because"),
    _ACTION: ("text", "no_action_because"),
    _FOLLOW_UP: ("asked_on",),
}
"""Fields of which one answers what is missing; the refusal stands beside the first."""


class Finishing(Asker):
    """Asks what finishing a complaint still needs."""

    def finish(self, file: ComplaintFile, *, is_dated: bool) -> StepDialog | None:
        """Ask all that is missing; None where nothing is, or where it cannot be finished now.

        Args:
            file: of the complaint.
            is_dated: ask on which day it was finished, too.
        """
        missing = self._deeds.lacks(file.card, Action.CLOSE)
        if not missing:
            return None
        title = self._bench.labels.enum(Action.CLOSE)
        dialog = self._dialog(
            file, title, lambda values: self._finish(file.card.id, missing, values), title
        )
        codes = {one.code for one in missing}
        if _CAUSE in codes:
            self._ask_cause(dialog)
        if _ACTION in codes:
            self._ask_change(dialog)
        if _FOLLOW_UP in codes:
            self._ask_how_it_went(dialog)
        if is_dated:
            dialog.ask_day("on", self.tr("When was it finished?"))
        return dialog

    def _ask_cause(self, dialog: StepDialog) -> None:
        labels = self._bench.labels
        causes = [(cause.value, labels.enum(cause)) for cause in Cause]
        dialog.ask_choice("causes", self.tr("Why did it go wrong, most of all?"), causes)
        dialog.ask_text("no_cause_because", self.tr("Or why there is no reason to name"))

    def _ask_change(self, dialog: StepDialog) -> None:
        dialog.ask_text("text", self.tr("What do you do so that it does not happen again?"))
        self._ask_person(dialog, "owner", self.tr("Who does it?"))
        dialog.ask_coming_day("due", self.tr("By when?"))
        dialog.ask_text("no_action_because", self.tr("Or why nothing is needed"))

    def _ask_how_it_went(self, dialog: StepDialog) -> None:
        dialog.ask_past_day("asked_on", self.tr("When did you ask how it went for them?"))
        scale = self.tr("1 is not at all, 5 is very. Leave it empty when they did not say.")
        words = self.tr("How content are they with how you did it?")
        dialog.ask_scale("satisfaction", words, scale)

    def _finish(self, complaint_id: int, missing: tuple[Refusal, ...], values: Values) -> Wrong:
        """Write all of it, then finish; nothing is written while anything is missing."""
        labels = self._bench.labels
        lacking = [one for one in missing if not any(values.get(f) for f in _EITHER[one.code])]
        if lacking:
            return {_EITHER[one.code][0]: labels.refusal(one) for one in lacking}
        for one in missing:
            wrong = self._write(complaint_id, one.code, values)
            if wrong or wrong is None:
                return wrong
        file = self._deeds.file(complaint_id)
        if file is None:
            return None
        return self._deeds.take(file.card, Action.CLOSE, {"on": values.get("on")})

    def _write(self, complaint_id: int, code: str, values: Values) -> Wrong:
        file = self._deeds.file(complaint_id)
        if file is None:
            return None
        if code not in {one.code for one in self._deeds.lacks(file.card, Action.CLOSE)}:
            return {}  # written before something else was refused
        if code == _CAUSE:
            return self._deeds.learn(file.card, values)
        if code == _ACTION:
            return self._deeds.change(file.card, values)
        asked = {"on": values.get("asked_on"), "satisfaction": values.get("satisfaction")}
        wrong = self._deeds.follow_up(file.card, asked)
        return wrong if not wrong else {"asked_on": next(iter(wrong.values()))}
