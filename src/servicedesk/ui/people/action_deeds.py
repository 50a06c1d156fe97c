# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be done with things to do from any screen: each one step, said with its undo."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.actions_rules import ActionLine
from servicedesk.domain.entries import read_money
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core.workbench import Step, Workbench
from servicedesk.ui.people.step_dialog import Wrong

Values = Mapping[str, object]
"""What stands in a form, by question id."""


class ActionDeeds(QObject):
    """Does what buttons and forms about things to do say.

    Args:
        bench: of the open file.
        parent: owns it.

    Attributes:
        made: the action that was written down or changed last, or None.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.made: ActionCard | None = None

    def line(self, action_id: int) -> ActionLine | None:
        """An action as it is now; None where it is gone, which has been said."""
        bench = self._bench
        try:
            return bench.services.actions.get(action_id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def add(self, begin: ActionDraft, complaint_id: int | None, values: Values) -> Wrong:
        """Write down something to do.

        Args:
            begin: where it comes from.
            complaint_id: of the complaint it came from, or None.
            values: "text", "owner", "due" and "cost_pence" as fields give them.
        """
        bench = self._bench

        def step() -> Step:
            draft = self._draft(begin, values)
            done = bench.services.actions.add(draft, bench.who, complaint_id=complaint_id)
            self.made = done.card
            return done

        return self._do(step, self.tr("On the list of things to do."))

    def change(self, card: ActionCard, values: Values) -> Wrong:
        """Change something to do; values as for ``add``."""
        bench = self._bench

        def step() -> Step:
            done = bench.services.actions.change(
                card.id, self._draft(card.draft, values), bench.who
            )
            self.made = done.card
            return done

        return self._do(step, self.tr("Changed."))

    def done_now(self, card: ActionCard) -> Wrong:
        """It was done today."""
        bench, draft = self._bench, card.draft
        return self._do(
            lambda: bench.services.actions.done(card.id, bench.today, draft.evidence, bench.who),
            self.tr("Done: {text}").format(text=draft.text),
        )

    def done(self, card: ActionCard, values: Values) -> Wrong:
        """It was done: "on", the day, and "evidence", what shows it."""
        bench, evidence = self._bench, str(values.get("evidence") or "")
        return self._do(
            lambda: bench.services.actions.done(card.id, self._day(values), evidence, bench.who),
            self.tr("Done: {text}").format(text=card.draft.text),
        )

    def not_done(self, card: ActionCard) -> Wrong:
        """It is not done after all."""
        bench = self._bench
        return self._do(
            lambda: bench.services.actions.not_done(card.id, bench.who),
            self.tr("Open again: {text}").format(text=card.draft.text),
        )

    def checked(self, card: ActionCard, values: Values) -> Wrong:
        """Does it work? "works", yes or no, "on", the day, and "note", what was seen."""
        bench, works = self._bench, values.get("works")
        if not isinstance(works, bool):
            return {"works": self.tr("Please choose yes or no.")}
        note = str(values.get("note") or "")
        said = self.tr("Noted: it works.")
        if not works:
            said = self.tr("Noted: it does not work yet. Plan what to do next.")
        return self._do(
            lambda: bench.services.actions.checked(
                card.id, self._day(values), works, note, bench.who
            ),
            said,
        )

    def remove(self, card: ActionCard) -> Wrong:
        """Take it off the list; Undo brings it back."""
        bench = self._bench
        return self._do(
            lambda: bench.services.actions.remove(card.id, bench.who),
            self.tr("Taken off the list: {text}").format(text=card.draft.text),
        )

    def tell(self, wrong: Wrong) -> None:
        """Say on the bar why a step without a form was refused."""
        for sentence in (wrong or {}).values():
            self._bench.bar.say(sentence)

    def _draft(self, begin: ActionDraft, values: Values) -> ActionDraft:
        return replace(
            begin,
            text=str(values.get("text") or ""),
            owner=str(values.get("owner") or ""),
            due=self._due(values.get("due")),
            cost_pence=_pence(values.get("cost_pence")),
        )

    def _due(self, value: object) -> date | None:
        if isinstance(value, date):
            return value
        return read_day(str(value), self._bench.today, "due") if value else None

    def _day(self, values: Values) -> date:
        value = values.get("on")
        if isinstance(value, date):
            return value
        return read_past_day(str(value), self._bench.today, "on") if value else self._bench.today

    def _do(self, step: Callable[[], Step], said: str) -> Wrong:
        bench = self._bench
        try:
            return {} if bench.do(step, said=said) is not None else None
        except Refusal as refusal:
            return {_FIELDS.get(refusal.field or "", refusal.field or ""): _said(bench, refusal)}


_FIELDS = {"check_note": "note"}
"""Fields of forms whose name is another one than that of the record."""


def _said(bench: Workbench, refusal: Refusal) -> str:
    return bench.labels.refusal(refusal)


def _pence(value: object) -> int | None:
    if value in ("", None):
        return None
    return value if isinstance(value, int) else read_money(str(value), "cost_pence")
