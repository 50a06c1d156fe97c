# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of the live charter: the page for the wall, and the evidence list for an adviser."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.charters import CharterCard
from servicedesk.domain.charters_live import LivePage, StandardResult
from servicedesk.domain.charters_live_counting import Judged
from servicedesk.domain.charters_live_papers import CaseLine, evidence, results_lines, wall_page
from servicedesk.domain.charters_live_words import result_words
from servicedesk.domain.charters_text import CharterSource
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.papers_wall import MOST_RESULTS
from servicedesk.domain.periods import Period
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.charters_live import ChartersLive
from servicedesk.services.charters_live_reading import EVERY, cases_at, ground_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.charters import published_charter
from servicedesk.store.charters_live_lines import case_lines

WALL, EVIDENCE, NAMED = "charter_wall", "charter_evidence", "charter_evidence_names"
"""Ids of the papers on offer."""

_SIZES = (PaperSize.A4, PaperSize.LETTER)
_WALL = PaperOffer(id=WALL, sizes=(PaperSize.A4, PaperSize.A3, PaperSize.LETTER), can_bleed=True)
_EVIDENCE = (
    PaperOffer(id=EVIDENCE, sizes=_SIZES, can_be_large=True),
    PaperOffer(id=NAMED, sizes=_SIZES, can_be_large=True),
)


class ChartersLivePapers:
    """The use cases of papers of the live charter.

    Args:
        units: opens reads.
        around: words and fonts of papers, and the clock.
        live: counts.
    """

    def __init__(self, units: Units, around: Surroundings, live: ChartersLive) -> None:
        self._units = units
        self._around = around
        self._live = live

    def wall(self, period: Period) -> PrintJob:
        """The page for the wall, and behind it the evidence for whoever advises the business.

        Raises:
            Refusal: ``live_no_charter`` while no charter is published.
        """
        return self._job(period, WALL)

    def evidence(self, period: Period) -> PrintJob:
        """The evidence list, without names until the one with names is chosen.

        Raises:
            Refusal: as ``wall``.
        """
        return self._job(period, EVIDENCE)

    def poster_lines(self, card: CharterCard) -> tuple[str, ...]:
        """What stands in the results box of the papers of a version.

        Args:
            card: of a version; only that on the wall has results.

        Returns:
            Empty until there are results.
        """
        page = self._live.page(self._live.usual_period())
        if page.number != card.number:
            return ()
        return results_lines(page, self._around.phrases)

    def _job(self, period: Period, first: str) -> PrintJob:
        with self._units.read() as reading:
            card = published_charter(reading)
            if card is None:
                raise Refusal("live_no_charter")
            page = self._live.page_in(reading, period)
            cases = self._cases(reading, page)
        source = self._source(card)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf
            from servicedesk.documents.wall import wall_pdf

            faces = load_faces(self._around.resources / "fonts")
            if choice.paper == WALL:
                return wall_pdf(wall_page(source, page), choice.size, faces, bleed=choice.bleed)
            paper = evidence(source, page, cases, named=choice.paper == NAMED)
            return text_pdf(paper, choice.size, faces, self._around.phrases, large=choice.large)

        title = self._around.phrases.say("charter_live.wall.heading")
        return PrintJob(
            title=title,
            stem=title,
            offers=(_WALL, *_EVIDENCE),
            make=make,
            first=first,
            left_out_of=lambda choice: self._held_back(page, choice),
        )

    def _held_back(self, page: LivePage, choice: PaperChoice) -> tuple[str, ...]:
        """Which standards or figures do not stand on the wall page, and why."""
        if choice.paper != WALL:
            return ()
        phrases = self._around.phrases
        held_back = tuple(
            phrases.say(
                "left_out.line",
                where=one.standard.title,
                sentence=result_words(one, phrases).held_back,
            )
            for one in page.results[:MOST_RESULTS]
            if one.is_held_back
        )
        if len(page.results) <= MOST_RESULTS:
            return held_back
        titles = ", ".join(one.standard.title for one in page.results[MOST_RESULTS:])
        more = phrases.say("left_out.more_results", most=str(MOST_RESULTS), titles=titles)
        return (*held_back, more)

    def _source(self, card: CharterCard) -> CharterSource:
        """What the papers are made of; what hangs on a wall already has no draft mark.

        Its edition line says since when it is in force, however late it is printed.
        """
        draft, today = card.draft, self._around.clock.today()
        answers = {**draft.answers, "in_force_from": card.effective_from or today}
        source = self._around.papers().source(replace(draft, answers=answers), today)
        return replace(source, number=card.number, poster_is_draft=False, text_is_draft=False)

    def _cases(self, reading: Reading, page: LivePage) -> Mapping[int, Sequence[CaseLine]]:
        calendar = calendar_in(reading, self._around.resources).days
        found: dict[int, Sequence[CaseLine]] = {}
        for place, result in enumerate((*page.results, *page.earlier)):
            found[place] = self._lines(reading, result, calendar)
        return found

    def _lines(
        self, reading: Reading, result: StandardResult, calendar: WorkingCalendar
    ) -> Sequence[CaseLine]:
        if result.records is None or result.records.kind is not Kind.STANDARD:
            return ()
        ground = ground_in(reading, self._around)
        cases = cases_at(reading, replace(result.records, which=EVERY), ground)
        lines: list[CaseLine] = []
        for kind in dict.fromkeys(case.kind for case in cases):
            those = [case for case in cases if case.kind is kind]
            named = case_lines(reading, kind, [case.id for case in those])
            lines += (self._line(case, *named[case.id], calendar) for case in those)
        return sorted(lines, key=lambda line: (line.day, line.label))

    def _line(
        self, case: Judged, ref: str, when: date | datetime, whose: str, calendar: WorkingCalendar
    ) -> CaseLine:
        day = local_date(calendar, when) if isinstance(when, datetime) else when
        label = ref
        if isinstance(when, datetime):
            clock = f"{when.astimezone(calendar.zone):%H:%M}"
            label = self._around.phrases.say("charter_live.evidence.contact", time=clock)
        return CaseLine(label=label, day=day, case=case, whose=whose)
