# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of feedback as jobs: what is switched on is asked, what hangs on the wall is told."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import Decision, FeedbackKind, MayQuote, Quoting
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import RUTH, logged
from tests.store.files import new_file, opened

NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)
EVERYTHING = dict.fromkeys(
    ("asks_recommendation", "asks_effort", "asks_elements", "asks_handling"), True
)
SHOP = {
    "trading_name": "Hollins Hardware",
    "town": "Todmorden",
    "phone": "01632 960123",
    "address": "18 Bridge Street,\nTodmorden",
}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        found = open_services(file, surroundings(file.path, FixedClock(NOW)))
        found.business.save(SHOP, RUTH)
        yield found


def made(job: PrintJob, paper: str, size: PaperSize = PaperSize.A4, **more: bool) -> Printed:
    return job.make(PaperChoice(paper=paper, size=size, **more))


def said_on(printed: Printed) -> str:
    return " ".join(" ".join(page_texts(printed.data)).split())


def on_wall(services: Services, number: int, decision: Decision = Decision.DONE) -> None:
    card = logged(
        services,
        f"Please do {number}.",
        kind=FeedbackKind.SUGGESTION,
        quoting=Quoting(may=MayQuote.YES),
    )
    services.feedback.decide(card.id, decision, f"We did {number}.", RUTH)
    services.feedback.put_on_wall(card.id, True, RUTH)


def test_a_new_shop_has_a_card_with_one_question_and_no_code(services: Services) -> None:
    job = services.feedback_papers.cards()
    assert job.first == "comment_cards"
    assert [offer.id for offer in job.offers] == ["comment_cards", "survey_sheet"]
    assert [offer.can_be_large for offer in job.offers] == [False, True]
    printed = made(job, "comment_cards")
    text = said_on(printed)
    assert printed.cut == ()
    assert text.count("Hollins Hardware") == 4
    assert text.count("How satisfied were you") == 4
    assert "recommend" not in text
    assert "on your phone" not in text


def test_an_address_stands_on_the_card_with_its_code(services: Services) -> None:
    services.business.save({"feedback_address": "https://hollins.example/say"}, RUTH)
    text = said_on(made(services.feedback_papers.cards(), "comment_cards"))
    assert text.count("hollins.example/say") == 4


def test_what_does_not_fit_on_the_card_is_said_and_stands_on_the_sheet(services: Services) -> None:
    services.business.save(EVERYTHING, RUTH)
    job = services.feedback_papers.survey()
    assert job.first == "survey_sheet"
    assert made(job, "comment_cards").cut == ("card_questions",)
    text = said_on(made(job, "survey_sheet", large=True))
    for asked in ("recommend", "easy for you", "Polite", "It was fair"):
        assert asked in text


def test_the_elements_alone_are_left_to_the_sheet_too(services: Services) -> None:
    services.business.save({"asks_elements": True}, RUTH)
    printed = made(services.feedback_papers.cards(), "comment_cards")
    assert printed.cut == ("card_questions",)
    assert words().say("left_out.card_questions")


def test_the_sheet_of_the_business_comes_first(services: Services) -> None:
    services.business.save({"page_size": "letter"}, RUTH)
    on_wall(services, 1)
    for job in (services.feedback_papers.cards(), services.feedback_papers.said_done()):
        assert job.offers[0].sizes[0] is PaperSize.LETTER


def test_an_empty_wall_is_refused(services: Services) -> None:
    with pytest.raises(Refusal) as found:
        services.feedback_papers.said_done()
    assert found.value.code == "nothing_on_wall"
    assert words().refusal(found.value)


def test_you_said_we_did_tells_the_six_newest_and_how_to_reach_us(services: Services) -> None:
    for number in range(1, 8):
        on_wall(services, number, Decision.PLANNED if number == 7 else Decision.DONE)
    job = services.feedback_papers.said_done()
    assert len(job.left_out) == 1
    printed = made(job, "said_done", PaperSize.A3, bleed=False)
    text = said_on(printed)
    assert "Todmorden" in text
    assert "01632 960123" in text
    assert "18 Bridge Street, Todmorden" in text
    assert "Please do 2." in text
    assert "Please do 1." not in text
    assert "Printed on 14 September 2026" in text


def test_one_line_on_the_wall_leaves_nothing_out(services: Services) -> None:
    services.business.save({"since_year": 1987}, RUTH)
    on_wall(services, 1)
    job = services.feedback_papers.said_done()
    assert job.left_out == ()
    assert "since 1987" in said_on(made(job, "said_done"))
