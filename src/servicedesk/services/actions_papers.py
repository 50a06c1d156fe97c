# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The action plan on its way to paper."""

from servicedesk.domain.actions_papers import action_plan
from servicedesk.domain.actions_rules import ActionChip
from servicedesk.domain.blocks import Paper, PaperSize, Printed
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.spreadsheets import tables_of
from servicedesk.services.actions_asked import with_questions
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.actions_lists import action_lines

PLAN = "action_plan"
"""Id of the paper."""


class ActionPapers:
    """Makes the plan.

    Args:
        units: opens reads.
        around: words and fonts of papers, and the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def plan(self) -> PrintJob:
        """The whole register: open ones first, then what was done; large print on request.

        Raises:
            Trouble: when the file cannot be read.
        """
        phrases, today = self._around.phrases, self._around.clock.today()
        with self._units.read() as reading:
            lines = action_lines(reading, ActionChip.ALL, today)
            facts = read_facts(reading)
        lines = with_questions(lines, self._around)
        business = str(facts.get("trading_name", ""))
        day = day_words(today, phrases)
        title = phrases.say("action_plan.title")
        paper = Paper(
            title=title,
            language=self._around.guide("settings").language,
            author=business,
            blocks=action_plan(lines, today, phrases),
            footer=phrases.say("action_plan.foot", day=day),
        )

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf

            faces = load_faces(self._around.resources / "fonts")
            return text_pdf(paper, choice.size, faces, phrases, large=choice.large)

        sizes = (PaperSize.A4, PaperSize.LETTER)
        if facts.get("page_size") == "letter":
            sizes = sizes[::-1]
        return PrintJob(
            title=title,
            stem=phrases.say("action_plan.file", day=day),
            offers=(PaperOffer(id=PLAN, sizes=sizes, can_be_large=True),),
            make=make,
            sheets=tables_of(title, paper.blocks),
        )
