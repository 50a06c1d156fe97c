# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with the papers that are written for the business: read, change, print."""

from collections.abc import Sequence

from servicedesk.domain.blocks import Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import clean_text, without_turns
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.written import (
    JOB_SHEETS,
    OwnText,
    WrittenCard,
    WrittenPaper,
    fingerprint,
)
from servicedesk.domain.written_checking import BODY_MOST, WORDS, refuse_claims
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Unit, Units
from servicedesk.services.written_papers import Ground, WrittenDesk
from servicedesk.store.written import printed_days, text_values, written_papers, written_prints

WITH_FORM, ALL_SHEETS = "written_with_form", "written_job_sheets"
"""Ids of papers on offer beside those that have the id of what is written."""

_PREFIX = "written_"


class Written:
    """The use cases of papers written for the owner.

    Args:
        units: opens changes and reads.
        around: data files, words and the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._desk = WrittenDesk(around)

    def all(self) -> tuple[WrittenCard, ...]:
        """Every paper, in the order of the enum."""
        with self._units.read() as reading:
            ground = self._desk.ground(reading)
        return tuple(self._desk.card(ground, paper) for paper in WrittenPaper)

    def get(self, paper: WrittenPaper) -> WrittenCard:
        """A paper as it stands now."""
        with self._units.read() as reading:
            ground = self._desk.ground(reading)
        return self._desk.card(ground, paper)

    def typed(self, paper: WrittenPaper, body: str) -> WrittenCard:
        """A paper with words that are not kept yet, for the preview beside them.

        Raises:
            Refusal: field "words"; what ``parts_of`` raises.
        """
        with self._units.read() as reading:
            ground = self._desk.ground(reading)
        return self._desk.typed(ground, paper, body)

    def save(self, paper: WrittenPaper, body: str, who: str) -> Done[WrittenCard]:
        """Keep the owner's words; those that are ours word for word stay ours.

        Raises:
            Refusal: field "words"; ``written_too_long``, what ``parts_of`` and ``refuse_claims``
                raise.
        """
        typed = without_turns(clean_text(body)).strip()
        tidy = "\n".join(line.rstrip() for line in typed.splitlines())
        if len(tidy) > BODY_MOST:
            raise Refusal("written_too_long", WORDS, most=BODY_MOST)
        with self._units.change("save words of a paper", who) as unit:
            ground = self._desk.ground(unit.connection)
            card = self._desk.typed(ground, paper, tidy)
            refuse_claims(card.parts, ground.head.bodies, has_law=ground.head.has_law)
            is_ours = fingerprint(tidy) == fingerprint(card.ours)
            text = OwnText(
                body="" if is_ours else tidy,
                based_on="" if is_ours else fingerprint(card.ours),
            )
            _keep(unit, ground, paper, text)
            return Done(card=self._now(unit, paper), changes=unit.changes)

    def put_back(self, paper: WrittenPaper, who: str) -> Done[WrittenCard]:
        """Go back to our words; can be taken back, and nothing is done where they are ours."""
        with self._units.change("put back words of a paper", who) as unit:
            ground = self._desk.ground(unit.connection)
            row, kept = ground.kept.get(paper, (0, OwnText()))
            if row and kept.body:
                _keep(unit, ground, paper, OwnText())
            return Done(card=self._now(unit, paper), changes=unit.changes)

    def note_printed(self, papers: tuple[WrittenPaper, ...], who: str) -> Done[None]:
        """Note that papers were printed, or saved as a file, today; undo passes over it."""
        today = self._around.clock.today()
        said = "note that a paper was printed"
        with self._units.change(said, who, is_background=True) as unit:
            days = printed_days(unit.connection)
            for paper in papers:
                values = {"paper": paper, "printed_on": today}
                if paper in days:
                    unit.update(written_prints, days[paper][0], values)
                else:
                    unit.insert(written_prints, values)
        return Done(card=None, changes=unit.changes)

    def job(self, paper: WrittenPaper) -> PrintJob:
        """A paper on its way to the preview, with what belongs to it."""
        with self._units.read() as reading:
            ground = self._desk.ground(reading)
        return self._job(ground, paper)

    def job_sheets(self) -> PrintJob:
        """All sheets of "How we do it here", two to a page."""
        with self._units.read() as reading:
            ground = self._desk.ground(reading)
        cards = [self._desk.card(ground, paper) for paper in JOB_SHEETS]
        sheets = [self._desk.sheet(ground, card) for card in cards]
        title = self._around.phrases.say("written.job_sheets")
        offer = PaperOffer(id=ALL_SHEETS, sizes=ground.sizes, can_be_large=True)
        return PrintJob(
            title=title,
            stem=title,
            offers=(offer,),
            make=lambda choice: self._desk.printed(sheets, choice),
            left_out=self._left_out(cards),
        )

    def _job(self, ground: Ground, paper: WrittenPaper) -> PrintJob:
        desk, card = self._desk, self._desk.card(ground, paper)
        others = [one for one in _BESIDE.get(paper, ()) if not desk.card(ground, one).blocking]
        sheets = {one: desk.sheet(ground, desk.card(ground, one)) for one in (paper, *others)}
        offers = [
            PaperOffer(id=f"{_PREFIX}{one.value}", sizes=ground.sizes, can_be_large=True)
            for one in sheets
        ]
        form = desk.form(ground) if paper is WrittenPaper.COMPLAINTS else None
        if form is not None:
            with_form = PaperOffer(id=WITH_FORM, sizes=ground.sizes, can_be_large=True)
            offers.insert(1, with_form)

        def make(choice: PaperChoice) -> Printed:
            wanted = choice.paper.removeprefix(_PREFIX)
            chosen = WrittenPaper(wanted) if wanted in set(WrittenPaper) else paper
            behind = form if choice.paper == WITH_FORM else None
            return desk.printed([sheets[chosen]], choice, behind)

        title = self._around.phrases.say(f"enum.WrittenPaper.{paper.value}")
        return PrintJob(
            title=title,
            stem=title,
            offers=tuple(offers),
            make=make,
            left_out=self._left_out([card]),
        )

    def _left_out(self, cards: Sequence[WrittenCard]) -> tuple[str, ...]:
        """What somebody would look for on the paper in vain, and why it is not there."""
        phrases, said = self._around.phrases, []
        if any(card.fault is not None for card in cards):
            said.append(phrases.say("written.own_left_out"))
        if missing := dict.fromkeys(name for card in cards for name in card.missing):
            said.append(phrases.say("written.left_out", what=self._desk.named(missing)))
        return tuple(said)

    def _now(self, unit: Unit, paper: WrittenPaper) -> WrittenCard:
        return self._desk.card(self._desk.ground(unit.connection), paper)


_BESIDE = {WrittenPaper.COMPLAINTS: (WrittenPaper.COMPLAINTS_SIGN,)}
"""What is on offer with a paper."""


def _keep(unit: Unit, ground: Ground, paper: WrittenPaper, text: OwnText) -> None:
    row, _ = ground.kept.get(paper, (0, OwnText()))
    if row:
        unit.update(written_papers, row, text_values(paper, text))
    elif text.body:
        unit.insert(written_papers, text_values(paper, text))
