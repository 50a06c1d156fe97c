# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the letters page asks of services before a letter is written; faults are told at once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import LetterDraft, LetterStage
from servicedesk.domain.letters_fields_complaints import ABOUT_A_COMPLAINT
from servicedesk.domain.promises import PromiseCard
from servicedesk.ui.letters.state import About

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

Answer = TypeVar("Answer")

_ABOUT_PROMISES = frozenset({LetterStage.PROMISE, LetterStage.DELAY, LetterStage.DONE})


class Asking:
    """Asks services.

    Args:
        bench: whose services; its bar tells of faults.
    """

    def __init__(self, bench: "Workbench") -> None:
        self._bench = bench

    def ask(self, question: Callable[[], Answer]) -> Answer | None:
        """Ask a service; None after a trouble or a refusal, which has then been told."""
        try:
            return question()
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal), can_undo=False)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        return None

    def drafts(self, template_id: str, about: About) -> tuple[LetterDraft, ...]:
        """The letter as it begins; one to each whom a closure touches."""
        who, writing = self._bench.who, self._bench.services.letters_writing
        if about.closure_id is not None:
            found = writing.drafts_for_closure(about.closure_id, who)
            if found and found[0].template == template_id:
                return found
        return (
            writing.draft(
                template_id,
                customer_id=about.customer_id,
                promise_id=about.promise_id,
                closure_id=about.closure_id,
                who=who,
            ),
        )

    def promises_to(
        self, stage: LetterStage, about: About, customer_id: int | None
    ) -> tuple[PromiseCard, ...]:
        """Open promises that a letter to somebody may be about."""
        if customer_id is None or about.promise_id is not None or stage not in _ABOUT_PROMISES:
            return ()
        return self.ask(lambda: self._bench.services.promises.open_of(customer_id)) or ()

    def law_of(self, stage: LetterStage, customer_id: int | None) -> str:
        """What the law says of cancelling an appointment; "" for anything else."""
        if stage is not LetterStage.VISIT:
            return ""
        writing = self._bench.services.letters_writing
        return self.ask(lambda: writing.cancel_right(customer_id)) or ""

    def remember(self, draft: LetterDraft) -> str:
        """What is to be remembered about the customer of a promise; the field tells of others."""
        promise_id = draft.promise_id
        if promise_id is None:
            return ""
        card = self.ask(lambda: self._bench.services.promises.get(promise_id))
        return "" if card is None else card.remember


def fits(stage: LetterStage, about: About) -> bool:
    """Whether a letter of a stage can be written about something."""
    if about.closure_id is not None:
        return stage is LetterStage.CLOSURE
    if about.promise_id is None:
        return True
    return stage is not LetterStage.CLOSURE and stage not in ABOUT_A_COMPLAINT
