# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The hub through which screens hear that something changed; no screen pokes another."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.kinds import ChangeSet, Kind


class Changes(QObject):
    """Passes each change on, with who began it.

    Signals:
        changed: (ChangeSet, the initiator or None), once for every step that was committed.
    """

    changed = Signal(object, object)

    def announce(self, changes: ChangeSet, initiator: QObject | None = None) -> None:
        """Tell everyone what a step touched.

        Args:
            changes: as the service returned it; an empty one is passed over.
            initiator: the presenter that asked for the step, which may already show it.
        """
        if changes:
            self.changed.emit(changes, initiator)

    def follow(self, kinds: frozenset[Kind], reload: Callable[[], None]) -> None:
        """Call ``reload`` whenever a change touches one of these kinds."""

        def on_changed(changes: ChangeSet, _initiator: QObject | None) -> None:
            if not kinds.isdisjoint(changes):
                reload()

        self.changed.connect(on_changed)
