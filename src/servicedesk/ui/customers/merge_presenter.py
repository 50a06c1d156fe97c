# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the dialog that merges customers knows: who they are, and what will be kept of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.customers import CustomerCard, CustomerDraft, ReachKind
from servicedesk.domain.customers_addresses import address_text
from servicedesk.domain.customers_merging import fullest, merged_draft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Choice, Question, QuestionKind

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench

KEEP = "keep"
"""The one question: whose name and number stay."""


class MergePresenter(QObject):
    """Several records of one customer on their way to being one.

    Args:
        bench: of the open file.
        ids: of the records; the one that says most is kept unless somebody says otherwise.

    Attributes:
        cards: who they are, each once.
    """

    def __init__(
        self, bench: "Workbench", ids: Sequence[int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        found = (bench.services.customers.get(one) for one in ids)
        self.cards: dict[int, CustomerCard] = {card.id: card for card in found}

    @property
    def first(self) -> str:
        """What the question begins with."""
        return str(fullest(self.cards.values()).id)

    def question(self) -> Question:
        """Whose name and number stay."""
        return Question(
            id=KEEP,
            kind=QuestionKind.CHOICE,
            label=self.tr("Whose name and number stay?"),
            help=self.tr("The others' names go on leading to this customer."),
            is_required=True,
            choices=tuple(
                Choice(
                    id=str(card.id),
                    label=self.tr("{name}, {ref}").format(name=card.shown_name, ref=card.ref),
                )
                for card in self.cards.values()
            ),
        )

    def lines(self, keep: str) -> tuple[str, ...]:
        """What there will be, in a few lines.

        Args:
            keep: the answer to the question.
        """
        card = self._kept(keep)
        if card is None:
            return ()
        others = [other for other in self.cards.values() if other.id != card.id]
        try:
            merged = merged_draft(card.draft, [other.draft for other in others])
        except Refusal as refusal:
            return (self._bench.labels.refusal(refusal),)
        drafts = [card.draft, *(other.draft for other in others)]
        parts = (
            (self.tr("Phone: {words}"), _reached(drafts, ReachKind.PHONE)),
            (self.tr("E-mail: {words}"), _reached(drafts, ReachKind.EMAIL)),
            (self.tr("Address: {words}"), _placed(drafts)),
            (self.tr("Remember: {words}"), merged.remember),
            (self.tr("Notes: {words}"), " ".join(merged.notes.split())),
        )
        found = [line.format(words=words) for line, words in parts if words]
        names = ", ".join(other.shown_name for other in others)
        moved = self.tr(
            "Promises, contacts, letters and files of {names} move to {name}. Undo takes all of "
            "it apart again."
        )
        return (*found, moved.format(names=names, name=card.shown_name))

    def merge(self, keep: str) -> Mapping[str, str] | None:
        """Make one of them.

        Args:
            keep: the answer to the question.

        Returns:
            What is wrong, by question id; empty once it is done; None after a trouble, which has
            been told.
        """
        card = self._kept(keep)
        if card is None:
            return {KEEP: self.tr("Please say whose name stays.")}
        others = [other for other in self.cards.values() if other.id != card.id]
        merging, who = self._bench.services.customers_merging, self._bench.who
        names = ", ".join(other.shown_name for other in others)
        said = self.tr("{names} and {name} are one customer now.")
        try:
            done = self._bench.do(
                lambda: merging.merge(card.id, [other.id for other in others], who),
                said=said.format(names=names, name=card.shown_name),
                initiator=self,
            )
        except Refusal as refusal:
            return {KEEP: self._bench.labels.refusal(refusal)}
        return None if done is None else {}

    def _kept(self, keep: str) -> CustomerCard | None:
        return self.cards.get(int(keep)) if keep.isdecimal() else None


def _reached(drafts: Sequence[CustomerDraft], kind: ReachKind) -> str:
    found = (reach.shown for draft in drafts for reach in draft.reaches if reach.kind is kind)
    return ", ".join(dict.fromkeys(found))


def _placed(drafts: Sequence[CustomerDraft]) -> str:
    found = (
        address_text(address).replace("\n", ", ") for draft in drafts for address in draft.addresses
    )
    return "; ".join(dict.fromkeys(found))
