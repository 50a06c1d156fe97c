# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The briefing sheet as a paper: one page, and the only one that says what is between ourselves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.between_us import BetweenDraft, between_sentence
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import FeedbackDraft, FeedbackKind
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.periods import Period
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.staff import NoteDraft
from servicedesk.domain.standards import Audience
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import charter_draft, promises, words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY, publish
from tests.store.files import new_file, opened

SECRET = "zebra keys go back on their hook"
PEOPLE = (("Ruth", Role.OWNER, None), ("Tom", Role.STAFF, 5000), ("Sam", Role.STAFF, 0))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def help_comes(services: Services, count: int = len(PEOPLE)) -> None:
    for place in range(count):
        name, role, limit = PEOPLE[place] if place < len(PEOPLE) else (f"H{place}", Role.STAFF, 1)
        services.people.add(PersonDraft(name=name, role=role, limit_pence=limit), RUTH)


def printed(job: PrintJob, *, large: bool = False) -> tuple[str, int, tuple[str, ...]]:
    """Its words, its pages, and what is said to be left out."""
    (offer,) = job.offers
    choice = PaperChoice(paper=offer.id, size=offer.sizes[0], large=large)
    made = job.make(choice)
    said = " ".join(" ".join(page_texts(made.data)).split())
    return said, made.pages, job.left_out_of(choice)


def test_whoever_works_alone_has_nobody_to_brief(services: Services) -> None:
    with pytest.raises(Refusal, match="staff_alone"):
        services.staff_papers.briefing()
    help_comes(services, 1)
    with pytest.raises(Refusal, match="staff_alone"):
        services.staff_papers.briefing()


def test_the_sheet_says_what_whoever_helps_needs_to_know(services: Services) -> None:
    services.business.save({"trading_name": "Hollins & Daughters"}, RUTH)
    help_comes(services)
    publish(services)
    services.staff.add_between(BetweenDraft(asks="the shop", what=SECRET, number=2), RUTH)
    for days, text in ((0, "So kind"), (31, "So quick"), (32, "So long ago")):
        draft = FeedbackDraft(
            kind=FeedbackKind.COMPLIMENT,
            text=text,
            given_on=TODAY - timedelta(days=days),
            staff="Tom",
        )
        services.feedback.log(draft, RUTH)
    services.staff.add_note(NoteDraft(text="Too many stairs", said_on=TODAY, said_by="Sam"), RUTH)
    said, pages, left = printed(services.staff_papers.briefing())
    assert (pages, left) == (1, ())
    for part in (
        "Hollins & Daughters",
        "Version 1 of our charter",
        "We will ring you back",
        SECRET,
        "Is there anything we can do to make this easier?",
        "tell Ruth",
        "Tom: up to £50",
        "Sam: asks Ruth before any money is given back",
        "“So kind” (Tom)",
        "“So quick” (Tom)",
        "Signature",
    ):
        assert part in said, part
    for part in ("So long ago", "Too many stairs"):
        assert part not in said


def test_without_a_charter_it_says_whom_to_ask(services: Services) -> None:
    help_comes(services)
    said, pages, _ = printed(services.staff_papers.briefing())
    assert pages == 1
    assert "Our charter is not published yet. Ask Ruth what we promise." in said
    assert "Version" not in said
    assert "Between ourselves" not in said


def test_it_stays_on_one_page_however_much_there_is_to_say(services: Services) -> None:
    help_comes(services, 9)
    publish(services)
    for place in range(5):
        draft = BetweenDraft(asks="w" * 40, what=f"{place} " + "long word " * 11, number=3)
        services.staff.add_between(draft, RUTH)
    for _ in range(6):
        text = "They stayed late and it was lovely. " * 20
        praise = FeedbackDraft(kind=FeedbackKind.COMPLIMENT, text=text, given_on=TODAY, staff="Tom")
        services.feedback.log(praise, RUTH)
    said, pages, left = printed(services.staff_papers.briefing())
    assert pages == 1
    assert any("compliments are left out" in one for one in left)
    assert "H8" in said


def test_large_print_takes_the_pages_it_needs_and_leaves_nothing_out(services: Services) -> None:
    help_comes(services)
    publish(services)
    said, pages, left = printed(services.staff_papers.briefing(), large=True)
    assert pages > 1
    assert left == ()
    assert "Signature" in said


def test_a_crowd_is_given_a_second_page_to_sign(services: Services) -> None:
    help_comes(services, 60)
    said, pages, _ = printed(services.staff_papers.briefing())
    assert pages > 1
    assert "H59" in said


def test_it_is_made_for_the_sheet_of_the_business(services: Services) -> None:
    help_comes(services)
    services.business.save({"page_size": "letter"}, RUTH)
    job = services.staff_papers.briefing()
    assert job.offers[0].sizes[0] is PaperSize.LETTER
    assert printed(job)[1] == 1


def test_no_paper_of_the_charter_ever_says_what_is_between_ourselves(services: Services) -> None:
    help_comes(services)
    services.staff.add_between(BetweenDraft(what=SECRET, number=2), RUTH)
    publish(services)
    services.staff.add_between(BetweenDraft(what=f"{SECRET} too"), RUTH)
    cards = services.staff.view().between
    sentences = [between_sentence(one.standard, words()) for one in cards]
    card = services.charters.published()
    assert card is not None
    assert not {one.key for one in card.draft.standards} & {one.standard.key for one in cards}
    month = Period(first=TODAY - timedelta(days=30), last=TODAY)
    jobs = (
        services.charter_printing.job(card),
        services.charter_printing.job(card.draft),
        services.charters_live_papers.wall(month),
    )
    made = 0
    for job in jobs:
        for offer in job.offers:
            choice = PaperChoice(paper=offer.id, size=offer.sizes[0])
            said = " ".join(" ".join(page_texts(job.make(choice).data)).split())
            assert said
            assert SECRET not in said
            made += 1
    assert made >= 5
    said = printed(services.staff_papers.briefing())[0]
    for sentence in sentences:
        assert sentence in said


def test_an_internal_standard_that_got_into_a_charter_is_not_printed_either(
    services: Services,
) -> None:
    help_comes(services)
    standard = services.staff.add_between(BetweenDraft(what=SECRET), RUTH).card.standard
    slipped = replace(standard, page=promises()[0].page, is_public=True)
    public = replace(slipped, audience=Audience.CUSTOMERS)
    for one, is_said in ((slipped, False), (public, True)):
        draft = charter_draft(standards=(*promises(), one))
        job = services.charter_printing.job(draft)
        texts = []
        for offer in job.offers:
            choice = PaperChoice(paper=offer.id, size=offer.sizes[0])
            texts.append(" ".join(" ".join(page_texts(job.make(choice).data)).split()))
        assert any(SECRET in text for text in texts) is is_said
