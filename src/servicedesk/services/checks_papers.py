# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of a check: the report of what it came to, and its questions to answer with a pencil."""

from collections.abc import Callable, Mapping

from servicedesk.domain.blocks import Block, Paper, PaperSize, Printed
from servicedesk.domain.checks import Bank
from servicedesk.domain.checks_blank import blank_blocks, blank_title
from servicedesk.domain.checks_report import (
    LawLine,
    ReportSource,
    day_of,
    report_blocks,
    report_title,
)
from servicedesk.domain.guides import AnswerValue
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.services.checks import Checks
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.checks_planned import actions_of_check


class CheckPapers:
    """Makes the papers of checks.

    Args:
        units: opens reads.
        around: data files and words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._checks = Checks(units, around)

    def report(self, check_id: int) -> PrintJob:
        """What a check came to, as it is now.

        Raises:
            Refusal: ``record_gone``.
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        phrases, facts = self._around.phrases, self._facts()
        card = self._checks.get(check_id)
        with self._units.read() as reading:
            planned = actions_of_check(reading, check_id)
        source = ReportSource(
            bank=self._checks.bank(card.bank),
            card=card,
            before=self._checks.before(check_id),
            planned=planned,
            laws=self._laws(facts),
        )
        blocks = report_blocks(source, phrases)
        title = report_title(card.bank, day_of(card), phrases)
        return self._job("check_report", title, facts, lambda _large: blocks)

    def blank(self, bank: Bank, is_short: bool) -> PrintJob:
        """The questions of a check, to be answered with a pencil.

        Args:
            bank: which.
            is_short: only the key questions.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        phrases, facts = self._around.phrases, self._facts()
        questions, has_staff = self._checks.bank(bank), self._checks.has_staff()

        def blocks(large: bool) -> tuple[Block, ...]:
            return blank_blocks(
                questions,
                phrases,
                is_short=is_short,
                has_staff=has_staff,
                is_large=large,
            )

        return self._job("check_questions", blank_title(bank, phrases), facts, blocks)

    def _facts(self) -> Mapping[str, AnswerValue]:
        with self._units.read() as reading:
            return read_facts(reading)

    def _laws(self, facts: Mapping[str, AnswerValue]) -> Mapping[str, LawLine]:
        """The legal facts that hold where the business is, by id."""
        from servicedesk.content.law import load_facts

        nation = nation_in(facts)
        return {
            fact.id: LawLine(text=fact.text, checked_on=fact.checked_on)
            for fact in load_facts(self._around.resources)
            if nation in fact.nations
        }

    def _job(
        self,
        paper: str,
        title: str,
        facts: Mapping[str, AnswerValue],
        blocks: Callable[[bool], tuple[Block, ...]],
    ) -> PrintJob:
        phrases, fonts = self._around.phrases, self._around.resources / "fonts"
        author = str(facts.get("trading_name", ""))

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf

            whole = Paper(
                title=title,
                language=phrases.say("letter.language"),
                author=author,
                blocks=blocks(choice.large),
                footer=title,
            )
            return text_pdf(whole, choice.size, load_faces(fonts), phrases, large=choice.large)

        sizes = (PaperSize.A4, PaperSize.LETTER)
        usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
        offer = PaperOffer(id=paper, sizes=usual, can_be_large=True)
        return PrintJob(title=title, stem=title, offers=(offer,), make=make)
