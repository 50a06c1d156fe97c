# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the home of the checks: what can be checked, what is begun, what was found before."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.checks import Bank, CheckCard, asked_questions
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.asked import asked
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.selfcheck.asking_state import FINISH, stopped_at, topics_of
from servicedesk.ui.selfcheck.said import day_words, outcome_words, title_of

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """One thing that can be checked.

    Args:
        bank: which.
        title: of it.
        intro: what it is.
        time: how long it takes, in a sentence; "" where the intro says it.
        questions: how many there are for this business.
        key_questions: how many of them in the simple mode; 0 where there is none.
        open_words: how far the one that is begun has come; "" for none.
        open_at, topics: the topic at which one goes on, and how many there are; 0 at the end.
        last: the newest finished one, or None.
    """

    bank: Bank
    title: str
    intro: str
    questions: int
    time: str = ""
    key_questions: int = 0
    open_words: str = ""
    open_at: int = 0
    topics: int = 0
    last: CheckCard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLine:
    """One finished check.

    Args:
        id: of the check.
        title: what was checked.
        day: when it was finished, in words.
        outcome: what it came to, in words.
    """

    id: int
    title: str
    day: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeState:
    """All that the home shows."""

    banks: tuple[BankLine, ...] = ()
    past: tuple[PastLine, ...] = ()


class HomePresenter(FollowingPresenter):
    """Feeds the home.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, frozenset({Kind.CHECK, Kind.PERSON}), parent)
        self.state = HomeState()

    def _read(self) -> None:
        has_staff = self._bench.services.checks.has_staff()
        finished = {bank: self._bench.services.checks.finished(bank) for bank in Bank}
        lines = tuple(self._line(bank, finished[bank], has_staff) for bank in Bank)
        cards = [card for bank in Bank for card in finished[bank]]
        cards.sort(key=lambda card: (str(card.finished_on), card.id), reverse=True)
        past = tuple(self._past(card) for card in cards)
        self.state = HomeState(banks=lines, past=past)

    def _line(self, bank: Bank, finished: tuple[CheckCard, ...], has_staff: bool) -> BankLine:
        checks = self._bench.services.checks
        questions = checks.bank(bank)
        asked = tuple(asked_questions(questions, is_short=False, has_staff=has_staff))
        keys = sum(1 for one in asked if one.is_key) if bank is Bank.SELF_CHECK else 0
        line = BankLine(
            bank=bank,
            title=self._bench.labels.enum(bank),
            intro=questions.intro,
            questions=len(asked),
            key_questions=keys,
            last=finished[0] if finished else None,
        )
        card = checks.open_one(bank)
        line = replace(line, time=self._time(line, card))
        if card is None:
            return line
        topics = topics_of(questions, card)
        at = stopped_at(topics)
        ids = [topic.id for topic in topics]
        words = self.tr("Begun on {day}: {done} of {all} answered.").format(
            day=day_words(card.started_on),
            done=sum(topic.answered for topic in topics),
            all=sum(topic.asked for topic in topics),
        )
        return replace(
            line,
            title=title_of(card, self._bench),
            open_words=words,
            open_at=0 if at == FINISH else ids.index(at) + 1,
            topics=len(topics),
        )

    def _time(self, line: BankLine, card: CheckCard | None) -> str:
        """How long the one that is begun takes, or those that can be begun."""
        if not line.key_questions:
            return ""
        if card is None:
            words = self.tr(
                "The {count} key questions take a quarter of an hour, all {all} about an hour."
            )
            return words.format(count=line.key_questions, all=line.questions)
        if card.is_short:
            return self.tr("It takes a quarter of an hour.")
        return self.tr("It takes about an hour.")

    def _past(self, card: CheckCard) -> PastLine:
        return PastLine(
            id=card.id,
            title=title_of(card, self._bench),
            day=day_words(card.finished_on),
            outcome=outcome_words(self._bench.services.checks.result(card.id)),
        )

    def finished_today(self, bank: Bank) -> int | None:
        """The number of the check of a bank that was finished today, or None."""
        try:
            cards = self._bench.services.checks.finished(bank)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return None
        return next((card.id for card in cards if card.finished_on == self._bench.today), None)

    def remove_open(self, bank: Bank) -> None:
        """Drop the check of a bank that is begun; it can be taken back."""
        try:
            card = self._bench.services.checks.open_one(bank)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        if card is not None:
            self.remove(card.id)

    def remove(self, check_id: int) -> None:
        """Remove a check; it can be taken back."""
        bench = self._bench
        try:
            bench.do(
                lambda: bench.services.checks.remove(check_id, bench.who),
                said=self.tr("Check removed."),
            )
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load()

    def blank(self, bank: Bank) -> "PrintJob | None":
        """The questions of a bank on paper, to answer with a pencil."""
        bench = self._bench
        try:
            card = bench.services.checks.open_one(bank)
            is_short = card is not None and card.is_short
            return asked(bench, lambda: bench.services.check_papers.blank(bank, is_short))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None
