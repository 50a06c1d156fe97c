# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of fairness: offers with what is seen in them, checks, gaps without an action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.fairness import (
    CheckedCustomer,
    FairnessCard,
    OfferCard,
    OfferDraft,
    SameDeal,
)
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.asked import asked

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench

_FOLLOWED = frozenset({Kind.OFFER, Kind.FAIRNESS_CHECK, Kind.ACTION, Kind.CUSTOMER})

Card = TypeVar("Card")


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessState:
    """What the page shows.

    Args:
        offers: every offer and plan.
        seen: what is seen in them, sentences by number.
        checks: every check, the newest first.
        to_do: what those that are finished ask for and nobody planned yet, by number.
        error: why something was not done, in words; "" for nothing.
    """

    offers: tuple[OfferCard, ...] = ()
    seen: Mapping[int, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    checks: tuple[FairnessCard, ...] = ()
    to_do: Mapping[int, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    error: str = ""

    @property
    def open_one(self) -> FairnessCard | None:
        """The check that is not finished, or None."""
        return next((card for card in self.checks if card.is_open), None)


class FairnessPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = FairnessState()
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(_FOLLOWED, self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load("")

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def _follow(self) -> None:
        if self._is_shown:
            self._load("")

    def _load(self, error: str) -> None:
        service = self._bench.services.fairness
        try:
            offers, checks = service.offers(), service.checks()
            to_do = {card.id: service.to_do(card.id) for card in checks if not card.is_open}
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        seen = {card.id: service.seen(card.draft) for card in offers}
        self.state = FairnessState(
            offers=offers, seen=seen, checks=checks, to_do=to_do, error=error
        )
        self.state_changed.emit()

    def keep_offer(self, offer_id: int | None, draft: OfferDraft) -> dict[str, str]:
        """Keep an offer or plan.

        Args:
            offer_id: of the one that is changed; None for a new one.
            draft: as typed.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        service, who = self._bench.services.fairness, self._bench.who
        if offer_id is None:
            return self._kept(lambda: service.add_offer(draft, who), self.tr("Offer kept."), "name")
        return self._kept(
            lambda: service.change_offer(offer_id, draft, who), self.tr("Offer changed."), "name"
        )

    def remove_offer(self, offer_id: int) -> None:
        """Remove an offer or plan; it can be taken back."""
        service, who = self._bench.services.fairness, self._bench.who
        self._step(lambda: service.remove_offer(offer_id, who), self.tr("Offer removed."))

    def begin(self) -> None:
        """Begin a check; why it cannot is in the state."""
        service, who = self._bench.services.fairness, self._bench.who
        begun = self._step(lambda: service.begin(who), "")
        if begun is not None:
            drew = self.tr("The program drew the customers.")
            said = drew if begun.card.customers else self.tr("The check has begun.")
            self._bench.bar.say(said, can_undo=True)

    def answer(
        self, one: CheckedCustomer, same: SameDeal | None, note: str, said: str = ""
    ) -> dict[str, str]:
        """Say whether a customer has the deal of a new one.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        service, who = self._bench.services.fairness, self._bench.who
        return self._kept(lambda: service.answer(one.id, same, note, who), said, "note")

    def finish(self, check_id: int) -> None:
        """Finish a check; what it still needs is in the state."""
        service, who = self._bench.services.fairness, self._bench.who
        self._step(lambda: service.finish(check_id, who), self.tr("Check kept with its date."))

    def plan(self, check_id: int) -> None:
        """Make actions of what a check found; they can be taken back."""
        service, who = self._bench.services.fairness, self._bench.who
        self._step(lambda: service.plan(check_id, who), self.tr("Noted under Things to do."))

    def remove(self, check_id: int) -> None:
        """Remove a check that is not finished; it can be taken back."""
        service, who = self._bench.services.fairness, self._bench.who
        self._step(lambda: service.remove(check_id, who), self.tr("Check removed."))

    def open_customer(self, customer_id: int) -> None:
        """Go to a customer who was drawn."""
        self._bench.navigator.open("customers", "", str(customer_id))

    def write_notice(self, offer_id: int | None = None) -> None:
        """Write the letter about a price change or a renewal, of an offer where one is meant."""
        item = "" if offer_id is None else f"offer:{offer_id}"
        self._bench.navigator.open("letters", "L20", item)

    def print_job(self, check_id: int) -> "PrintJob | None":
        """The page of a check."""
        bench = self._bench
        return asked(bench, lambda: bench.services.fairness.paper(check_id))

    def _kept(self, step: "Callable[[], Done[Card]]", said: str, usual: str) -> dict[str, str]:
        bench = self._bench
        try:
            done = bench.do(step, said=said)
        except Refusal as refusal:
            return {refusal.field or usual: bench.labels.refusal(refusal)}
        return {} if done is not None else {usual: self.tr("It could not be kept.")}

    def _step(self, step: "Callable[[], Done[Card]]", said: str) -> "Done[Card] | None":
        bench = self._bench
        try:
            return bench.do(step, said=said)
        except Refusal as refusal:
            self._load(bench.labels.refusal(refusal))
            return None
