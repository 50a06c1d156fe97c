# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the pages of papers that are written for the owner."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.written import JOB_SHEETS, WrittenCard, WrittenPaper
from servicedesk.domain.written_fields import FILLED_IN, FillIn
from servicedesk.ui.core.asked import asked
from servicedesk.ui.core.days_said import plain_day
from servicedesk.ui.core.following import FollowingPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from servicedesk.domain.printing import PaperChoice, PrintJob
    from servicedesk.ui.core.workbench import Workbench

PLACES = {
    FillIn.BUSINESS: ("settings", "business"),
    FillIn.HOURS: ("settings", "hours"),
    FillIn.PEOPLE: ("settings", "people"),
    FillIn.CHARTER: ("charter", ""),
}
"""Where something is filled in -> room and part."""

_FOLLOWED = frozenset(
    {
        Kind.WRITTEN_PAPER,
        Kind.BUSINESS,
        Kind.CHARTER,
        Kind.PERSON,
        Kind.OPENING_HOURS,
        Kind.REGISTRATION,
    }
)
_FORM, _SHEETS = "written_with_form", "written_job_sheets"
_PREFIX = "written_"


class WrittenPresenter(FollowingPresenter):
    """Feeds the pages.

    Signals:
        state_changed: ``cards`` are other ones.

    Args:
        bench: of the open file.

    Attributes:
        cards: every paper as it stands, by what it is.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, _FOLLOWED, parent)
        self.cards: dict[WrittenPaper, WrittenCard] = {}

    def _read(self) -> None:
        cards = self._bench.services.written.all()
        self.cards = {card.paper: card for card in cards}

    def news(self, card: WrittenCard) -> tuple[str, str]:
        """What a list says of a paper, and in which tone."""
        if card.blocking:
            return self.tr("cannot be printed yet"), "due"
        if card.fault is not None:
            return self.tr("your own words need a look"), "due"
        if card.claims:
            return self.tr("a question about your words"), "due"
        if card.is_behind:
            return self.tr("our words have changed since"), "due"
        if card.is_own:
            return self.tr("your own words"), "ok"
        return "", "quiet"

    def printed(self, card: WrittenCard) -> str:
        """When a paper was last printed."""
        if card.kept.printed_on is None:
            return self.tr("Never printed")
        return self.tr("Printed on {day}").format(day=plain_day(card.kept.printed_on))

    def law_day(self, card: WrittenCard) -> str:
        """When the law that a paper names was last looked up; "" for none."""
        return "" if card.law_checked_on is None else plain_day(card.law_checked_on)

    def lacking(self, card: WrittenCard) -> tuple[tuple[FillIn, str], ...]:
        """What is not filled in, in words, by the place where that is done."""
        found: dict[FillIn, list[str]] = {}
        for name in dict.fromkeys((*card.blocking, *card.missing)):
            words = self._bench.labels.say(f"written.field.{name}")
            found.setdefault(FILLED_IN[name], []).append(words)
        return tuple((place, ", ".join(words)) for place, words in found.items())

    def fault(self, card: WrittenCard) -> str:
        """Why the owner's words are not printed as they stand; "" where they are."""
        if card.fault is None:
            return ""
        words = self.tr("Your own words cannot be printed as they stand, so ours are. {why}")
        return words.format(why=self._bench.labels.refusal(card.fault))

    def claims(self, card: WrittenCard) -> tuple[str, ...]:
        """What is asked about claims in the owner's words."""
        say = self._bench.labels.say
        return tuple(say("finding.registration_question", found=one) for one in card.claims)

    def typed(self, paper: WrittenPaper, body: str) -> tuple[WrittenCard | None, str]:
        """A paper with words that are being typed, or what is wrong with them."""
        try:
            return self._bench.services.written.typed(paper, body), ""
        except Refusal as refusal:
            return None, self._bench.labels.refusal(refusal)
        except Trouble as trouble:
            return None, self._bench.labels.trouble(trouble).happened

    def save(self, paper: WrittenPaper, body: str) -> str:
        """Keep the owner's words; returns what is wrong with them, "" when they are kept."""
        bench = self._bench
        try:
            done = bench.do(
                lambda: bench.services.written.save(paper, body, bench.who),
                said=self.tr("These are the words of this paper from now on."),
            )
        except Refusal as refusal:
            return bench.labels.refusal(refusal)
        return "" if done is not None else self.tr("It could not be kept.")

    def put_back(self, paper: WrittenPaper) -> None:
        """Go back to our words; it can be taken back."""
        bench = self._bench
        bench.do(
            lambda: bench.services.written.put_back(paper, bench.who),
            said=self.tr("Our words are back."),
        )

    def print_job(self, paper: WrittenPaper | None) -> "PrintJob | None":
        """A paper, or all job sheets for None; None where it cannot be printed, which is told."""
        written = self._bench.services.written
        made: Callable[[], PrintJob] = (
            written.job_sheets if paper is None else lambda: written.job(paper)
        )
        job = asked(self._bench, made)
        return None if job is None else replace(job, gone_out=self._note)

    def _note(self, choice: "PaperChoice") -> None:
        """Note what went out; a form behind it is no paper of ours."""
        bench, papers = self._bench, tuple(_papers_of(choice.paper))
        bench.do(lambda: bench.services.written.note_printed(papers, bench.who))


def _papers_of(offer: str) -> "Iterable[WrittenPaper]":
    if offer == _SHEETS:
        return JOB_SHEETS
    if offer == _FORM:
        return (WrittenPaper.COMPLAINTS,)
    return (WrittenPaper(offer.removeprefix(_PREFIX)),)
