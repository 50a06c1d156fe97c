# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters: filled from the record, checked, issued in one step, kept as the exact PDF."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft, LetterStage, Voice
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.printing import Printing
from servicedesk.store.engine import DeskFile
from tests.helpers.builders import words
from tests.services.letters_made import ASHA, FRIDAY, TODAY, Shop, shop_of


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def text_of(job: PrintJob) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    return " ".join(" ".join(Printing().texts(printed.data)).split())


def said(draft: LetterDraft, **values: str) -> LetterDraft:
    """The draft with more values; two underscores in a name stand for its full stop."""
    more = {name.replace("__", "."): value for name, value in values.items()}
    return replace(draft, values={**draft.values, **more})


def test_the_letters_of_this_release_are_there_with_their_stages(shop: Shop) -> None:
    found = {one.id: one.stage for one in shop.services.letters_writing.templates()}
    assert found == {
        "L13": LetterStage.PROMISE,
        "L14": LetterStage.DELAY,
        "L15": LetterStage.DONE,
        "L19": LetterStage.VISIT,
        "L21": LetterStage.CLOSURE,
    }


def test_a_promise_confirmation_fills_itself_from_the_promise(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer(), remedy="we take £10 off", job_ref="J-118")
    draft = writing.draft("L13", promise_id=promise)
    check = writing.check(draft)
    assert check.can_issue
    assert check.subject == "What I promised you"
    text = text_of(writing.preview(draft))
    for part in (
        "Hollins Hardware",
        "Mrs Asha Patel",
        "LE9 2XX",
        "Dear Mrs Patel,",
        "Ring with a price",
        "2 October 2026",
        "J-118",
        "ring 01632 960123 or write to ruth@hollins.example",
        "Ruth Hollins",
        "DRAFT",
        "L-2026-0001",
    ):
        assert part in text
    assert "Ask about the cat" not in text


def test_issuing_keeps_the_exact_paper_and_writes_the_contact_in_one_step(shop: Shop) -> None:
    writing = shop.services.letters_writing
    customer = shop.customer()
    done = writing.issue(writing.draft("L13", promise_id=shop.promise(customer)), "Ruth")
    card = done.card
    assert (card.ref, card.title, card.customer_id) == (
        "L-2026-0001",
        "Promise confirmation",
        customer,
    )
    assert card.issued_on == TODAY
    text = text_of(writing.issued_job((card.id,)))
    assert "DRAFT" not in text
    assert "Our reference: L-2026-0001" in text
    assert writing.of(customer_id=customer) == (card,)
    assert writing.of(promise_id=card.promise_id) == (card,)
    assert writing.issued(card.id) == card
    with shop.services.units.read() as reading:
        from servicedesk.store.contacts import contact

        kept = contact(reading, 1)
    assert kept is not None
    assert kept.letter_id == card.id
    assert kept.draft.text == "Letter sent: Promise confirmation, L-2026-0001"
    assert kept.draft.channel is Channel.POST


def test_issuing_is_a_barrier_for_undo(shop: Shop) -> None:
    promise = shop.promise(shop.customer())
    shop.services.letters_writing.issue(
        shop.services.letters_writing.draft("L13", promise_id=promise), "Ruth"
    )
    assert shop.services.undo.can_undo is None
