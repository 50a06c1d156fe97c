# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the dialogs about a customer's needs know: the sheet, the forms, what is wrong in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.calendars import add_months
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue
from servicedesk.domain.kinds import Kind
from servicedesk.domain.support import (
    ConsentBasis,
    ConsentChannel,
    ConsentDraft,
    NeedSource,
    SafetyDraft,
    SafetyKind,
    SupportDraft,
    SupportNeed,
    SupportSheet,
)
from servicedesk.domain.support_words import guarded

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench

NEED, SAFETY, CONSENT = "support_needs", "safety_notes", "consents"
"""The three parts of the sheet, called as their tables are: half-typed forms go by that name."""

FOR_A_WHILE = "for_a_while"
_SAFETY_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportState:
    """The sheet as it stands.

    Args:
        sheet: everything that is kept of the customer.
        name: of the customer.
    """

    sheet: SupportSheet
    name: str


class SupportPresenter(QObject):
    """Reads and keeps what helps one customer, what to mind, and what they agreed to.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        customer_id: whose.

    Raises:
        Refusal: ``record_gone``.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", customer_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.customer_id = customer_id
        card = bench.services.customers.get(customer_id)
        self.state = SupportState(
            sheet=bench.services.support.of(customer_id), name=card.shown_name
        )
        bench.changes.follow(frozenset({Kind.CUSTOMER}), self.load)

    def load(self) -> None:
        """Read the sheet anew."""
        sheet = self._bench.services.support.of(self.customer_id)
        if sheet != self.state.sheet:
            self.state = SupportState(sheet=sheet, name=self.state.name)
            self.state_changed.emit()

    def begin(self, part: str, record_id: int | None) -> dict[str, AnswerValue | None]:
        """What a form begins with, by question id.

        Args:
            part: of the sheet.
            record_id: of what is changed; None for a new one.
        """
        if part == NEED:
            return self._begin_need(record_id)
        if part == SAFETY:
            return self._begin_safety(record_id)
        return {"channel": ConsentChannel.EMAIL.value, "basis": ConsentBasis.YES.value}

    def _begin_need(self, record_id: int | None) -> dict[str, AnswerValue | None]:
        found = [card.draft for card in self.state.sheet.needs if card.id == record_id]
        if not found:
            return {"source": NeedSource.CUSTOMER_SAID.value}
        draft = found[0]
        return {
            "need": draft.need.value,
            "detail": draft.detail,
            "source": draft.source.value,
            "yes_words": draft.yes_words,
            "agreed_on": draft.agreed_on,
            "is_temporary": (FOR_A_WHILE,) if draft.is_temporary else (),
            "review_on": draft.review_on,
        }

    def _begin_safety(self, record_id: int | None) -> dict[str, AnswerValue | None]:
        found = [card.draft for card in self.state.sheet.safety if card.id == record_id]
        if not found:
            return {
                "kind": SafetyKind.ALLERGY.value,
                "ends_on": add_months(self._bench.today, _SAFETY_MONTHS),
            }
        draft = found[0]
        return {
            "kind": draft.kind.value,
            "text": draft.text,
            "yes_words": draft.yes_words,
            "agreed_on": draft.agreed_on,
            "tested_on": draft.tested_on,
            "result": draft.result,
            "ends_on": draft.ends_on,
        }

    def warning(self, text: str) -> str:
        """A gentle word where a text says why, not what helps; "" for none."""
        found = guarded(text)
        return "" if found is None else self._say(Refusal(found.code, word=found.word))

    def save(
        self, part: str, record_id: int | None, values: Mapping[str, object]
    ) -> Mapping[str, str] | None:
        """Keep what stands in a form.

        Args:
            part: of the sheet.
            record_id: of what is changed; None for a new one.
            values: raw, by question id.

        Returns:
            What is wrong, by question id; empty once it is kept; None after a trouble, which has
            been told.
        """
        wrong: dict[str, str] = {}
        keep = {NEED: self._need, SAFETY: self._safety, CONSENT: self._consent}[part]
        step, said = keep(record_id, values, wrong)
        if wrong:
            return wrong
        return self._do(step, said)

    def still_helps(self, need_id: int) -> None:
        """Say that something still helps; it is asked about again in the usual time."""
        support, who = self._bench.services.support, self._bench.who
        self._tell(
            lambda: support.keep_need(self.customer_id, need_id, who),
            self.tr("Kept. You will be asked again in the usual time."),
        )

    def remove(self, part: str, record_id: int) -> None:
        """Keep something no longer, or note that a consent was taken back today."""
        support, who, mine = self._bench.services.support, self._bench.who, self.customer_id
        today = self._bench.today
        steps: dict[str, tuple[Callable[[], Done[SupportSheet]], str]] = {
            NEED: (lambda: support.remove_need(mine, record_id, who), self.tr("Removed.")),
            SAFETY: (
                lambda: support.remove_safety(mine, record_id, who),
                self.tr("Safety note removed."),
            ),
            CONSENT: (
                lambda: support.withdraw_consent(mine, record_id, today, who),
                self.tr("Noted that they want no more offers there."),
            ),
        }
        self._tell(*steps[part])

    def _tell(self, step: "Callable[[], Done[SupportSheet]]", said: str) -> None:
        """Take a step that has no form; what is refused is said on the bar."""
        wrong = self._do(step, said)
        if wrong:
            self._bench.bar.say(" ".join(wrong.values()))

    def _do(self, step: "Callable[[], Done[SupportSheet]]", said: str) -> Mapping[str, str] | None:
        try:
            done = self._bench.do(step, said=said)
        except Refusal as refusal:
            return {refusal.field or "": self._say(refusal)}
        return None if done is None else {}

    def _need(
        self, record_id: int | None, values: Mapping[str, object], wrong: dict[str, str]
    ) -> "tuple[Callable[[], Done[SupportSheet]], str]":
        support, who, mine = self._bench.services.support, self._bench.who, self.customer_id
        chosen = str(values.get("need", ""))
        if not chosen:
            wrong["need"] = self.tr("Please choose what helps, or “Something else”.")
        temporary = values.get("is_temporary")
        draft = SupportDraft(
            need=SupportNeed(chosen or SupportNeed.OTHER.value),
            detail=str(values.get("detail", "")),
            source=NeedSource(str(values.get("source")) or NeedSource.CUSTOMER_SAID.value),
            yes_words=str(values.get("yes_words", "")),
            agreed_on=self._day(values, "agreed_on", wrong, is_past=True),
            is_temporary=isinstance(temporary, tuple | list) and FOR_A_WHILE in temporary,
            review_on=self._day(values, "review_on", wrong),
        )
        if record_id is None:
            return lambda: support.add_need(mine, draft, who), self.tr("Noted what helps.")
        return (
            lambda: support.change_need(mine, record_id, draft, who),
            self.tr("Changed what helps."),
        )

    def _safety(
        self, record_id: int | None, values: Mapping[str, object], wrong: dict[str, str]
    ) -> "tuple[Callable[[], Done[SupportSheet]], str]":
        support, who, mine = self._bench.services.support, self._bench.who, self.customer_id
        today = self._bench.today
        draft = SafetyDraft(
            kind=SafetyKind(str(values.get("kind")) or SafetyKind.ALLERGY.value),
            text=str(values.get("text", "")),
            yes_words=str(values.get("yes_words", "")),
            agreed_on=self._day(values, "agreed_on", wrong, is_past=True) or today,
            tested_on=self._day(values, "tested_on", wrong, is_past=True),
            result=str(values.get("result", "")),
            ends_on=self._day(values, "ends_on", wrong) or add_months(today, _SAFETY_MONTHS),
        )
        if record_id is None:
            return lambda: support.add_safety(mine, draft, who), self.tr("Safety note added.")
        return (
            lambda: support.change_safety(mine, record_id, draft, who),
            self.tr("Safety note changed."),
        )

    def _consent(
        self, record_id: int | None, values: Mapping[str, object], wrong: dict[str, str]
    ) -> "tuple[Callable[[], Done[SupportSheet]], str]":
        del record_id  # a consent is given or taken back, never rewritten
        support, who, mine = self._bench.services.support, self._bench.who, self.customer_id
        draft = ConsentDraft(
            channel=ConsentChannel(str(values.get("channel")) or ConsentChannel.EMAIL.value),
            wording=str(values.get("wording", "")),
            given_on=self._day(values, "given_on", wrong, is_past=True) or self._bench.today,
            how=str(values.get("how", "")),
            basis=ConsentBasis(str(values.get("basis") or ConsentBasis.YES.value)),
        )
        return lambda: support.give_consent(mine, draft, who), self.tr("Noted what they agreed to.")

    def _day(
        self,
        values: Mapping[str, object],
        key: str,
        wrong: dict[str, str],
        *,
        is_past: bool = False,
    ) -> date | None:
        """A day as a field gives it; None for an empty one."""
        typed = values.get(key, "")
        if isinstance(typed, date) or not typed:
            return typed if isinstance(typed, date) else None
        read = read_past_day if is_past else read_day
        try:
            return read(str(typed), self._bench.today, key)
        except Refusal as refusal:
            wrong[key] = self._say(refusal)
            return None

    def _say(self, refusal: Refusal) -> str:
        return self._bench.labels.refusal(refusal)
