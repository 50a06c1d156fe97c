# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened with a piece of feedback, line by line, in words: the day, what, and by whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.feedback import FeedbackCard
from servicedesk.domain.feedback_history import FeedbackEvent, FeedbackLine
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.promises_rules import named
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.people.due_words import full_day


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryWords:
    """One line.

    Args:
        when: the day.
        title: what happened.
        detail: what was said of it, and by whom it was written down; "" for nothing.
    """

    when: str
    title: str
    detail: str = ""

    @property
    def sentence(self) -> str:
        """All of it on one line, as on paper."""
        said = ", ".join(part for part in (self.title, self.detail) if part)
        return f"{self.when}: {said}"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryTelling:
    """Tells a history.

    Args:
        labels: words.
        today: the day.
        owner: name of the owner, as far as they have said it; may be empty.
    """

    labels: Labels
    today: date
    owner: str

    def tell(
        self,
        card: FeedbackCard,
        lines: Sequence[FeedbackLine],
        letters: Sequence[LetterCard],
    ) -> tuple[HistoryWords, ...]:
        """All that happened, the newest first; on one day the last that was written down first."""
        found = [(line.happened_on, line.written_at, self._step(line)) for line in lines]
        found += self._letters(letters)
        found.sort(key=lambda one: one[:2])
        said = HistoryWords(
            when=full_day(card.draft.given_on, self.today),
            title=QCoreApplication.translate("FeedbackHistory", "They said it"),
        )
        return (*[words for _, _, words in reversed(found)], said)

    def _letters(
        self, letters: Sequence[LetterCard]
    ) -> Iterator[tuple[date, datetime, HistoryWords]]:
        for one in reversed(letters):
            title = QCoreApplication.translate("FeedbackHistory", "Letter {ref}: {title}")
            if one.withdrawn_on is not None:
                title = QCoreApplication.translate(
                    "FeedbackHistory", "Letter {ref}, which did not go out: {title}"
                )
            words = HistoryWords(
                when=full_day(one.issued_on, self.today),
                title=title.format(ref=one.ref, title=one.title),
            )
            yield one.issued_on, one.written_at, words

    def _step(self, line: FeedbackLine) -> HistoryWords:
        labels = self.labels
        title, said = labels.enum(line.event), line.words
        if line.decision is not None:
            decision = labels.enum(line.decision)
            title = labels.say("feedback_history.decided", decision=decision)
        elif line.event is FeedbackEvent.PASSED_ON and line.words:
            title, said = labels.say("feedback_history.passed_on", name=line.words), ""
        return HistoryWords(
            when=full_day(line.happened_on, self.today),
            title=title,
            detail=" · ".join(part for part in (said, self._written(line)) if part),
        )

    def _written(self, line: FeedbackLine) -> str:
        """By whom, and when where that was another day than it happened."""
        who = named(line.who, self.owner)
        written = line.written_at.astimezone(LONDON).date()
        if written == line.happened_on:
            return self.labels.say("feedback_history.by", who=who) if who else ""
        day = full_day(written, self.today)
        if not who:
            return self.labels.say("feedback_history.later", day=day)
        return self.labels.say("feedback_history.later_by", day=day, who=who)
