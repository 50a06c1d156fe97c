# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sheets of things counted by hand: the tally of a sample week, a check of jobs, a walk."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.samples_papers import check_sheet, tally_sheet, walk_sheet
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.samples import job_check_cards, job_checks, sample_week_cards, sample_weeks
from servicedesk.store.walks import walk_cards, walks

Card = TypeVar("Card")


class SamplePapers:
    """Makes the sheets.

    Args:
        units: opens reads.
        around: data files and words.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def tally(self, week_id: int) -> PrintJob:
        """The sheet on which a sample week is counted.

        Raises:
            Refusal: ``record_gone``.
        """
        phrases = self._around.phrases
        card, business, sizes = self._read(sample_week_cards, week_id, sample_weeks.name)
        sheet = tally_sheet(card, business, phrases)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.tally_sheets import tally_sheet_pdf

            faces = load_faces(self._fonts)
            return tally_sheet_pdf(sheet, choice.size, faces, phrases, large=choice.large)

        return _job("tally_sheet", sheet.heading, sizes, make, can_be_large=True)

    def check(self, check_id: int) -> PrintJob:
        """The sheet on which the jobs of a check are looked at.

        Raises:
            Refusal: ``record_gone``.
        """
        phrases = self._around.phrases
        card, business, sizes = self._read(job_check_cards, check_id, job_checks.name)
        sheet = check_sheet(card, business, phrases)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.tally_sheets import check_sheet_pdf

            faces = load_faces(self._fonts)
            return check_sheet_pdf(sheet, choice.size, faces, phrases, large=choice.large)

        return _job("check_sheet", sheet.heading, sizes, make, can_be_large=True)

    def walk(self, walk_id: int) -> PrintJob:
        """A walk on one page.

        Raises:
            Refusal: ``record_gone``.
        """
        card, business, sizes = self._read(walk_cards, walk_id, walks.name)
        sheet = walk_sheet(card, business, self._around.phrases)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.walk_sheet import walk_sheet_pdf

            return walk_sheet_pdf(sheet, choice.size, load_faces(self._fonts))

        return _job("walk_sheet", sheet.heading, sizes, make)

    @property
    def _fonts(self) -> Path:
        return self._around.resources / "fonts"

    def _read(
        self, cards: Callable[[Reading, int], tuple[Card, ...]], number: int, record: str
    ) -> tuple[Card, str, tuple[PaperSize, ...]]:
        """A record, the name of the business, and the sheets it prints on, the usual one first."""
        with self._units.read() as reading:
            found = cards(reading, number)
            facts = read_facts(reading)
        if not found:
            raise Refusal("record_gone", record=record)
        sizes = (PaperSize.A4, PaperSize.LETTER)
        usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
        return found[0], str(facts.get("trading_name", "")), usual


def _job(
    paper: str,
    title: str,
    sizes: tuple[PaperSize, ...],
    make: Callable[[PaperChoice], Printed],
    *,
    can_be_large: bool = False,
) -> PrintJob:
    offer = PaperOffer(id=paper, sizes=sizes, can_be_large=can_be_large)
    return PrintJob(title=title, stem=title, offers=(offer,), make=make)
