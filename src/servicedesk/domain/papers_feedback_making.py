# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Makes the papers that ask customers and tell what became of it, out of what the file holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.blocks import Logo, Panel
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import BOUNDS, Decision, Handled, Scale
from servicedesk.domain.feedback_listed import WallLine
from servicedesk.domain.feedback_rules import Asked
from servicedesk.domain.letters import Voice
from servicedesk.domain.letters_fields import VOICES
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.papers_feedback import (
    Answering,
    CommentCard,
    Imprint,
    OpenQuestion,
    SaidDone,
    SaidPair,
    ScaleGrid,
    ScaleQuestion,
    SurveyItem,
    SurveySheet,
)
from servicedesk.domain.phrases import Phrases

MOST_PAIRS = 6
"""So many pairs stand on "You said, we did"; they stay large enough to be read across a room."""

_GRID_POINTS = (1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSender:
    """Who prints the paper.

    Args:
        business: trading name.
        place: town, and since when; may be empty.
        contact: lines of how to reach us.
        voice: who speaks.
        address: that the square code leads to, checked; "" for no code.
        logo: or None.
    """

    business: str
    voice: Voice
    place: str = ""
    contact: tuple[str, ...] = ()
    address: str = ""
    logo: Logo | None = None


class AskingPapers:
    """Makes papers of one business.

    Args:
        sender: who prints them.
        phrases: ``feedback_paper.*`` and the words of elements and of handling.
    """

    def __init__(self, sender: PaperSender, phrases: Phrases) -> None:
        self._sender, self._phrases = sender, phrases

    def comment_card(self, asked: Asked) -> CommentCard:
        """The card for the counter; of the questions that are switched on it takes the short ones.

        Args:
            asked: which questions are switched on.
        """
        return CommentCard(
            imprint=self._imprint("card"),
            heading=self._say("heading"),
            asked=self._scale(Scale.SATISFACTION),
            why=self._say("why"),
            better=self._say("better"),
            answering=self._answering(),
            extra=self._extra(asked),
        )

    def survey_sheet(self, asked: Asked) -> SurveySheet:
        """The sheet with every question that is switched on."""
        items: list[SurveyItem] = [
            self._scale(Scale.SATISFACTION),
            OpenQuestion(text=self._say("why")),
        ]
        if asked.elements:
            items.append(self._grid("elements", "feedback_paper.element", Element))
        items += self._extra(asked)
        items.append(OpenQuestion(text=self._say("better")))
        if asked.handling:
            items.append(self._grid("handling", "feedback_paper.handled", Handled))
        return SurveySheet(
            imprint=self._imprint("survey"),
            heading=self._say("heading"),
            intro=self._say("intro"),
            items=tuple(items),
            answering=self._answering(),
            thanks=self._say("thanks"),
            logo=self._sender.logo,
        )

    def said_done(self, lines: Sequence[WallLine], today: date) -> SaidDone:
        """The poster "You said, we did".

        Args:
            lines: at least one, the newest at the head; of more than six the first are printed.
            today: the day of printing.
        """
        sender = self._sender
        reach = Panel(title=self._say("wall.reach"), lines=sender.contact)
        tell = Panel(title=self._say("wall.tell"), lines=(self._say("wall.how"),))
        return SaidDone(
            imprint=self._imprint("said_done"),
            masthead=" · ".join(part for part in (sender.business, sender.place) if part),
            heading=self._say("wall.heading"),
            intro=self._say("wall.intro"),
            said=self._say("wall.said"),
            done=self._say("wall.done"),
            pairs=tuple(self._pair(one) for one in lines[:MOST_PAIRS]),
            panels=(tell, reach) if sender.contact else (),
            footer=self._say("wall.printed", day=day_words(today, self._phrases)),
            closing=self._say("wall.closing"),
            logo=sender.logo,
        )

    def _say(self, key: str, **values: str) -> str:
        """A phrase in the voice of the business."""
        small = VOICES[self._sender.voice]
        voice = {**small, "we_begin": small["We"]}
        return self._phrases.say(f"feedback_paper.{key}", **voice, **values)

    def _imprint(self, key: str) -> Imprint:
        business = self._sender.business
        return Imprint(
            title=self._say(f"title.{key}", business=business),
            language=self._phrases.say("letter.language"),
            business=business,
        )

    def _extra(self, asked: Asked) -> tuple[ScaleQuestion, ...]:
        wanted = {Scale.RECOMMENDATION: asked.recommendation, Scale.EFFORT: asked.effort}
        return tuple(self._scale(scale) for scale, is_asked in wanted.items() if is_asked)

    def _scale(self, scale: Scale) -> ScaleQuestion:
        return ScaleQuestion(
            text=self._say(f"question.{scale.value}"),
            points=_points(*BOUNDS[scale]),
            low=self._say(f"low.{scale.value}"),
            high=self._say(f"high.{scale.value}"),
        )

    def _grid(self, key: str, words: str, asked: type[Element] | type[Handled]) -> ScaleGrid:
        return ScaleGrid(
            text=self._say(f"question.{key}"),
            points=_points(*_GRID_POINTS),
            low=self._say(f"low.{key}"),
            high=self._say(f"high.{key}"),
            lines=tuple(self._phrases.say(f"{words}.{one.value}") for one in asked),
            none=self._say("none"),
        )

    def _answering(self) -> Answering:
        address = self._sender.address
        return Answering(
            contact=self._say("contact"),
            consents=(self._say("consent.print"),),
            shown_as=self._say("shown_as"),
            privacy=self._say("privacy"),
            elsewhere=self._say("elsewhere", address=_shown(address)) if address else "",
            code=address,
        )

    def _pair(self, line: WallLine) -> SaidPair:
        lead = "" if line.decision is Decision.DONE else self._say("wall.planned")
        return SaidPair(said=line.said, done=line.done, lead=lead)


def _points(low: int, high: int) -> tuple[str, ...]:
    return tuple(str(point) for point in range(low, high + 1))


def _shown(address: str) -> str:
    """An address as people read and type it."""
    for start in ("https://", "http://"):
        address = address.removeprefix(start)
    return address.removesuffix("/")
