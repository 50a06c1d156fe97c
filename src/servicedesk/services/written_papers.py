# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Texts, values and paper of what is written for the owner: read at one moment, printed later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from servicedesk.content.law import Fact, load_facts, stale
from servicedesk.content.written import TradeLines, load_trade_lines, load_written, parts_of
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.calendars import Nation
from servicedesk.domain.charters_text import CharterSource
from servicedesk.domain.complaints_form import ComplaintForm, complaint_form
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters_filling import day_words, filled
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.written import (
    OwnText,
    WrittenCard,
    WrittenPaper,
    WrittenTemplate,
    for_this_shop,
)
from servicedesk.domain.written_checking import asked_claims, refuse_claims
from servicedesk.domain.written_fields import LAW_FACTS, missing_in, names_in
from servicedesk.domain.written_papers import WrittenSheet, written_sheet
from servicedesk.domain.written_values import WrittenSource, has_helpers, written_values
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.letters_papers import Letterhead, LetterPapers, together
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store.calendars import weekly_hours
from servicedesk.store.charters import published_charter
from servicedesk.store.people import all_people
from servicedesk.store.written import kept_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Everything that papers of one moment are made of.

    Args:
        values: of the fields, by name.
        facts: of the law here, by the name of their field.
        head: the business as letters show it.
        trade: of the business; "" while nobody has said.
        has_helpers: somebody besides the owner works here.
        kept: what the owner made of each paper.
        today: the day it is.
    """

    values: Mapping[str, str]
    facts: Mapping[str, Fact]
    head: Letterhead
    trade: str
    has_helpers: bool
    kept: Mapping[WrittenPaper, tuple[int, OwnText]]
    today: date

    @property
    def sizes(self) -> tuple[PaperSize, ...]:
        """The sheets that papers print on, the usual one first."""
        sizes = (PaperSize.A4, PaperSize.LETTER)
        return sizes[::-1] if self.head.size is PaperSize.LETTER else sizes


class WrittenDesk:
    """Reads what papers are made of, and makes them.

    Args:
        around: data files, words and the clock.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    @cached_property
    def templates(self) -> Mapping[WrittenPaper, WrittenTemplate]:
        """Every text of ours; may raise Trouble."""
        return load_written(self._around.resources)

    @cached_property
    def _trade_lines(self) -> TradeLines:
        return load_trade_lines(self._around.resources)

    def ground(self, reading: Reading) -> Ground:
        """What papers of this moment are made of."""
        answers, people = read_facts(reading), tuple(all_people(reading).values())
        nation = nation_in(answers)
        facts = self._facts(nation)
        values = written_values(
            WrittenSource(
                answers=answers,
                hours=weekly_hours(reading),
                people=people,
                charter=self._charter(reading),
                nation=nation,
                law={name: fact.text for name, fact in facts.items()},
                phrases=self._around.phrases,
            )
        )
        return Ground(
            values=values,
            facts=facts,
            head=LetterPapers(self._around).letterhead(reading),
            trade=str(answers.get("trade", "")),
            has_helpers=has_helpers(people),
            kept=kept_texts(reading),
            today=self._around.clock.today(),
        )

    def ours(self, ground: Ground, paper: WrittenPaper) -> str:
        """Our text as this business gets it."""
        lines = self._trade_lines.get(ground.trade, {}).get(paper, ())
        body = self.templates[paper].body
        return for_this_shop(body, lines, has_helpers=ground.has_helpers)

    def card(self, ground: Ground, paper: WrittenPaper) -> WrittenCard:
        """A paper as it stands now: with our words where the owner's cannot be printed any more.

        They could once: then a field went with a newer program, or a registration has ended.
        """
        _, kept = ground.kept.get(paper, (0, OwnText()))
        ours = self.ours(ground, paper)
        if not kept.body:
            return self._card(ground, paper, kept, ours)
        try:
            card = self._card(ground, paper, kept, kept.body)
            refuse_claims(card.parts, ground.head.bodies, has_law=ground.head.has_law)
        except Refusal as fault:
            return replace(self._card(ground, paper, kept, ours), fault=fault)
        return replace(card, claims=asked_claims(card.parts, ground.head.bodies))

    def typed(self, ground: Ground, paper: WrittenPaper, body: str) -> WrittenCard:
        """A paper with other words, as it would stand.

        Raises:
            Refusal: what ``parts_of`` raises.
        """
        _, kept = ground.kept.get(paper, (0, OwnText()))
        return self._card(ground, paper, replace(kept, body=body.strip()), body)

    def sheet(self, ground: Ground, card: WrittenCard) -> WrittenSheet:
        """A paper ready to be printed.

        Raises:
            Refusal: ``written_lacks``.
        """
        phrases, business = self._around.phrases, ground.values.get("business.name", "")
        if card.blocking:
            raise Refusal("written_lacks", "words", what=self.named(card.blocking))
        day = day_words(ground.today, phrases)
        if card.law_checked_on is None:
            footer = phrases.say("written.footer", business=business, day=day)
        else:
            checked = day_words(card.law_checked_on, phrases)
            footer = phrases.say("written.footer_law", business=business, day=day, checked=checked)
        return written_sheet(
            card.parts,
            shape=card.template.shape,
            language=phrases.say("written.language"),
            business=business,
            footer=footer.removeprefix(", "),
            logo=ground.head.logo,
        )

    def named(self, names: Iterable[str]) -> str:
        """Fields by the names they have on the screen."""
        return ", ".join(self._around.phrases.say(f"written.field.{name}") for name in names)

    def form(self, ground: Ground) -> ComplaintForm:
        """The form to complain on paper."""
        head = ground.head
        return complaint_form(head.values, head.voice, self._around.phrases, head.logo)

    def printed(
        self, sheets: Sequence[WrittenSheet], choice: PaperChoice, form: ComplaintForm | None = None
    ) -> Printed:
        """Sheets as one paper; safe to call from any thread.

        Args:
            sheets: all of one shape.
            choice: sheet and size of type.
            form: printed behind them; None for none.
        """
        from servicedesk.documents.complaint_form import complaint_form_pdf
        from servicedesk.documents.fonts import load_faces  # printing: at the first paper
        from servicedesk.documents.written_sheets import written_pdf

        faces = load_faces(self._around.resources / "fonts")
        phrases, large = self._around.phrases, choice.large
        made = written_pdf(sheets, choice.size, faces, phrases, large=large)
        if form is None:
            return made
        return together([made, complaint_form_pdf(form, choice.size, faces, phrases, large=large)])

    def _card(self, ground: Ground, paper: WrittenPaper, kept: OwnText, body: str) -> WrittenCard:
        template, parts = self.templates[paper], parts_of(body)
        law = [ground.facts[name] for name in names_in(parts) if name in ground.facts]
        return WrittenCard(
            template=template,
            ours=self.ours(ground, paper),
            kept=kept,
            parts=filled(parts, ground.values),
            missing=missing_in(parts, ground.values),
            blocking=tuple(one for one in template.needs if not ground.values.get(one)),
            law_checked_on=min((fact.checked_on for fact in law), default=None),
            is_law_old=bool(stale(law, ground.today)),
        )

    def _facts(self, nation: Nation) -> Mapping[str, Fact]:
        facts = {fact.id: fact for fact in load_facts(self._around.resources)}
        return {
            name: facts[one]
            for name, ids in LAW_FACTS.items()
            for one in ids
            if one in facts and nation in facts[one].nations
        }

    def _charter(self, reading: Reading) -> CharterSource | None:
        """The published charter as its papers see it."""
        card = published_charter(reading)
        if card is None:
            return None
        source = self._around.papers().source(card.draft, self._around.clock.today())
        return replace(source, number=card.number, poster_is_draft=False, text_is_draft=False)
