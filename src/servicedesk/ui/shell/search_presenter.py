# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search box has found so far, and which hit Enter would open."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Trouble
from servicedesk.domain.search import Hit, HitGroup
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.settings_pages import topic_entries


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchState:
    """What is found.

    Args:
        text: what was typed.
        groups: what matches, by kind.
        chosen: number of the hit that Enter opens, counted through all groups.
    """

    text: str = ""
    groups: tuple[HitGroup, ...] = ()
    chosen: int = 0

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits of all groups, in the order shown."""
        return tuple(hit for group in self.groups for hit in group.hits)


class SearchPresenter(QObject):
    """Feeds the panel under the search box.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = SearchState()
        self._bench = bench
        self._is_prepared = False

    def prepare(self) -> None:
        """Somebody is about to type: gather what letters will look through."""
        if not self._is_prepared:
            self._is_prepared = True
            labels = self._bench.labels
            self._bench.services.search.register(lambda: topic_entries(labels))
        try:
            self._bench.services.search.prepare()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))

    def look_for(self, text: str) -> None:
        """Find what matches; an empty text finds nothing."""
        try:
            groups = self._bench.services.search.find(text)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            groups = ()
        self._show(SearchState(text=text.strip(), groups=groups))

    def step(self, by: int) -> None:
        """Choose the next hit, or the one before; both ends stay."""
        last = len(self.state.hits) - 1
        self.choose(max(0, min(last, self.state.chosen + by)))

    def choose(self, number: int) -> None:
        """Choose a hit by its number."""
        if self.state.hits:
            self._show(replace(self.state, chosen=number))

    def take(self) -> bool:
        """Open the chosen hit.

        Returns:
            False when there is none.
        """
        if not self.state.hits:
            return False
        hit = self.state.hits[self.state.chosen]
        self._bench.navigator.open(hit.room, hit.part, hit.item)
        return True

    def _show(self, state: SearchState) -> None:
        self.state = state
        self.state_changed.emit()
