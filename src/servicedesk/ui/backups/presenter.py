# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the settings page of backups says, and what its buttons do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.backups import BackupCard, BackupReason, BackupStatus, FolderKind, Outcome
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.ui.backups.said import (
    TONES,
    holds_words,
    moment_words,
    path_words,
    size_words,
    status_words,
)
from servicedesk.ui.core.tasks import Cancelled, Progress
from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup in the list.

    Args:
        card: the backup.
        made: when, in words.
        why: in words.
        size: in words.
        is_pinned: it is kept until somebody lets it go.
    """

    card: BackupCard
    made: str
    why: str
    size: str
    is_pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondWords:
    """The second folder in words.

    Args:
        name: what people call it.
        path: of the folder.
        about: what is to be known of such a place.
        fault: why the newest backup did not reach it; "" when it did.
    """

    name: str
    path: str
    about: str
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """What the page shows.

    Args:
        sentence, tone: how things stand.
        amount: how many there are, and their size.
        trial, trial_tone: the newest trial restore.
        check, check_tone: the newest check of the file itself.
        folder: path of the first folder.
        second: the second folder, or None.
        second_error: why the folder that was chosen will not do; "" for nothing wrong.
        rows: the backups, newest first.
        chosen: what is in the chosen one, and where else it lies; "" for nothing to say.
        tried, tried_tone: what came of trying the chosen one just now.
        is_running: one is being made.
        is_stopping: it was asked to stop.
        done, total: how far it is.
    """

    sentence: str = ""
    tone: str = "quiet"
    amount: str = ""
    trial: str = ""
    trial_tone: str = "quiet"
    check: str = ""
    check_tone: str = "quiet"
    folder: str = ""
    second: SecondWords | None = None
    second_error: str = ""
    rows: tuple[BackupRow, ...] = ()
    chosen: str = ""
    tried: str = ""
    tried_tone: str = "quiet"
    is_running: bool = False
    is_stopping: bool = False
    done: int = 0
    total: int = 0


class BackupPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = BackupState()
        self._bench = bench
        self._is_cancelled = False
        self._chosen = ""
        bench.tasks.idle.connect(self._on_idle)
        bench.tasks.stepped.connect(self._on_step)

    def reload(self) -> None:
        """Look how things stand."""
        backups = self._bench.services.backups
        try:
            status = backups.status()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._show(self._told(status, backups.kept()))

    def back_up(self) -> None:
        """Make a backup now, beside the screen; while one is being made, nothing."""
        if self.state.is_running:
            return
        backups = self._bench.services.backups
        self._is_cancelled = False
        self._show(replace(self.state, is_running=True, is_stopping=False, done=0, total=0))

        def run(progress: Progress) -> BackupCard | None:
            try:
                return backups.back_up(BackupReason.BUTTON, _Stoppable(progress, self))
            except Cancelled:
                return None

        self._bench.tasks.run(self.tr("Backing up …"), run, self._made, self._failed)

    def cancel(self) -> None:
        """Ask the backup that is being made to stop; the first copy may be made already."""
        self._is_cancelled = True
        self._show(replace(self.state, is_stopping=True))

    @property
    def is_cancelled(self) -> bool:
        """Whether the backup that is being made was asked to stop."""
        return self._is_cancelled

    def open_folder(self) -> None:
        """Show the first folder in the system's own file window."""
        self._bench.doors.open_folder(self._bench.services.backups.folder)

    def set_second(self, folder: Path | None) -> None:
        """Have backups copied there too from now on; None for no longer."""
        try:
            self._bench.services.backups.set_second_folder(folder)
        except Refusal as refusal:
            sentence = self._bench.labels.refusal(refusal)
            self._show(replace(self.state, second_error=sentence))
            return
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        self._show(replace(self.state, second_error=""))
        self.reload()
        if folder is not None and self.state.rows:
            self._copy_newest()

    def _copy_newest(self) -> None:
        """Bring the newest backup to the second folder, beside the screen."""
        backups = self._bench.services.backups
        self._bench.tasks.run(
            self.tr("Copying to the second folder …"),
            backups.copy_newest,
            self._copied,
            self._failed,
        )

    def _copied(self, status: BackupStatus) -> None:
        self.reload()
        second = status.second
        if second is not None and second.fault is None:
            said = self.tr("The newest backup is on {name} too.").format(name=second.name)
            self._bench.bar.say(said)

    def pin(self, row: BackupRow) -> None:
        """Keep a backup until it is let go of, or let it go."""
        try:
            self._bench.services.backups.pin(row.card.name, not row.is_pinned)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
        self.reload()

    def choose(self, row: BackupRow | None) -> None:
        """Say what is in a backup that was chosen in the list, and where else it lies."""
        name = "" if row is None else row.card.name
        if name == self._chosen:
            return
        self._chosen = name
        self._show(replace(self.state, chosen="", tried=""))
        if not name:
            return
        backups = self._bench.services.backups

        def found(counts: Mapping[Kind, int] | None) -> None:
            if self._chosen == name:
                self._show(replace(self.state, chosen=self._holds(name, counts)))

        title = self.tr("Looking into the backup …")
        self._bench.tasks.run(
            title, lambda _progress: backups.counts_in(name), found, self._failed, self
        )

    def _holds(self, name: str, counts: Mapping[Kind, int] | None) -> str:
        labels, backups = self._bench.labels, self._bench.services.backups
        if counts is None:
            return self.tr("What is in it cannot be read.")
        said = " · ".join(holds_words(counts, labels)) or self.tr("No records are in it yet.")
        second = backups.second_folder
        if second is None or not backups.is_in_second(name):
            return said
        also = self.tr("It is in {folder} too.").format(folder=second.name)
        return f"{said}\n{also}"

    def try_one(self, row: BackupRow) -> None:
        """Put a backup together on trial, beside the screen and beside the file."""
        backups, name = self._bench.services.backups, row.card.name
        self._show(replace(self.state, tried=self.tr("Trying it …"), tried_tone="quiet"))

        def run(progress: Progress) -> Outcome:
            return backups.try_one(name, progress)

        title = self.tr("Trying the backup …")
        self._bench.tasks.run(title, run, self._tried, self._not_tried, self)

    def _tried(self, outcome: Outcome) -> None:
        said = self.tr("Tried just now: it can be put back.")
        if not outcome.is_good:
            said = self.tr("Tried just now: it cannot be put back. Choose another, or make one.")
        self._show(replace(self.state, tried=said, tried_tone=_tone(outcome)))

    def _not_tried(self, fault: Exception) -> None:
        if isinstance(fault, Refusal):
            said = self._bench.labels.refusal(fault)
            self._show(replace(self.state, tried=said, tried_tone="due"))
            return
        self._show(replace(self.state, tried=""))
        self._failed(fault)

    def _told(self, status: BackupStatus, cards: tuple[BackupCard, ...]) -> BackupState:
        today = self._bench.today
        return replace(
            self.state,
            sentence=status_words(status, today),
            tone=TONES[status.state],
            amount=self._amount(status),
            trial=self._trial(status.trial),
            trial_tone=_tone(status.trial),
            check=self._check(status.check),
            check_tone=_tone(status.check),
            folder=path_words(status.folder),
            second=self._second(status),
            rows=tuple(self._row(card) for card in cards),
        )

    def _amount(self, status: BackupStatus) -> str:
        size, room = size_words(status.size), self._bench.services.backups.room()
        said = self.tr("{count} backups are kept, {size} together.")
        if status.count == 1:
            said = self.tr("One backup is kept, {size}.")
        said = said.format(count=status.count, size=size) if status.count else ""
        if said and room:
            limit = self.tr("They may take up to {room} before the oldest go.")
            said = f"{said} {limit.format(room=size_words(room))}"
        return said

    def _trial(self, trial: Outcome | None) -> str:
        if trial is None:
            return self.tr("Every week the newest backup is put together on trial. Not yet done.")
        when = moment_words(trial.at, self._bench.today)
        if trial.is_good:
            return self.tr("Tried {when}: the backup can be put back.").format(when=when)
        said = self.tr("Tried {when}: the backup {name} cannot be put back. Make another now.")
        return said.format(when=when, name=trial.name)

    def _check(self, check: Outcome | None) -> str:
        if check is None:
            return self.tr("Every week your file is looked through. Not yet done.")
        when = moment_words(check.at, self._bench.today)
        if check.is_good:
            return self.tr("Your file was looked through {when}: it is whole.").format(when=when)
        said = self.tr(
            "Your file was looked through {when}: it has a fault inside. Put back the newest good "
            "backup."
        )
        return said.format(when=when)

    def _second(self, status: BackupStatus) -> SecondWords | None:
        second, labels = status.second, self._bench.labels
        if second is None:
            return None
        return SecondWords(
            name=second.name,
            path=second.path,
            about=self._about(second.kind),
            fault="" if second.fault is None else labels.enum(second.fault),
        )

    def _about(self, kind: FolderKind) -> str:
        """What sort of place it is, and that others can read what lies there, while they can."""
        labels, is_open = self._bench.labels, self._bench.services.password.offers_one()
        said = (labels.enum(kind), labels.say("backups.unlocked") if is_open else "")
        return " ".join(part for part in said if part)

    def _row(self, card: BackupCard) -> BackupRow:
        return BackupRow(
            card=card,
            made=moment_words(card.at, self._bench.today),
            why=self._bench.labels.enum(card.reason),
            size=size_words(card.size),
            is_pinned=card.is_pinned,
        )

    def _made(self, card: BackupCard | None) -> None:
        self._show(replace(self.state, is_running=False, is_stopping=False))
        self.reload()
        self._bench.bar.say(self.tr("Stopped.") if card is None else self.tr("Backed up."))

    def _failed(self, fault: Exception) -> None:
        self._show(replace(self.state, is_running=False, is_stopping=False))
        self.reload()
        if not isinstance(fault, Trouble):
            raise fault
        self._bench.bar.trouble(self._bench.labels.trouble(fault))

    def _on_step(self, done: int, total: int) -> None:
        if self.state.is_running:
            self._show(replace(self.state, done=done, total=total))

    def _on_idle(self) -> None:
        """Whatever ran beside the screen may have been a backup or a trial."""
        if self.state.sentence and not self.state.is_running:
            self.reload()

    def _show(self, state: BackupState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()


def _tone(outcome: Outcome | None) -> str:
    if outcome is None:
        return "quiet"
    return "ok" if outcome.is_good else "late"


class _Stoppable:
    """The progress of a job that the page alone can stop, whatever else waits to be done."""

    def __init__(self, progress: Progress, presenter: BackupPresenter) -> None:
        self._progress = progress
        self._presenter = presenter

    def step(self, done: int, total: int) -> None:
        self._progress.step(done, total)

    def raise_if_cancelled(self) -> None:
        self._progress.raise_if_cancelled()
        if self._presenter.is_cancelled:
            raise Cancelled
