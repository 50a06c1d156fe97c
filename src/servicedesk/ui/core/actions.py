# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every shortcut of the program, in one register: the help makes its list of keys from it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

LEFT_ALONE = frozenset({"F3", "F4", "F5", "F6", "F10"})
"""Keys that mean something else to those who know them from other programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutRow:
    """One line of the list of keys.

    Args:
        group: where it works, such as "Everywhere".
        text: what it does.
        keys: as they are written on the keyboard, such as "Ctrl+K or Ctrl+F".
    """

    group: str
    text: str
    keys: str


class Actions(QObject):
    """The register. What is added to it lives as long as the widget that hears its keys.

    Args:
        parent: owns it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ShortcutRow] = {}
        self._by_id: dict[str, QAction] = {}

    def add(
        self,
        id: str,
        text: str,
        keys: str | tuple[str, ...],
        run: Callable[[], object],
        parent: QWidget,
        group: str,
    ) -> QAction:
        """Give something a key.

        Args:
            id: its own name; adding it again takes the place of the first.
            text: what it does, already translated.
            keys: one or more, such as "Ctrl+N"; "" for something that has none.
            run: called without arguments.
            parent: the window or page in which the keys work; the action goes with it.
            group: where it stands in the list of keys, already translated.

        Raises:
            ValueError: the key is one that is left alone, is not a key, or is taken in the same
                window.
        """
        wanted = tuple(key for key in ((keys,) if isinstance(keys, str) else keys) if key)
        self._check(id, wanted, parent)
        action = QAction(text, parent)
        action.setShortcuts([QKeySequence(key) for key in wanted])
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if parent.isWindow()
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        said = self.tr(" or ").join(_native(key) for key in wanted)
        hint = self.tr("{text} ({keys})").format(text=text, keys=said) if said else text
        action.setToolTip(hint)
        action.triggered.connect(lambda _checked=False: run())
        parent.addAction(action)
        self.forget(id)
        self._by_id[id] = action
        if said:
            self._rows[id] = ShortcutRow(group=group, text=text, keys=said)
        action.destroyed.connect(lambda: self._gone(id, action))
        return action

    def note(self, id: str, text: str, keys: str, group: str) -> None:
        """Put a key on the list that a widget hears by itself, such as Ctrl+Enter in a form."""
        self._rows[id] = ShortcutRow(group=group, text=text, keys=_native(keys))

    def action(self, id: str) -> QAction:
        """The action of that name; KeyError when there is none."""
        return self._by_id[id]

    def forget(self, id: str) -> None:
        """Take something off the list, and its keys with it."""
        self._rows.pop(id, None)
        old = self._by_id.pop(id, None)
        if old is not None:
            old.setShortcuts([])
            old.deleteLater()

    def shortcut_rows(self) -> tuple[ShortcutRow, ...]:
        """All keys, group by group in the order in which the groups began."""
        groups = list(dict.fromkeys(row.group for row in self._rows.values()))
        return tuple(sorted(self._rows.values(), key=lambda row: groups.index(row.group)))

    def _check(self, id: str, keys: tuple[str, ...], parent: QWidget) -> None:
        for key in keys:
            sequence = QKeySequence(key)
            if sequence.isEmpty() or not sequence.toString():
                raise ValueError(f"{key} is not a key")
            if sequence.toString() in LEFT_ALONE:
                raise ValueError(f"{key} is left alone")
            for other, action in self._by_id.items():
                if other != id and action.parent() is parent and sequence in action.shortcuts():
                    raise ValueError(f"{key} is taken by {other}")

    def _gone(self, id: str, action: QAction) -> None:
        if self._by_id.get(id) is action:
            del self._by_id[id]
            self._rows.pop(id, None)


def _native(key: str) -> str:
    """A key as this computer writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
