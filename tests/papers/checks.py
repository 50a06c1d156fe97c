# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of checks: a usual one beside last year's, a bare, a hostile, a short one, and blanks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from servicedesk.content.checks import load_check_bank
from servicedesk.content.law import load_facts
from servicedesk.documents.fonts import Faces
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.blocks import Block, Paper, PaperSize, Printed
from servicedesk.domain.checks import (
    Answer,
    Bank,
    CheckBank,
    CheckCard,
    GivenAnswer,
    asked_questions,
)
from servicedesk.domain.checks_blank import blank_blocks
from servicedesk.domain.checks_report import LawLine, ReportSource, report_blocks
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE
from tests.papers.words import RESOURCES

FACTS = load_facts(RESOURCES)
LAWS = {fact.id: LawLine(text=fact.text, checked_on=fact.checked_on) for fact in FACTS}
SELF, COMPLAINTS, EXTRA_HELP, SECURITY = (
    load_check_bank(RESOURCES, bank, LAWS)
    for bank in (Bank.SELF_CHECK, Bank.COMPLAINTS, Bank.EXTRA_HELP, Bank.SECURITY)
)
SHOP = "Hollins Hardware"
_LETTERS = {"y": Answer.YES, "p": Answer.PARTLY, "n": Answer.NO, "x": Answer.NOT_APPLICABLE}


def check(
    bank: CheckBank,
    letters: str,
    day: date,
    *,
    is_short: bool = False,
    more: Mapping[str, GivenAnswer] | None = None,
) -> CheckCard:
    """A check of a business of one: letters are given round and round, "-" for no answer."""
    asked = tuple(one.id for one in asked_questions(bank, is_short=is_short, has_staff=False))
    said = {one: letters[place % len(letters)] for place, one in enumerate(asked)}
    answers = {id: GivenAnswer(answer=_LETTERS[one]) for id, one in said.items() if one != "-"}
    return CheckCard(
        id=1,
        bank=bank.bank,
        bank_version=bank.version,
        is_short=is_short,
        has_staff=False,
        started_on=day,
        finished_on=day,
        who="Ruth",
        asked=asked,
        answers=answers | dict(more or {}),
    )


LAST_YEAR = check(SELF, "ynpyyxpynyp", date(2025, 11, 24))
SAID = {
    "3c": GivenAnswer(
        answer=Answer.YES,
        note="You wrote down 14 promises in the last 90 days.",
        is_from_records=True,
    ),
    "6.2a": GivenAnswer(answer=Answer.PARTLY, note="The phone number is missing on the invoices."),
    "6.3a": GivenAnswer(answer=Answer.NO, note="Delivery is told at the till."),
    "6.2d": GivenAnswer(
        answer=Answer.NO,
        departure="There is never a queue: customers ring the bell and we come at once.",
    ),
    "5.3c": GivenAnswer(answer=Answer.PARTLY, departure="The answering service speaks for us."),
    "7.1a": GivenAnswer(
        answer=Answer.YES, note="Printed on 1 October and filed in the blue folder."
    ),
}
THIS_YEAR = check(SELF, "yypyyxpyyyyn", date(2026, 11, 23), more=SAID)
_NASTY = GivenAnswer(answer=Answer.NO, note=f"{HOSTILE} " * 4)
HOSTILE_CHECK = replace(
    check(SELF, "n", date(2026, 11, 23)),
    who=HOSTILE,
    answers={
        one: _NASTY if place % 3 else replace(_NASTY, departure="Donaudampfschiff" * 24)
        for place, one in enumerate(LAST_YEAR.asked)
    },
)
CHECKS: Mapping[str, ReportSource] = {
    "report": ReportSource(bank=SELF, card=THIS_YEAR, before=LAST_YEAR, laws=LAWS),
    "report-key": ReportSource(bank=SELF, card=check(SELF, "y", date(2026, 11, 23), is_short=True)),
    "report-half-way": ReportSource(
        bank=SELF,
        card=replace(check(SELF, "yp----", date(2026, 11, 23)), finished_on=None),
    ),
    "report-nothing-applies": ReportSource(bank=SELF, card=check(SELF, "x", date(2026, 11, 23))),
    "report-hostile": ReportSource(bank=SELF, card=HOSTILE_CHECK, before=LAST_YEAR, laws=LAWS),
    "report-complaints": ReportSource(
        bank=COMPLAINTS,
        card=check(COMPLAINTS, "yypyn", date(2026, 11, 23)),
        laws=LAWS,
    ),
    "report-security": ReportSource(
        bank=SECURITY, card=check(SECURITY, "yynn", date(2026, 11, 23)), laws=LAWS
    ),
}
BLANKS = {"self_check": SELF, "complaints": COMPLAINTS, "security": SECURITY}


def paper_of(blocks: tuple[Block, ...]) -> Paper:
    """Blocks as a paper."""
    return Paper(
        title="How we checked ourselves, 23 November 2026",
        language="en-GB",
        author=SHOP,
        blocks=blocks,
        footer="How we checked ourselves, 23 November 2026",
    )


def every_paper_of_checks(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of reports, and of questions to answer on paper."""
    words = real_words()
    for name, source in CHECKS.items():
        paper = paper_of(report_blocks(source, words))
        yield name, text_pdf(paper, PaperSize.A4, faces, words)
    paper = paper_of(report_blocks(CHECKS["report"], words))
    yield "report-letter", text_pdf(paper, PaperSize.LETTER, faces, words)
    yield "report-large", text_pdf(paper, PaperSize.A4, faces, words, large=True)
    for name, bank in BLANKS.items():
        blank = paper_of(blank_blocks(bank, words, is_short=False, has_staff=True))
        yield f"blank-{name}", text_pdf(blank, PaperSize.A4, faces, words)
    key = paper_of(blank_blocks(SELF, words, is_short=True, has_staff=False))
    yield "blank-key", text_pdf(key, PaperSize.A4, faces, words)
    large = blank_blocks(SECURITY, words, is_short=False, has_staff=False, is_large=True)
    yield "blank-large", text_pdf(paper_of(large), PaperSize.A4, faces, words, large=True)
