# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers that ask customers, and the poster that tells what became of it."""

from collections.abc import Callable
from dataclasses import replace

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers
from servicedesk.domain.papers_feedback_making import MOST_PAIRS, AskingPapers, PaperSender
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.services.facts import read_facts
from servicedesk.services.feedback import Feedback
from servicedesk.services.letters_papers import LetterPapers
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units

CARDS, SURVEY, SAID_DONE = "comment_cards", "survey_sheet", "said_done"
"""Ids of the papers on offer."""

_LEFT_OUT = "card_questions"


class FeedbackPapers:
    """The use cases of papers of feedback.

    Args:
        units: opens reads.
        around: words and fonts of papers, and the clock.
        feedback: knows what is asked, and what hangs on the wall.
    """

    def __init__(self, units: Units, around: Surroundings, feedback: Feedback) -> None:
        self._units = units
        self._around = around
        self._feedback = feedback

    def cards(self) -> PrintJob:
        """Comment cards, four to a page; the survey sheet is on offer beside them."""
        return self._asking(CARDS)

    def survey(self) -> PrintJob:
        """The survey sheet with every question that is switched on; the cards beside it."""
        return self._asking(SURVEY)

    def said_done(self) -> PrintJob:
        """The poster "You said, we did" with the newest of what stands on it.

        Raises:
            Refusal: ``nothing_on_wall`` while nothing stands on it.
        """
        lines = self._feedback.lists.wall()
        if not lines:
            raise Refusal("nothing_on_wall")
        papers, facts = self._papers()
        poster = papers.said_done(lines, self._around.clock.today())
        say = self._around.phrases.say
        left = (say("left_out.more_pairs", most=str(MOST_PAIRS)),)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.said_done import said_done_pdf

            faces = load_faces(self._around.resources / "fonts")
            return said_done_pdf(poster, choice.size, faces, bleed=choice.bleed)

        sizes = (*_sizes(facts), PaperSize.A3)
        return PrintJob(
            title=poster.imprint.title,
            stem=poster.imprint.title,
            offers=(PaperOffer(id=SAID_DONE, sizes=sizes, can_bleed=True),),
            make=make,
            left_out=left if len(lines) > MOST_PAIRS else (),
        )

    def _asking(self, first: str) -> PrintJob:
        papers, facts = self._papers()
        asked = self._feedback.asked()
        card, sheet = papers.comment_card(asked), papers.survey_sheet(asked)
        phrases = self._around.phrases

        def cards(choice: PaperChoice) -> Printed:
            from servicedesk.documents.comment_cards import comment_cards_pdf
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper

            faces = load_faces(self._around.resources / "fonts")
            printed = comment_cards_pdf(card, choice.size, faces)
            is_short = (asked.elements or asked.handling) and _LEFT_OUT not in printed.cut
            return replace(printed, cut=(*printed.cut, _LEFT_OUT)) if is_short else printed

        def survey(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.survey_sheet import survey_sheet_pdf

            faces = load_faces(self._around.resources / "fonts")
            return survey_sheet_pdf(sheet, choice.size, faces, phrases, large=choice.large)

        made: dict[str, Callable[[PaperChoice], Printed]] = {CARDS: cards, SURVEY: survey}
        sizes = _sizes(facts)
        title = (card if first == CARDS else sheet).imprint.title
        return PrintJob(
            title=title,
            stem=title,
            offers=(
                PaperOffer(id=CARDS, sizes=sizes),
                PaperOffer(id=SURVEY, sizes=sizes, can_be_large=True),
            ),
            make=lambda choice: made[choice.paper](choice),
            first=first,
        )

    def _papers(self) -> tuple[AskingPapers, Answers]:
        """What makes the papers, and the facts of the business."""
        with self._units.read() as reading:
            head = LetterPapers(self._around).letterhead(reading)
            facts = read_facts(reading)
        phrases, values = self._around.phrases, head.values
        since = str(facts.get("since_year") or "")
        place = (str(facts.get("town", "")), phrases.say("charter.since", year=since))
        reach = (values["business.phone"], values["business.email"])
        address = values["business.address"].split("\n")
        lines = (_joined(" · ", *reach), _joined(", ", *(one.rstrip(", ") for one in address)))
        sender = PaperSender(
            business=values["business.name"],
            voice=head.voice,
            place=_joined(" · ", *(place if since else place[:1])),
            contact=tuple(line for line in lines if line),
            address=self._feedback.address(),
            logo=head.logo,
        )
        return AskingPapers(sender, phrases), facts


def _sizes(facts: Answers) -> tuple[PaperSize, ...]:
    """A4 and Letter, the one that the business prints on at the head."""
    sizes = (PaperSize.A4, PaperSize.LETTER)
    return sizes[::-1] if facts.get("page_size") == "letter" else sizes


def _joined(between: str, *parts: str) -> str:
    return between.join(part.strip() for part in parts if part.strip())
