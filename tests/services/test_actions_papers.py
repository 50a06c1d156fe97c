# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The action plan on paper: open ones first, what was done, whether it worked; no badge."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.actions import ActionDraft, ActionSource
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services import complaints_made
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

DAY = timedelta(days=1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def words_on(job: PrintJob, *, large: bool = False) -> str:
    (offer,) = job.offers
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0], large=large))
    return " ".join(" ".join(page_texts(printed.data)).split())


def fill(services: Services) -> str:
    """Five actions of every sort; the reference of the complaint one came from."""
    complaint = complaints_made.logged(services)
    actions = services.actions
    late = ActionDraft(text="Charge the saws", owner="Tom", due=TODAY - DAY)
    actions.add(late, RUTH, complaint_id=complaint.id)
    asked = ActionDraft(
        text="Write the hours on the door",
        due=TODAY + 9 * DAY,
        cost_pence=12_50,
        source=ActionSource.SELF_CHECK,
        source_key="6.2a",
        source_id=1,
    )
    actions.add(asked, RUTH)
    done = actions.add(ActionDraft(text="Buy a spare blade"), RUTH).card.id
    actions.done(done, TODAY - 3 * DAY, "Bill in the folder", RUTH)
    for text, works in (("Ring back by noon", True), ("Ask for the postcode", False)):
        made = actions.add(ActionDraft(text=text, done_on=TODAY - 9 * DAY), RUTH).card.id
        actions.checked(made, TODAY, works, "", RUTH)
    return complaint.ref


def test_open_ones_stand_first_then_what_was_done(services: Services) -> None:
    ref = fill(services)
    services.business.save({"trading_name": "Hollins Hardware"}, RUTH)
    job = services.action_papers.plan()
    said = words_on(job)
    assert (job.title, job.stem) == ("Things to do", "Things to do 23 November 2026")
    assert "2 to do · 1 of them late · Printed Monday 23 November 2026" in said
    assert said.startswith("Hollins Hardware Things to do")
    order = (
        "Charge the saws",
        f"A complaint {ref}",
        "was due 22 November 2026",
        "Write the hours on the door (costs £12.50)",
        "Is it easy to find how to reach you, by phone and in writing?",
        "Checking ourselves",
        "2 December 2026",
        "Buy a spare blade",
        "Bill in the folder",
        "Look from 18 February 2027 on",
    )
    places = [said.index(words) for words in order]
    first = ("Charge the saws", "Write the hours", "Buy a spare", "Ring back")
    assert [said.index(words) for words in first] == sorted(said.index(words) for words in first)
    assert len(set(places)) == len(order)
    assert {"Yes", "No"} <= set(said.split())


def test_large_print_says_the_same(services: Services) -> None:
    fill(services)
    job = services.action_papers.plan()
    assert job.offers[0].can_be_large
    large = words_on(job, large=True)
    for words in ("Charge", "Write the", "Bill in"):
        assert words in large


def test_an_empty_register_says_so(services: Services) -> None:
    said = words_on(services.action_papers.plan())
    assert "Nothing is left to do." in said
    assert "Done on" not in said


def test_letter_comes_first_where_the_business_prints_on_it(services: Services) -> None:
    services.business.save({"page_size": "letter"}, RUTH)
    (offer,) = services.action_papers.plan().offers
    assert offer.sizes[0] is PaperSize.LETTER


def test_what_was_done_without_a_day_to_look_leaves_the_last_cell_empty(
    services: Services,
) -> None:
    from dataclasses import replace

    from servicedesk.domain.actions import ActionCard
    from servicedesk.domain.actions_papers import action_plan
    from servicedesk.domain.actions_rules import ActionLine
    from servicedesk.domain.blocks import Table
    from tests.helpers.qt import words

    card = ActionCard(id=1, complaint_id=None, draft=ActionDraft(text="x", done_on=TODAY))
    other = replace(card, draft=replace(card.draft, done_on=None))
    lines = (ActionLine(card=other), ActionLine(card=card))
    tables = [one for one in action_plan(lines, TODAY, words()) if isinstance(one, Table)]
    to_do, _ = tables
    assert to_do.head[4].rstrip() == "Done\u00a0on"
    assert len(to_do.head[4]) > len("22 December 26")  # as wide as a day in pencil
    assert [table.rows[0][3:] for table in tables] == [("", "", ""), ("23 November 2026", "", "")]


def test_long_words_and_markup_stand_as_typed(services: Services) -> None:
    text = "<b>Fix & mend</b> " + "word " * 90
    services.actions.add(ActionDraft(text=text, owner="<i>Tom</i>"), RUTH)
    said = words_on(services.action_papers.plan())
    assert "<b>Fix & mend</b>" in said
    assert said.count("word") == 90
