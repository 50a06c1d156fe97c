# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a charter on their way to the preview: which there are, and what each leaves out.

Nothing that prints is brought in before the first paper is made.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.charters import CharterCard, CharterDraft
from servicedesk.domain.charters_obstacles import Obstacle
from servicedesk.domain.guides import Guide, page_by_id
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob

if TYPE_CHECKING:  # it brings the whole of printing with it
    from servicedesk.services.charters_papers import CharterPapers

OFFERS = (
    PaperOffer(
        id="poster", sizes=(PaperSize.A4, PaperSize.A3, PaperSize.LETTER), can_bleed=True
    ),
    PaperOffer(id="leaflet", sizes=(PaperSize.A4, PaperSize.LETTER)),
    PaperOffer(id="full_text", sizes=(PaperSize.A4, PaperSize.LETTER), can_be_large=True),
    PaperOffer(id="question_sheet", sizes=(PaperSize.A4, PaperSize.LETTER)),
)  # fmt: skip
"""Every paper of a charter that can be printed by itself."""

_EVERY = frozenset({"poster", "leaflet", "full_text"})
_LEAVES_OUT = {
    "registration_ended": _EVERY,
    "promise_left_out": _EVERY,
    "page_left_out": frozenset({"leaflet", "full_text"}),
    "short_lines_on_poster": frozenset({"poster"}),
    "too_many_for_poster": frozenset({"poster"}),
}
"""Code of a line about a charter -> papers that leave out what it speaks of."""


def _no_results(_card: CharterCard) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterPrinting:
    """Turns a charter into a job for the preview.

    Args:
        papers: makes the papers; called when the first one is made.
        guide: of the charter, for the titles of its pages.
        phrases: words of the language of the papers.
        today: tells the day.
        results: how the business is doing against a version, a line each; empty until there are
            results.
    """

    papers: "Callable[[], CharterPapers]"
    guide: Callable[[], Guide]
    phrases: Phrases
    today: Callable[[], date]
    results: Callable[[CharterCard], tuple[str, ...]] = _no_results

    def job(self, charter: CharterCard | CharterDraft, first: str = "") -> PrintJob:
        """A job with every paper of a charter.

        Args:
            charter: a version, which reads as on the day it was published if it was; or a draft.
            first: id of the paper to begin with; "" for the poster.
        """
        card = charter if isinstance(charter, CharterCard) else None
        draft = charter if isinstance(charter, CharterDraft) else charter.draft
        number = card.number if card is not None else None
        results = () if card is None or card.published_on is None else self.results(card)

        def make(choice: PaperChoice) -> Printed:
            day = self._day(card)
            return self.papers().paper(draft, day, choice, number=number, results=results)

        def left_out_of(choice: PaperChoice) -> tuple[str, ...]:
            return tuple(dict.fromkeys(self._left_out(draft, card, choice)))

        named = draft.answers.get("trading_name")
        name = named.strip() if isinstance(named, str) else ""
        business = name or self.phrases.say("charter.gap.trading_name")
        return PrintJob(
            title=self.phrases.say("charter.title", business=business),
            stem=f"{name} charter".strip(),
            offers=OFFERS,
            make=make,
            first=first,
            left_out_of=left_out_of,
        )

    def _day(self, card: CharterCard | None) -> date:
        published = card.published_on if card is not None else None
        return published or self.today()

    def _left_out(
        self, draft: CharterDraft, card: CharterCard | None, choice: PaperChoice
    ) -> Iterator[str]:
        lines = self.papers().obstacles(draft, self._day(card))
        for line in lines:
            if choice.paper in _LEAVES_OUT.get(line.code, ()):
                yield self._sentence(line)
        if card is not None and card.published_on is not None and choice.paper in _EVERY:
            yield from self._ended_since(draft, lines)

    def _sentence(self, line: Obstacle) -> str:
        values = {name: str(value) for name, value in line.params.items()}
        sentence = self.phrases.say(f"obstacle.{line.code}", **values)
        if line.code != "page_left_out":
            return sentence
        title = page_by_id(self.guide(), line.page).title
        return self.phrases.say("left_out.line", where=title, sentence=sentence)

    def _ended_since(self, draft: CharterDraft, then: tuple[Obstacle, ...]) -> Iterator[str]:
        """Registrations that a published version names although they have ended by now."""
        code = "registration_ended"
        known = {line.params["body"] for line in then if line.code == code}
        for line in self.papers().obstacles(draft, self.today()):
            if line.code == code and line.params["body"] not in known:
                yield self.phrases.say("left_out.ended_since", body=str(line.params["body"]))
