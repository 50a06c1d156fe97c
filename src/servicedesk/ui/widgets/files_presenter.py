# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a strip of files knows: the files of a record, and what came of those that were brought."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.record_files import FileCard, size_words

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.tasks import Progress
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file that somebody brings.

    Args:
        source: where it lies, or what was pasted.
        name: under which it is kept; "" for the file's own.
        is_confirmed: it is large, and is to be kept all the same.
    """

    source: Path | bytes
    name: str = ""
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesState:
    """A strip of files as it stands.

    Args:
        files: in the order in which they were added.
        said: what stands under them, such as why one was not taken; "" for nothing.
        large: files that are taken when somebody says so.
        is_busy: files are being taken in.
    """

    files: tuple[FileCard, ...] = ()
    said: str = ""
    large: tuple[Brought, ...] = ()
    is_busy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What came of some files: those that were taken, and what became of the others."""

    changes: ChangeSet
    taken: tuple[FileCard, ...]
    refused: tuple[tuple[Brought, Refusal], ...]
    trouble: Trouble | None


class FilesPresenter(QObject):
    """Takes files in beside the screen, and shows, saves and removes them.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._record: tuple[Kind, int] | None = None
        self.state = FilesState()
        bench.changes.follow(frozenset({Kind.ATTACHMENT}), self.load)

    @property
    def has_record(self) -> bool:
        """There is a record that files can lie with."""
        return self._record is not None

    def show_record(self, kind: Kind, record_id: int | None) -> None:
        """Show the files of a record, or none.

        Args:
            kind: of the record.
            record_id: its number; None for no record.
        """
        self._record = None if record_id is None else (kind, record_id)
        self.state = FilesState()
        self.load()
        self.state_changed.emit()

    def load(self) -> None:
        """Read the files anew."""
        files = () if self._record is None else self._bench.services.record_files.of(*self._record)
        if files != self.state.files:
            self._show(replace(self.state, files=files))

    def bring(self, brought: Sequence[Brought]) -> None:
        """Take files in, one after the other, beside the screen.

        Args:
            brought: what somebody dropped, pasted or chose.
        """
        record = self._record
        if record is None or not brought:
            return
        files, who = self._bench.services.record_files, self._bench.who
        self._show(replace(self.state, said="", large=(), is_busy=True))

        def take(progress: "Progress") -> _Outcome:
            changes = ChangeSet()
            taken: list[FileCard] = []
            refused: list[tuple[Brought, Refusal]] = []
            for at, one in enumerate(brought):
                progress.step(at, len(brought))
                try:
                    done = files.add(
                        *record, one.source, one.name, who, is_confirmed=one.is_confirmed
                    )
                except Refusal as refusal:
                    refused.append((one, refusal))
                except Trouble as trouble:
                    return _Outcome(
                        changes=changes,
                        taken=tuple(taken),
                        refused=tuple(refused),
                        trouble=trouble,
                    )
                else:
                    changes |= done.changes
                    taken.append(done.card)
            return _Outcome(
                changes=changes, taken=tuple(taken), refused=tuple(refused), trouble=None
            )

        title = self.tr("Attaching files")
        self._bench.tasks.run(title, take, self._on_taken, self._on_failed, whose=self)

    def bring_large(self) -> None:
        """Take the large files in that were asked about."""
        self.bring([replace(one, is_confirmed=True) for one in self.state.large])

    def open(self, file_id: int) -> None:
        """Show a copy of a file in the program that the system has for it."""
        try:
            path = self._bench.services.record_files.open_copy(file_id)
        except Refusal as refusal:
            self._say(self._bench.labels.refusal(refusal))
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        else:
            self._bench.doors.open_file(path)

    def copy_name(self, file_id: int) -> str:
        """The name to offer for a copy of a file; "" once it is gone."""
        try:
            return self._bench.services.record_files.copy_name(file_id)
        except Refusal:
            return ""

    def save_copy(self, file_id: int, path: Path) -> None:
        """Write a copy of a file where somebody wants it."""
        try:
            self._bench.services.record_files.save_copy(file_id, path)
        except Refusal as refusal:
            self._say(self._bench.labels.refusal(refusal))
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        else:
            self._bench.bar.say(self.tr("Copy saved as {name}.").format(name=path.name))

    def remove(self, file_id: int) -> None:
        """Take a file from its record; Undo on the bar brings it back."""
        files, who = self._bench.services.record_files, self._bench.who
        try:
            self._bench.do(lambda: files.remove(file_id, who), said=self.tr("File removed."))
        except Refusal as refusal:
            self._say(self._bench.labels.refusal(refusal))
            self.load()

    def picture(self, file_id: int) -> bytes | None:
        """The small picture of a file as PNG, or None."""
        return self._bench.services.record_files.thumbnail(file_id)

    def size(self, card: FileCard) -> str:
        """The size of a file in words."""
        return size_words(card.size, self._bench.labels)

    def _on_taken(self, outcome: _Outcome) -> None:
        large = tuple(one for one, refusal in outcome.refused if refusal.code == "file_big")
        said = " ".join(
            dict.fromkeys(self._bench.labels.refusal(refusal) for _, refusal in outcome.refused)
        )
        self._show(replace(self.state, said=said, large=large, is_busy=False))
        self.load()
        self._bench.changes.announce(outcome.changes, self)
        if outcome.trouble is not None:
            self._bench.bar.trouble(self._bench.labels.trouble(outcome.trouble))
        elif len(outcome.taken) == 1:
            name = outcome.taken[0].name
            self._bench.bar.say(self.tr("{name} attached.").format(name=name), can_undo=True)
        elif outcome.taken:
            count = len(outcome.taken)
            self._bench.bar.say(self.tr("{n} files attached.").format(n=count), can_undo=True)

    def _on_failed(self, fault: Exception) -> None:
        """Anything that is neither a refusal nor a trouble is our own mistake."""
        self._show(replace(self.state, is_busy=False))
        raise fault

    def _say(self, sentence: str) -> None:
        self._show(replace(self.state, said=sentence, large=()))

    def _show(self, state: FilesState) -> None:
        self.state = state
        self.state_changed.emit()
