# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing the charter page by page: begin from a trade, keep each answer, look, publish.

Each answer that is given is a step of the journal. What is only being typed lies beside it,
outside the journal, so that a power cut takes two seconds of typing at most.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from servicedesk.domain.blocks import Printed
from servicedesk.domain.business import checked_fact
from servicedesk.domain.charters import CharterCard, CharterDraft, CharterStatus
from servicedesk.domain.charters_obstacles import Obstacle, PaperNeed, keeping_back
from servicedesk.domain.charters_typing import Typing, typing_from_data, typing_to_data
from servicedesk.domain.charters_wordings import answer_findings, standard_findings
from servicedesk.domain.charters_writing import (
    READ_PAGES,
    Progress,
    progress,
    ready_to_publish,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, all_questions, has_answer, question_by_id
from servicedesk.domain.guides_answers import checked
from servicedesk.domain.kinds import ChangeSet
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.wording import Finding
from servicedesk.services.charters import Charters
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Units
from servicedesk.store.drafts import draft_of

if TYPE_CHECKING:
    from servicedesk.content.sectors import Sector
    from servicedesk.domain.guides import Guide
    from servicedesk.domain.standards import ServiceStandard
    from servicedesk.domain.trades import Trade
    from servicedesk.services.business import Business
    from servicedesk.services.charters_papers import CharterPapers

FORM = "charter"
"""Under which what is being typed is kept among the drafts; its subject is the version's number."""

_BEING_WRITTEN = (CharterStatus.DRAFT, CharterStatus.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """The charter that is being written.

    Args:
        draft: all that has been said.
        number: of the version it is, or will become.
        typing: what stands in the fields and is not said yet.
        saved_at: when anything of it was last kept, in UTC; None when that is not known.
        is_new: nothing of this version has been kept yet; it reads as the published one does.
    """

    draft: CharterDraft
    number: int
    typing: Typing = field(default_factory=Typing)
    saved_at: datetime | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One page of a paper as the screen shows it, and how far the charter has come.

    Args:
        width, height: in pixels.
        bgra: four bytes a pixel, rows from the top without gaps.
        words: all that stands on the page.
        page, pages: which page it is, from 0, of how many.
        progress: of the same draft.
    """

    width: int
    height: int
    bgra: bytes
    words: str
    page: int
    pages: int
    progress: Progress


class CharterWriting:
    """The use cases of writing the charter.

    Args:
        units: opens changes and reads.
        around: words, clock, guide and papers.
        charters: keeps versions.
        business: facts that are typed once.
    """

    def __init__(
        self, units: Units, around: Surroundings, charters: Charters, business: "Business"
    ) -> None:
        self._units = units
        self._around = around
        self._charters = charters
        self._business = business
        self._kept: tuple[int, str] | None = None

    @cached_property
    def guide(self) -> "Guide":
        """The pages and questions of the charter."""
        return self._around.guide("charter")

    def trades(self) -> "tuple[Trade, ...]":
        """The trades there are, by title."""
        from servicedesk.content.sectors import list_sectors

        return list_sectors(self._around.resources)

    def usual(self, trade: str, question_id: str) -> AnswerValue | None:
        """What the preset of a trade answers to a question; None where it has no answer.

        Args:
            trade: id of one of ``trades``.
            question_id: of the charter's guide.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        return self._sector(trade).answers.get(question_id)

    def known(self) -> dict[str, AnswerValue]:
        """The facts of the business that a charter can use, by question id."""
        asked = {question.id: question for question in all_questions(self.guide)}
        found: dict[str, AnswerValue] = {}
        for question_id, value in self._business.answers().items():
            if question_id in asked and has_answer({question_id: value}, question_id):
                with suppress(Refusal):  # what the charter cannot hold it asks for anew
                    found[question_id] = checked(asked[question_id], value)
        return found

    def begin(self, trade: str, who: str) -> Done[Writing]:
        """Begin from the preset of a trade, under what is known of the business.

        What an owner has said in a draft that is there already goes with them; the words of the
        former trade, which they have not touched, do not.

        Args:
            trade: id of one of ``trades``.
            who: begins.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        from servicedesk.content.sectors import draft_from
        from servicedesk.domain.guides import with_defaults

        sector = self._sector(trade)
        before = self.current()
        own = {} if before is None else self._own_words(before.draft)
        known = {**self.known(), **own}
        base = draft_from(self.guide, sector, known)
        answers = with_defaults(self.guide, {**sector.answers, **known})
        said = {key: value for key, value in answers.items() if has_answer(answers, key)}
        logo = self._business.logo() if before is None else before.draft.logo
        return self.keep(replace(base, answers=said, logo=logo), Typing(), who)

    def current(self) -> Writing | None:
        """The charter that is being written, with what stood half-typed; None before any.

        After a version was published it is the next one, which begins as a copy.
        """
        newest = self._charters.newest()
        if newest is None:
            return None
        is_new = newest.status not in _BEING_WRITTEN
        number = newest.number + is_new
        with self._units.read() as reading:
            kept = draft_of(reading, FORM, str(number))
        return Writing(
            draft=newest.draft,
            number=number,
            typing=Typing() if kept is None else typing_from_data(json.loads(kept.body)),
            saved_at=None if kept is None else kept.saved_at,
            is_new=is_new,
        )

    def keep(self, draft: CharterDraft, typing: Typing, who: str) -> Done[Writing]:
        """Keep all that has been said, and beside it what still stands in the fields.

        A draft that says what the published version says makes no new version.

        Args:
            draft: all that has been said.
            typing: what is not said yet.
            who: says it.
        """
        before = self._charters.newest()
        if before is not None and before.draft == draft:
            is_new = before.status not in _BEING_WRITTEN
            number = before.number + is_new
            self.keep_typing(number, typing)
            same = self._writing(draft, number, typing, is_new=is_new)
            return Done(card=same, changes=ChangeSet())
        done = self._charters.keep_draft(draft, who)
        self.keep_typing(done.card.number, typing)
        return Done(card=self._writing(draft, done.card.number, typing), changes=done.changes)

    def keep_typing(self, number: int, typing: Typing) -> None:
        """Keep what stands in the fields; no step of the journal.

        Args:
            number: of the version that is being written.
            typing: in place of what was kept of it.
        """
        body = (number, json.dumps(typing_to_data(typing)))
        if body != self._kept:
            with self._units.change("keep what is typed", "") as unit:
                unit.keep_draft(FORM, body[1], str(number))
            self._kept = body

    def look(self, draft: CharterDraft) -> Progress:
        """How far the charter has come, page by page, with every line about it."""
        return progress(*self._papers.judge(draft, self._around.clock.today()))

    def paper(self, draft: CharterDraft, number: int, choice: PaperChoice) -> Printed:
        """One paper of the draft as it stands, with the draft mark while something is missing."""
        return self._papers.paper(draft, self._around.clock.today(), choice, number=number)

    def preview(
        self, draft: CharterDraft, number: int, choice: PaperChoice, *, width: int, page: int = 0
    ) -> Preview:
        """One page of a paper for the screen. Safe to call in a worker thread.

        Args:
            draft: as it stands.
            number: of the version.
            choice: which paper.
            width: of the picture in pixels.
            page: which page, from 0; the last one when there are not so many.
        """
        from servicedesk.documents.page_images import page_image, page_size, page_texts

        today = self._around.clock.today()
        source, lines = self._papers.judge(draft, today, number)
        pdf = self._papers.printed(source, choice)
        at = min(page, pdf.pages - 1)
        points, _ = page_size(pdf.data, at)
        image = page_image(pdf.data, at, width * 72 / points)
        return Preview(
            width=image.width,
            height=image.height,
            bgra=image.bgra,
            words=page_texts(pdf.data)[at].strip(),
            page=at,
            pages=pdf.pages,
            progress=progress(source, lines),
        )

    def answer_findings(
        self, draft: CharterDraft, page: str, question_id: str, words: str
    ) -> tuple[Finding, ...]:
        """What the wording check says of an answer, typed or said; quick enough for each key."""
        source = self._papers.source(draft, self._around.clock.today())
        question = question_by_id(self.guide, question_id)
        return answer_findings(source, page, question, words)

    def standard_findings(
        self, draft: CharterDraft, standard: "ServiceStandard"
    ) -> tuple[Finding, ...]:
        """What the wording check says of a standard as it would print."""
        source = self._papers.source(draft, self._around.clock.today())
        return standard_findings(source, standard)

    def in_the_way(self, draft: CharterDraft) -> tuple[Obstacle, ...]:
        """Every line about the charter as it would be published, blocking ones first."""
        wanted = ready_to_publish(self.guide, draft)
        return self._papers.obstacles(wanted, self._around.clock.today())

    def publish(self, draft: CharterDraft, who: str) -> Done[CharterCard]:
        """Approve and publish in one step, and fill the facts of the business that were empty.

        Answers to questions that are not asked of this business are left out.

        Args:
            draft: all of it.
            who: says yes.

        Raises:
            Refusal: ``charter_not_publishable`` while a line keeps the poster back.
        """
        wanted = ready_to_publish(self.guide, draft)
        left = keeping_back(self.in_the_way(draft), PaperNeed.POSTER)
        if left:
            raise Refusal("charter_not_publishable", lines=len(left))
        facts = self._missing_facts(wanted)
        filled = self._business.save(facts, who).changes if facts else ChangeSet()
        done = self._charters.publish_draft(wanted, who, self._print_first)
        with self._units.change("drop what is typed", who) as unit:
            unit.keep_draft(FORM, None, str(done.card.number))
        self._kept = None
        return Done(card=done.card, changes=done.changes | filled)

    @property
    def _papers(self) -> "CharterPapers":
        return self._around.papers()

    def _print_first(self, card: CharterCard) -> None:
        """See that the poster can be made before anything is published."""
        self._papers.poster(card.draft, self._around.clock.today(), number=card.number)

    def _missing_facts(self, draft: CharterDraft) -> dict[str, AnswerValue]:
        """What the charter says and Settings do not know yet, where it may stand there."""
        known = self._business.answers()
        today = self._around.clock.today()
        found: dict[str, AnswerValue] = {}
        for key, question in self._business.questions.items():
            if key in draft.answers and not has_answer(known, key):
                with suppress(Refusal):  # Settings may ask for more than a charter does
                    found[key] = checked_fact(question, draft.answers[key], today)
        return found

    def _sector(self, trade: str) -> "Sector":
        from servicedesk.content.sectors import load_sector

        return load_sector(self._around.resources, self.guide, trade)

    def _own_words(self, draft: CharterDraft) -> dict[str, AnswerValue]:
        """The answers of a draft that are not those of its trade's preset."""
        preset = self._sector(draft.trade).answers
        return {
            key: value
            for key, value in draft.answers.items()
            if key != READ_PAGES and preset.get(key) != value
        }

    def _writing(
        self, draft: CharterDraft, number: int, typing: Typing, *, is_new: bool = False
    ) -> Writing:
        now = self._around.clock.now()
        return Writing(draft=draft, number=number, typing=typing, saved_at=now, is_new=is_new)
