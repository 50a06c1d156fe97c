# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The ten-minute briefing sheet on its way to paper."""

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.charters_standards import printed_standards
from servicedesk.domain.errors import Refusal
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.staff_papers import ROOMS, Briefing, Room, briefing_sheet, flowing, left_out
from servicedesk.domain.standards_sentences import sentences
from servicedesk.services.facts import read_facts
from servicedesk.services.staff import view_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.charters import published_charter

SHEET = "staff_briefing"
"""Id of the paper on offer."""


class StaffPapers:
    """Makes the sheet.

    Args:
        units: opens reads.
        around: data files, words and the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def briefing(self) -> PrintJob:
        """The briefing sheet; one page, but in large print as many as it takes.

        Raises:
            Refusal: ``staff_alone`` while there is nobody to brief.
        """
        with self._units.read() as reading:
            view = view_in(reading)
            if view.works_alone:
                raise Refusal("staff_alone")
            facts = read_facts(reading)
            promises = self._promises(reading)
        briefing = Briefing(
            business=str(facts.get("trading_name", "")),
            today=self._around.clock.today(),
            view=view,
            promises=promises,
        )
        sizes = (PaperSize.A4, PaperSize.LETTER)
        usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
        title = self._around.phrases.say("briefing_sheet.heading")
        return PrintJob(
            title=title,
            stem=title,
            offers=(PaperOffer(id=SHEET, sizes=usual, can_be_large=True),),
            make=lambda choice: self._made(briefing, choice)[0],
            left_out_of=lambda choice: left_out(
                briefing, self._around.phrases, self._made(briefing, choice)[1]
            ),
        )

    def _made(self, briefing: Briefing, choice: PaperChoice) -> tuple[Printed, Room]:
        """The sheet with as much on it as one page has room for, and how much that is."""
        from servicedesk.documents.briefing_sheet import briefing_sheet_pdf
        from servicedesk.documents.fonts import load_faces  # printing: at the first paper
        from servicedesk.documents.pdf import text_pdf

        faces, phrases = load_faces(self._around.resources / "fonts"), self._around.phrases
        if not choice.large:
            for room in ROOMS:
                sheet = briefing_sheet(briefing, phrases, room)
                printed = briefing_sheet_pdf(sheet, choice.size, faces)
                if printed is not None:
                    return printed, room
        paper = flowing(briefing_sheet(briefing, phrases))
        whole = text_pdf(paper, choice.size, faces, phrases, large=choice.large)
        return whole, ROOMS[0]

    def _promises(self, reading: Reading) -> tuple[str, ...]:
        """What the published charter promises to customers, a sentence each."""
        card = published_charter(reading)
        if card is None:
            return ()
        around = self._around
        source = around.papers().source(card.draft, around.clock.today())
        return tuple(
            sentences(one, around.phrases, say_measure=False).main
            for one in printed_standards(source)
        )
