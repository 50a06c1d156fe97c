# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the settings page of the password: is there one, a new one, and the old backups."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core.stoppable import Stoppable
from servicedesk.ui.core.tasks import Cancelled, Progress

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.backup_rewriting import Rewritten
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordState:
    """What the page shows.

    Args:
        is_set: the file has a password.
        offer: why one would be good, in one sentence; "" for no special reason.
        others: what is to be said of backups with another password; "" while there are none.
        is_rewriting: backups are being changed.
        is_stopping: somebody asked for that to stop.
        done, total: how far that is, in backups.
    """

    is_set: bool = False
    offer: str = ""
    others: str = ""
    is_rewriting: bool = False
    is_stopping: bool = False
    done: int = 0
    total: int = 0


class PasswordPresenter(QObject):
    """Looks after the password of the open file.

    Signals:
        state_changed: ``state`` is another one.
        checked: what was typed will do; the file is about to be closed.
        refused: (dict of question id -> sentence) it will not.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()
    checked = Signal()
    refused = Signal(dict)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._is_checking = False
        self._is_cancelled = False
        self.state = PasswordState()
        bench.tasks.stepped.connect(self._on_step)

    def reload(self) -> None:
        """Look how things stand."""
        bench = self._bench
        password = bench.services.password
        others = password.backups_with_another()
        words = f"password.{'others' if password.is_set() else 'others_locked'}"
        self._show(
            replace(
                self.state,
                is_set=password.is_set(),
                offer=bench.labels.say("password.offer") if password.offers_one() else "",
                others=bench.labels.count(words, Decimal(others)) if others else "",
            )
        )

    def change(self, current: str, typed: str, again: str) -> None:
        """Give the file a new password, if it may be one; looked at beside the screen."""
        password = self._bench.services.password
        self._check(lambda: password.new(current, typed, again))

    def remove(self, current: str) -> None:
        """Take the password away, if this is it."""
        password = self._bench.services.password
        self._check(lambda: password.see_current(current))

    def _check(self, look: Callable[[], str | None]) -> None:
        if self._is_checking:
            return
        self._is_checking = True
        title = self.tr("Looking at the password …")
        self._bench.tasks.run(title, lambda _progress: look(), self._fits, self._fails, self)

    def _fits(self, password: str | None) -> None:
        self._is_checking = False
        self.checked.emit()
        self._bench.doors.change_password(password)

    def _fails(self, fault: Exception) -> None:
        self._is_checking = False
        if isinstance(fault, Refusal):
            self.refused.emit({fault.field or "password": self._bench.labels.refusal(fault)})
        elif isinstance(fault, Trouble):
            self._bench.bar.trouble(self._bench.labels.trouble(fault))
        else:
            raise fault

    def rewrite(self) -> None:
        """Give the old backups the password of the file, beside the screen."""
        if self.state.is_rewriting:
            return
        self._is_cancelled = False
        self._show(replace(self.state, is_rewriting=True, is_stopping=False, done=0, total=0))
        password = self._bench.services.password

        def run(progress: Progress) -> "Rewritten | None":
            try:
                return password.rewrite_backups(Stoppable(progress, lambda: self.is_cancelled))
            except Cancelled:
                return None

        title = self.tr("Changing the backups …")
        self._bench.tasks.run(title, run, self._rewritten, self._not_rewritten, self)

    def stop(self) -> None:
        """Stop after the backup that is being changed."""
        self._is_cancelled = True
        self._show(replace(self.state, is_stopping=True))

    @property
    def is_cancelled(self) -> bool:
        """Whether changing the backups was asked to stop."""
        return self._is_cancelled

    def _rewritten(self, done: "Rewritten | None") -> None:
        self._show(replace(self.state, is_rewriting=False, is_stopping=False))
        self.reload()
        bar, labels = self._bench.bar, self._bench.labels
        if done is None:
            bar.say(self.tr("Stopped. Each backup is as it was, or changed."))
        elif done.left:
            bar.say(labels.count("password.left", Decimal(len(done.left))))
        else:
            bar.say(labels.count("password.rewritten", Decimal(done.done)))

    def _not_rewritten(self, fault: Exception) -> None:
        self._show(replace(self.state, is_rewriting=False, is_stopping=False))
        self._fails(fault)

    def sheet(self) -> "PrintJob | None":
        """The recovery sheet; None after a trouble, which has then been told."""
        try:
            return self._bench.services.password.sheet()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return None

    def _on_step(self, done: int, total: int) -> None:
        if self.state.is_rewriting:
            self._show(replace(self.state, done=done, total=total))

    def _show(self, state: PasswordState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
