# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sheets to count on by hand and the walk on one page: few lines, many, and hostile ones."""

from collections.abc import Iterator
from dataclasses import replace

from servicedesk.documents.fonts import Faces
from servicedesk.documents.tally_sheets import check_sheet_pdf, tally_sheet_pdf
from servicedesk.documents.walk_sheet import walk_sheet_pdf
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.papers_feedback import CheckSheet, Imprint, TallySheet, WalkSheet
from servicedesk.domain.walks import WalkStep
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE, LONG_NAME, PROMISES

DAYS = ("Mon 7", "Tue 8", "Wed 9", "Thu 10", "Fri 11", "Sat 12")
HARD = f"{HOSTILE} " * 12


def _imprint(title: str, name: str) -> Imprint:
    return Imprint(title=title, language="en-GB", business=name)


def tally(count: int, name: str = "Hollins Hardware", **changes: object) -> TallySheet:
    """A sheet of a sample week with so many standards."""
    fields: dict[str, object] = {
        "imprint": _imprint("Sample week", name),
        "heading": "Sample week, 7 to 12 December 2026",
        "intro": "One stroke for every case, and the fifth across the four. Count each case once, "
        "on the day it came.",
        "days": DAYS,
        "lines": tuple(one.short for one in PROMISES[:count]),
        "kept": "Kept",
        "missed": "Missed",
        "sum_kept": "Kept",
        "sum_of": "of all",
        "foot": "Then key in the two sums of each line.",
    }
    return TallySheet(**{**fields, **changes})


JOBS = (
    "P-2026-0412 Fit the new lock, Mrs Asha Patel",
    "P-2026-0398 Special order, oak handles, Ian Howarth",
    "P-2026-0377 Cut and deliver shelving, St Mary's school",
    "C-2026-0014 Hired tile saw stopped, Mrs Patel",
    "P-2026-0350 Sharpen shears, Dee",
    "P-2026-0349 Paint to match, The Old Bakehouses & Daughters",
    "P-2026-0311 Ring back about the gate",
    "P-2026-0290 Key cutting",
    "P-2026-0288 Hire of the floor sander, weekend",
    "P-2026-0231 Glass for the greenhouse, 12 panes",
)


def check(standards: int, jobs: int, name: str = "Hollins Hardware", **more: object) -> CheckSheet:
    """A sheet of a check of so many jobs against so many standards."""
    fields: dict[str, object] = {
        "imprint": _imprint("Check of jobs", name),
        "heading": "Check of ten jobs, 22 November 2026",
        "intro": "The program drew these jobs. Write a tick where we met the promise, a cross "
        "where we did not, a dash where it does not apply.",
        "jobs_head": "Job",
        "standards": tuple(one.short for one in PROMISES[:standards]),
        "jobs": JOBS[:jobs],
        "foot": "Then key in the marks.",
    }
    return CheckSheet(**{**fields, **more})


STEPS = (
    WalkStep(what="Finds us on the web and rings", snag="Nobody answers between 12 and 2",
             promise="Missed calls rung back within 4 hours",
             action="Tom takes the telephone at lunchtime, from Monday"),
    WalkStep(what="Asks for a price", snag="It took nine days in October",
             promise="A written price within 3 days", action="Prices are written on Tuesdays"),
    WalkStep(what="Says yes and hears a date", promise="A date within 3 days"),
    WalkStep(what="Waits for the part", snag="Hears nothing for two weeks",
             action="A text every Friday while we wait"),
    WalkStep(what="We come to the house", snag="The van is full, so a second visit",
             promise="Seen within 30 minutes of the time"),
    WalkStep(what="Pays"),
    WalkStep(what="Gets the invoice and the guarantee", snag="The guarantee came a month later",
             action="It goes into the envelope with the invoice"),
    WalkStep(what="Something is not right after all",
             promise="An answer to a complaint within 10 days, with reasons"),
)  # fmt: skip


def walk(count: int, name: str = "Hollins Hardware", **changes: object) -> WalkSheet:
    """A walk of so many steps."""
    fields: dict[str, object] = {
        "imprint": _imprint("A walk", name),
        "heading": "A missed call until the invoice",
        "detail": "Walked on 20 November 2026 by Ruth Hollins",
        "heads": (
            "What the customer does",
            "What snags",
            "What we promise",
            "What we do about it",
        ),
        "steps": STEPS[:count],
    }
    return WalkSheet(**{**fields, **changes})


HARD_STEP = WalkStep(what=HARD * 3, snag=HARD, promise="Donaudampfschifffahrt" * 9, action=HARD)


def every_counting_paper(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of everything that is counted on by hand, and of walks."""
    words = real_words()
    for size in (PaperSize.A4, PaperSize.LETTER):
        for count in (1, 4, 9):
            yield f"tally-{count}-{size}", tally_sheet_pdf(tally(count), size, faces, words)
        for standards, jobs in ((1, 3), (5, 10), (12, 10)):
            made = check_sheet_pdf(check(standards, jobs), size, faces, words)
            yield f"check-{standards}-{jobs}-{size}", made
        for count in (1, 4, 8):
            yield f"walk-{count}-{size}", walk_sheet_pdf(walk(count), size, faces)
    large = tally_sheet_pdf(tally(4), PaperSize.A4, faces, words, large=True)
    yield "tally-large", large
    yield "check-large", check_sheet_pdf(check(3, 10), PaperSize.A4, faces, words, large=True)
    hard = tally(2, LONG_NAME, lines=(HARD, HARD), days=(HOSTILE,) * 7, heading=HARD)
    yield "tally-hostile", tally_sheet_pdf(hard, PaperSize.A4, faces, words)
    hard_jobs = replace(check(12, 10, HARD), jobs=(HARD,) * 10, standards=(HARD,) * 12)
    yield "check-hostile", check_sheet_pdf(hard_jobs, PaperSize.A4, faces, words)
    hard_walk = walk(8, HARD, steps=(HARD_STEP,) * 8, heading=HARD)
    yield "walk-hostile", walk_sheet_pdf(hard_walk, PaperSize.LETTER, faces)
