# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the business's own fields of a customer, in words for the screen and for paper."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import YES, OwnFieldCard, OwnFieldKind, OwnFieldOn

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench


class OwnWords(QObject):
    """Knows the fields, and reads them again when they change.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._fields: tuple[OwnFieldCard, ...] | None = None
        bench.changes.follow(frozenset({Kind.OWN_FIELD}), self._forget)

    def lines(self, draft: CustomerDraft) -> tuple[str, ...]:
        """Each field that something stands in, such as "Account number: A 107"; in their order.

        Fields that are retired are left out: nobody asks for them any more.
        """
        if not draft.own:
            return ()
        if self._fields is None:
            self._fields = self._bench.services.own_fields.all(OwnFieldOn.CUSTOMER)
        line = self.tr("{field}: {value}")
        return tuple(
            line.format(field=card.draft.name, value=self._said(card, kept))
            for card in self._fields
            if (kept := draft.own.get(str(card.id)))
        )

    def _said(self, card: OwnFieldCard, kept: str) -> str:
        match card.draft.kind:
            case OwnFieldKind.YES_NO:
                return self.tr("yes") if kept == YES else self.tr("no")
            case OwnFieldKind.DAY:
                day = date.fromisoformat(kept)
                return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
            case _:
                return kept

    def _forget(self) -> None:
        self._fields = None
