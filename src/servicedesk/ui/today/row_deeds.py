# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is done to a row of Today: ticked, moved, put off, opened; each one step with its undo."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Step, Workbench
from servicedesk.ui.today.row_words import RowWords, part_of, room_of

if TYPE_CHECKING:
    from servicedesk.domain.promises_catching_up import Decision
    from servicedesk.domain.today import TodayAction
    from servicedesk.domain.today_rows import OpenItem

ROW_DEEDS = frozenset(
    {
        "done", "done_on", "new_date", "waiting", "broken", "released",
        "put_off_1", "put_off_monday", "answered", "promise", "open",
        "bring_back",
    }
)  # fmt: skip
"""What the actions of rows ask for."""


class RowDeeds(QObject):
    """Does what the buttons and keys of a row say.

    Signals:
        decision_wanted: (OpenItem, deed) somebody has to say when, or how it ended.

    Args:
        bench: of the open file.
        words: says what was done.
        parent: owns it.
    """

    decision_wanted = Signal(object, str)

    def __init__(self, bench: Workbench, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._words = words

    def act(self, action: "TodayAction", item: "OpenItem | None") -> None:
        """Do it; a row that has gone meanwhile is left alone."""
        if item is None:
            return
        deed = action.deed
        if deed == "done":
            self._done(item)
        elif deed == "answered":
            self._answered(item)
        elif deed in ("put_off_1", "put_off_monday"):
            self._put_off(item, date.fromisoformat(action.part))
        elif deed == "bring_back":
            self._bring_back(item)
        elif deed in ("promise", "open"):
            self._open(item, deed)
        else:
            self.decision_wanted.emit(item, deed)

    def decide(self, decisions: "tuple[Decision, ...]") -> str:
        """Write down what became of promises, in one step.

        Returns:
            "" when it is written, or the sentence of a refusal.
        """
        bench = self._bench
        count = len(decisions)
        said = self.tr("Written down.")
        if count > 1:
            said = self.tr("{count} promises are written down.").format(count=count)
        try:
            bench.do(lambda: bench.services.promises.catch_up(decisions, bench.who), said=said)
        except Refusal as refusal:
            return bench.labels.refusal(refusal)
        return ""

    def _done(self, item: "OpenItem") -> None:
        bench = self._bench
        if item.kind is Kind.ACTION:
            self._do_action(item)
            return
        at: datetime | None = None if item.due.at is None else bench.clock.now()
        said = self.tr("Done: {text}").format(text=item.text)
        promises = bench.services.promises
        self._do(lambda: promises.done(item.id, bench.today, at, bench.who), said)

    def _do_action(self, item: "OpenItem") -> None:
        bench = self._bench
        said = self.tr("Done: {text}").format(text=item.text)
        actions = bench.services.actions
        self._do(lambda: actions.done(item.id, bench.today, "", bench.who), said)

    def _answered(self, item: "OpenItem") -> None:
        bench = self._bench
        said = self.tr("Answered: {text}").format(text=item.text)
        contacts = bench.services.contacts
        self._do(lambda: contacts.answered(item.id, bench.today, bench.who), said)

    def _put_off(self, item: "OpenItem", until: date) -> None:
        said = self._words.back_on(until, self._bench.today)
        self._do(lambda: self._later(item, until), said)

    def _bring_back(self, item: "OpenItem") -> None:
        text = item.text or self._words.title(item)
        said = self.tr("Back on the list: {text}").format(text=text)
        self._do(lambda: self._later(item, None), said)

    def _later(self, item: "OpenItem", until: date | None) -> Step:
        """Keep what a row is about out of sight until a day, or bring it back."""
        services, who = self._bench.services, self._bench.who
        if item.kind is Kind.COMPLAINT:
            return services.complaints_putting_off.until(item.id, until, who)
        if item.kind is Kind.FEEDBACK:
            return services.feedback.put_off(item.id, until, who)
        return services.promises.snooze(item.id, until, who)

    def _open(self, item: "OpenItem", deed: str) -> None:
        go = self._bench.navigator.open
        if deed == "promise":
            go("promises", "enquiry", str(item.id))
        else:
            go(room_of(item), part_of(item), str(item.id))

    def _do(self, step: Callable[[], Step], said: str) -> None:
        try:
            self._bench.do(step, said=said)
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
