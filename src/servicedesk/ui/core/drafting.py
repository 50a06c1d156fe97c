# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Keeps what is being typed into a form, so that a crash takes a second of it; no widgets."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from servicedesk.domain.errors import Trouble

if TYPE_CHECKING:  # storage comes in after the window is painted
    from servicedesk.domain.drafts import HalfTyped
    from servicedesk.ui.core.workbench import Workbench

SOON = 700
"""Milliseconds after the first key until what was typed is in the file."""

Standing = Mapping[str, Mapping[str, object] | None]
"""Subject of a form -> what stands in it and is not saved; None for nothing."""


class DraftKeeper(QObject):
    """Keeps what stands in one kind of form a moment after somebody has begun to type.

    Args:
        bench: of the open file.
        form: under which name it is kept.
        read: tells what stands there now.
    """

    def __init__(
        self,
        bench: "Workbench",
        form: str,
        read: Callable[[], Standing],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._form = form
        self._read = read
        self._kept: dict[str, Mapping[str, object]] = {}
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self.flush)

    def kept(self, subject: str) -> "HalfTyped | None":
        """What was being typed when the form was last left unsaved, or the program ended."""
        try:
            found = self._bench.services.drafts.kept(self._form, subject)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return None
        if found is not None:
            self._kept[subject] = found.values
        return found

    @Slot()
    def note(self) -> None:
        """Somebody has pressed a key: keep what stands there soon."""
        if not self._timer.isActive():  # counted from the first key, not from the last
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Keep at once what is not kept yet, and drop what was saved or emptied."""
        self._timer.stop()
        for subject, values in self._read().items():
            if values is None:
                self.drop(subject)
            elif values != self._kept.get(subject):
                self._write(subject, values)

    def drop(self, subject: str) -> None:
        """Forget what was kept of a form; nothing is done where nothing was."""
        if subject in self._kept:
            self._write(subject, None)

    def end(self, subject: str) -> None:
        """The form was saved: forget it, and what was typed since."""
        self._timer.stop()
        self.drop(subject)

    def _write(self, subject: str, values: Mapping[str, object] | None) -> None:
        drafts = self._bench.services.drafts
        try:
            if values is None:
                drafts.drop(self._form, subject)
            else:
                drafts.keep(self._form, subject, values)
        except Trouble as trouble:
            if not self._has_failed:  # once, not with every second of typing
                self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            self._has_failed = True
            return
        self._has_failed = False
        self._kept.pop(subject, None)
        if values is not None:
            self._kept[subject] = values


def move_draft(bench: "Workbench", form: str, subject: str, to: str) -> None:
    """Have what was typed into a form be about another subject, and what was there forgotten.

    Args:
        bench: of the open file.
        form: under which name it is kept.
        subject: what it was about; where nothing is kept of it, nothing is of ``to`` either.
        to: what it is about from now on.
    """
    drafts = bench.services.drafts
    try:
        found = drafts.kept(form, subject)
        if found is not None:
            drafts.keep(form, to, found.values)
            drafts.drop(form, subject)
        elif drafts.kept(form, to) is not None:
            drafts.drop(form, to)
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
