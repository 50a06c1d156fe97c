# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where somebody is in the first run, and the folder of the second backup; no widgets."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.backups import BackupStatus
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import Page
from servicedesk.ui.first_run.facts import GUIDE

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRunState:
    """Where somebody is.

    Args:
        pages: all of them, in order.
        at: place of the page that is shown, from 0.
        seen: ids of the pages that were left with Next.
        folder: of the second backup, or None.
        wrong: what is wrong with that folder; "" for nothing.
    """

    pages: tuple[Page, ...]
    at: int = 0
    seen: frozenset[str] = frozenset()
    folder: Path | None = None
    wrong: str = ""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self.at]

    @property
    def is_first(self) -> bool:
        """Whether there is nothing to go back to."""
        return self.at == 0

    @property
    def is_last(self) -> bool:
        """Whether what comes next is Today."""
        return self.at == len(self.pages) - 1


class FirstRunPresenter(QObject):
    """Walks the pages; the answers themselves are kept as they are given.

    Args:
        bench: of the open file.

    Signals:
        state_changed: another page, another folder.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = FirstRunState(
            pages=bench.services.business.guide(GUIDE).pages,
            folder=bench.services.backups.second_folder,
        )

    def next(self) -> None:
        """Go on; after the last page, to Today."""
        state = self.state
        seen = state.seen | {state.page.id}
        if state.is_last:
            self._to(replace(state, seen=seen))
            self.leave_for_today()
        else:
            self._to(replace(state, seen=seen, at=state.at + 1))

    def skip(self) -> None:
        """Go on without having answered."""
        if self.state.is_last:
            self.leave_for_today()
        else:
            self.go(self.state.at + 1)

    def back(self) -> None:
        """Go to the page before."""
        if not self.state.is_first:
            self.go(self.state.at - 1)

    def go(self, at: int) -> None:
        """Go to a page by its place."""
        self._to(replace(self.state, at=at))

    def leave_for_today(self) -> None:
        """End the first run; all of it stands in Settings too."""
        self._bench.navigator.open("today")

    def choose_folder(self, folder: Path | None) -> bool:
        """Have a second copy of each backup put into a folder.

        Args:
            folder: None to go without.

        Returns:
            Whether it is so now; if not, the state says why.
        """
        try:
            self._bench.services.backups.set_second_folder(folder)
        except Refusal as refusal:
            self._to(replace(self.state, wrong=self._bench.labels.refusal(refusal)))
            return False
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return False
        self._to(replace(self.state, folder=folder, wrong=""))
        if folder is not None and self._bench.services.backups.lacks_second():
            self._bench.tasks.run(
                self.tr("Copying to the second folder …"),
                self._bench.services.backups.copy_newest,
                self._copied,
                self._not_copied,
            )
        return True

    def _copied(self, status: BackupStatus) -> None:
        second = status.second
        if second is not None and second.fault is None:
            said = self.tr("The newest backup is on {name} too.").format(name=second.name)
            self._bench.bar.say(said)

    def _not_copied(self, fault: Exception) -> None:
        if not isinstance(fault, Trouble):
            raise fault
        self._bench.bar.trouble(self._bench.labels.trouble(fault))

    def _to(self, state: FirstRunState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
