# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of a check, made from what is kept: the report beside last year's, and the questions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.checks import Answer, Bank, CheckCard, GivenAnswer
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.checks import Checks
from servicedesk.services.checks_papers import CheckPapers
from servicedesk.services.registry import Services, open_services
from servicedesk.services.surroundings import Surroundings
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 11, 23)
LAST_YEAR = date(2025, 11, 24)


class Shop:
    """A file with what works on it, on a day that a test may choose."""

    def __init__(self, services: Services, around: Surroundings) -> None:
        self.services = services
        self.papers = CheckPapers(services.units, around)
        self._around = around

    def check(self, day: date, answer: Answer, bank: Bank = Bank.SELF_CHECK) -> CheckCard:
        """A finished check in which every question was answered alike."""
        around = surroundings(self._around.database, FixedClock(day))
        checks = Checks(self.services.units, around)
        card = checks.begin(bank, True, RUTH).card if bank is Bank.SELF_CHECK else None
        card = card or checks.begin(bank, False, RUTH).card
        for one in card.asked:
            checks.answer(card.id, one, GivenAnswer(answer=answer), RUTH)
        return checks.finish(card.id, RUTH).card


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with opened(new_file(tmp_path)) as file:
        around = surroundings(file.path, FixedClock(TODAY))
        services = open_services(file, around)
        services.business.save({"trading_name": "Hollins Hardware"}, RUTH)
        yield Shop(services, around)


def words_on(job: PrintJob, *, large: bool = False) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    assert offer.can_be_large
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0], large=large))
    assert not printed.missing
    return " ".join(" ".join(page_texts(printed.data)).split())


def test_the_report_says_what_it_came_to_beside_last_year(shop: Shop) -> None:
    shop.check(LAST_YEAR, Answer.PARTLY)
    now = shop.check(TODAY, Answer.YES)
    job = shop.papers.report(now.id)
    assert job.title == "How we checked ourselves, 23 November 2026"
    said = words_on(job)
    for part in (
        "Hollins Hardware",
        "100 of 100 points. In a word: Strong.",
        "+50 points since 24 November 2025, on the 22 questions",
        "not an audit, a certificate or a statement that the code is followed",
        "Nothing came up to do.",
    ):
        assert part in said


def test_what_was_planned_from_a_check_stands_on_its_report_and_not_on_the_next(
    shop: Shop,
) -> None:
    first = shop.check(LAST_YEAR, Answer.NO)
    shop.services.checks.plan(first.id, ("3b",), RUTH, "Ruth Hollins", date(2026, 12, 3))
    line = "On the list of things to do: Ruth Hollins, by 3 December 2026"
    assert words_on(shop.papers.report(first.id)).count(line) == 1
    assert line not in words_on(shop.papers.report(shop.check(TODAY, Answer.NO).id))


def test_law_is_printed_in_the_four_nations_only(shop: Shop) -> None:
    law = "has to be the full one. Fees that everybody pays may not be added bit by bit"
    made = shop.check(TODAY, Answer.NO)
    said = words_on(shop.papers.report(made.id))
    assert law in said
    assert "(checked on 22 November 2026)" in said
    shop.services.business.save({"nation": "elsewhere"}, RUTH)
    assert law not in words_on(shop.papers.report(made.id))


def test_the_report_of_a_short_check_names_no_standard(shop: Shop) -> None:
    made = shop.check(TODAY, Answer.PARTLY, Bank.SECURITY)
    said = words_on(shop.papers.report(made.id))
    assert "50 of 100 points. In a word: Building." in said
    assert "BS 8477" not in said


def test_a_check_that_is_gone_has_no_report(shop: Shop) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        shop.papers.report(9)


def test_the_questions_are_those_of_a_business_of_one_until_somebody_helps(shop: Shop) -> None:
    briefed = "Do new helpers get a briefing"
    assert briefed not in words_on(shop.papers.blank(Bank.SELF_CHECK, False))
    shop.services.people.add(PersonDraft(name="Sam", role=Role.STAFF), RUTH)
    assert briefed in words_on(shop.papers.blank(Bank.SELF_CHECK, False))


def test_the_key_questions_alone_go_on_paper_in_large_print_too(shop: Shop) -> None:
    job = shop.papers.blank(Bank.SELF_CHECK, True)
    assert job.title == "Check yourself: questions to answer on paper"
    plain, large = words_on(job), words_on(job, large=True)
    for said in (plain, large):
        assert said.count("Does not apply") == 22


def test_the_usual_sheet_of_the_business_comes_first(shop: Shop) -> None:
    shop.services.business.save({"page_size": "letter"}, RUTH)
    (offer,) = shop.papers.blank(Bank.SECURITY, False).offers
    assert offer.sizes == (PaperSize.LETTER, PaperSize.A4)
