# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What should be seen of a complaint before anything is done, one box below the other."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout

from servicedesk.domain.complaints_stages import Action
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.complaints.minding import Minded
from servicedesk.ui.complaints.short_view import Way
from servicedesk.ui.core.places import Place
from servicedesk.ui.widgets.card import Notice

WayOf = Callable[[Action | Deed, int | None], Way]
"""Puts something that can be done into words."""


class Notices:
    """Makes the boxes.

    Args:
        way: something that can be done, in words.
        words: of its button.
        begin: does it.
        go: leads to where something can be looked up.
    """

    def __init__(
        self,
        way: WayOf,
        words: Callable[[Way], str],
        begin: Callable[[Way], None],
        go: Callable[[Place], None],
    ) -> None:
        self._way, self._words, self._begin, self._go = way, words, begin, go

    def fill(self, rows: QVBoxLayout, said: Iterable[Minded]) -> None:
        """Show these, and no others."""
        while (item := rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for one in said:
            rows.addWidget(self._box(one))

    def _box(self, one: Minded) -> Notice:
        deed, place = one.deed, one.place
        if deed is not None:
            way = self._way(deed, one.remedy_id)
            made = Notice(one.tone, one.words, self._words(way))
            made.acted.connect(lambda: self._begin(way))
            return made
        made = Notice(one.tone, one.words, one.action)
        if place is not None:
            made.acted.connect(lambda: self._go(place))
        return made
