# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the list of versions, and what changed between two of them, sentence by sentence."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.charters import ChangeKind
from servicedesk.domain.errors import Refusal, Trouble

if TYPE_CHECKING:
    from servicedesk.domain.charters import CharterCard, SentenceChange
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.charters import VersionLine
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One sentence that differs.

    Args:
        kind: new, gone or reworded.
        before, after: the sentence in both versions; the missing side is empty.
    """

    kind: ChangeKind
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChanges:
    """What changed on one page of the charter.

    Args:
        title: of the page; "" for what stands on none.
        changes: in print order.
    """

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsState:
    """What the page shows.

    Args:
        versions: every version, newest first.
        chosen: id of the one that is looked at; 0 for none.
        compared: id of the older one it is held against; 0 for none.
        pages: what changed between the two.
    """

    versions: "tuple[VersionLine, ...]" = ()
    chosen: int = 0
    compared: int = 0
    pages: tuple[PageChanges, ...] = ()


class VersionsPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: services and words.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = VersionsState()
        self._bench = bench

    def open(self, item: str = "") -> None:
        """Show every version.

        Args:
            item: id of the one to look at; "" for the newest.
        """
        try:
            versions = self._bench.services.charters.versions()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state = replace(self.state, versions=versions)
        known = {str(one.id) for one in versions}
        self.choose(int(item) if item in known else versions[0].id if versions else 0)

    def choose(self, version_id: int) -> None:
        """Look at a version, held against the one before it."""
        older = [one.id for one in self.state.versions]
        after = older[older.index(version_id) + 1 :] if version_id in older else []
        self.compare(version_id, after[0] if after else 0)

    def compare(self, version_id: int, other_id: int) -> None:
        """Hold a version against another one.

        Args:
            version_id: the one that is looked at.
            other_id: the other; 0 for none.
        """
        pages: tuple[PageChanges, ...] = ()
        if version_id and other_id and version_id != other_id:
            pages = self._between(other_id, version_id)
        self.state = replace(self.state, chosen=version_id, compared=other_id, pages=pages)
        self.state_changed.emit()

    def print_job(self) -> "PrintJob | None":
        """The papers of the version that is looked at, as on the day it was published."""
        if not self.state.chosen:
            return None
        card = self._bench.services.charters.version(self.state.chosen)
        return self._bench.services.charter_printing.job(card)

    def _between(self, before_id: int, after_id: int) -> tuple[PageChanges, ...]:
        charters = self._bench.services.charters
        try:
            before, after = charters.version(before_id), charters.version(after_id)
            found = charters.changes_between(before_id, after_id)
        except (Refusal, Trouble) as fault:
            if isinstance(fault, Trouble):
                self._bench.bar.trouble(self._bench.labels.trouble(fault))
            return ()
        return self._grouped(found, before, after)

    def _grouped(
        self, found: "tuple[SentenceChange, ...]", before: "CharterCard", after: "CharterCard"
    ) -> tuple[PageChanges, ...]:
        """The changes by page, in the order of the guide."""
        guide = self._bench.services.charter_writing.guide
        page_of = {question.id: page.id for page in guide.pages for question in page.questions}
        for card in (before, after):
            page_of.update({f"standard:{one.key}": one.page for one in card.draft.standards})
        groups: dict[str, list[Change]] = {page.id: [] for page in guide.pages}
        for one in found:
            change = Change(kind=one.kind, before=one.before, after=one.after)
            groups.setdefault(page_of.get(one.place, ""), []).append(change)
        titles = {page.id: page.title for page in guide.pages}
        return tuple(
            PageChanges(title=titles.get(page, ""), changes=tuple(changes))
            for page, changes in groups.items()
            if changes
        )
