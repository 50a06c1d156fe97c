# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What cannot be done with a complaint: each sentence in full, and nothing has changed.

The same on the screen, with what was typed still there, is in ``tests/walks/test_bad_complaints``.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from servicedesk.content.letters import load_letters
from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_file import IssueDraft, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries import read_money
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.people import PersonDraft
from tests.helpers.builders import RESOURCES, words
from tests.services.complaints_letters_made import DAY, complaint, shop_in, take
from tests.services.letters_made import Shop

RUTH = "Ruth"
REFUND = RemedyDraft(kind=RemedyKind.REFUND_FULL, done_on=DAY)
BILLION = 10**9 * 100
"""Pence of a thousand million pounds."""

BELOW = "An amount cannot be below zero. Please check it."
ABOVE = "This is more than £1,000,000. Please check the amount."
OVER = "This is above the limit of £50.00. Say who agreed to it, or why you give it."


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def told(step: Callable[[], object]) -> tuple[str, str]:
    """The field and the sentence with which a step is refused."""
    with pytest.raises(Refusal) as caught:
        step()
    return caught.value.field or "", words().refusal(caught.value)


def decided(shop: Shop) -> int:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    said = {"words": "It was old", "channel": Channel.PHONE, "finding": Finding.UPHELD}
    take(shop, number, Action.DECIDE, **said)
    return number


def test_nothing_is_closed_without_a_cause(shop: Shop) -> None:
    number = decided(shop)
    take(shop, number, Action.RESOLVE)
    parts = shop.services.complaints.parts
    before = shop.services.complaints.file(number)
    assert told(lambda: take(shop, number, Action.CLOSE)) == (
        "causes",
        "Please choose why it went wrong, or say why there is no reason to name.",
    )
    assert shop.services.complaints.file(number) == before
    parts.learn(number, Learning(no_cause_because="Nobody knows"), RUTH)
    assert told(lambda: take(shop, number, Action.CLOSE)) == (
        "no_action_because",
        "Please say what you do so that it does not happen again, or why nothing is needed.",
    )


def test_nothing_is_decided_without_reasons(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    complaints = shop.services.complaints
    given = Given(on=DAY, channel=Channel.PHONE, finding=Finding.UPHELD, words=" \n ")

    def decide(**more: object) -> tuple[str, str]:
        step = replace(given, **more)
        return told(lambda: complaints.take(number, Action.DECIDE, step, RUTH))

    before = complaints.file(number)
    assert decide() == ("words", "Please write the reasons for your answer.")
    assert decide(finding=None, words="x") == (
        "finding",
        "Please say whether you agree with the complaint.",
    )
    assert decide(channel=None, words="x") == ("channel", "Please say how you told them.")
    assert complaints.file(number) == before
    complaints.parts.add_issue(number, IssueDraft(text="It stopped"), RUTH)
    assert decide(words="x")[1] == "Point 1 has no result yet. Say whether you agree with it."
    issue = complaints.file(number).issues[0]
    found = replace(issue.draft, finding=Finding.UPHELD)
    complaints.parts.change_issue(number, issue.id, found, RUTH)
    assert decide(words="x")[1] == "Point 1 has no reasons yet. Write why you came to this."


def over_limit(shop: Shop) -> None:
    shop.services.people.add(PersonDraft(name="Tom", limit_pence=5000), RUTH)


def test_money_above_an_authority_needs_who_agreed_or_why(shop: Shop) -> None:
    over_limit(shop)
    number = decided(shop)
    parts = shop.services.complaints.parts
    given = replace(REFUND, by_whom="Tom", amount_pence=5001)
    before = shop.services.complaints.file(number)
    assert told(lambda: parts.add_remedy(number, given, RUTH)) == ("over_because", OVER)
    assert told(lambda: parts.add_remedy(number, replace(given, by_whom=""), "Tom")) == (
        "over_because",
        OVER,
    )
    assert shop.services.complaints.file(number) == before
    exact = replace(given, amount_pence=5000)
    kept = parts.add_remedy(number, exact, RUTH).card.remedies[-1]
    changed = replace(given, over_because=" ")
    assert told(lambda: parts.change_remedy(number, kept.id, changed, RUTH))[1] == OVER
    parts.add_remedy(number, replace(given, approved_by="Ruth"), RUTH)
    parts.add_remedy(number, replace(given, over_because="thirty years with us"), RUTH)


@pytest.mark.parametrize("at_once", [True, False], ids=["written down with it", "later"])
def test_it_is_sorted_asks_for_the_same_authority(shop: Shop, at_once: bool) -> None:
    over_limit(shop)
    number = complaint(shop)
    complaints = shop.services.complaints
    card = complaints.get(number)
    done = SortedDraft(
        did="All of it back",
        kind=RemedyKind.REFUND_FULL,
        amount_pence=5001,
        told_by=Channel.PHONE,
        on=DAY,
    )

    def sort(draft: SortedDraft) -> object:
        if at_once:
            return complaints.log_sorted(card.draft, draft, "Tom")
        return complaints.sort_out(number, draft, "Tom")

    before = (complaints.file(number), complaints.of(card.draft.customer_id or 0))
    assert told(lambda: sort(done)) == ("over_because", OVER)
    for pence, sentence in ((-500, BELOW), (BILLION, ABOVE)):
        assert told(lambda amount=pence: sort(replace(done, amount_pence=amount))) == (
            "amount_pence",
            sentence,
        )
    assert (complaints.file(number), complaints.of(card.draft.customer_id or 0)) == before
    sort(replace(done, over_because="thirty years with us"))


@pytest.mark.parametrize(("pence", "sentence"), [(-500, BELOW), (-1, BELOW), (BILLION, ABOVE)])
def test_no_sum_is_below_nothing_or_beyond_all_measure(
    shop: Shop, pence: int, sentence: str
) -> None:
    number = decided(shop)
    complaints, parts = shop.services.complaints, shop.services.complaints.parts
    before = complaints.file(number)
    draft = replace(before.card.draft, amount_pence=pence)
    ways: dict[str, Callable[[], object]] = {
        "amount_pence": lambda: parts.add_remedy(number, replace(REFUND, amount_pence=pence), RUTH),
        "vat_pence": lambda: parts.add_remedy(number, replace(REFUND, vat_pence=pence), RUTH),
        "cost_pence": lambda: parts.note_costs(number, pence, None, RUTH),
        "minutes_spent": lambda: parts.note_costs(number, None, pence, RUTH),
    }
    assert {name: told(way) for name, way in ways.items()} == {
        name: (name, sentence) for name in ways
    }
    assert told(lambda: complaints.change(number, draft, RUTH)) == ("amount_pence", sentence)
    assert complaints.file(number) == before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-5", "“-5” is no sum that can be read. Type it like 12 or 12.50."),
        ("1,2,3", "“1,2,3” is no sum that can be read. Type it like 12 or 12.50."),
        ("1.234", "“1.234” could be read two ways. For thousands, leave the point out."),
        ("1e9", "“1e9” is no sum that can be read. Type it like 12 or 12.50."),
        ("9" * 13, "This sum is larger than there is room for."),
    ],
)
def test_a_sum_that_cannot_be_read_is_asked_for_again(typed: str, sentence: str) -> None:
    assert told(lambda: read_money(typed, "amount_pence")) == ("amount_pence", sentence)


@pytest.mark.parametrize(
    ("old", "new", "line", "fault"),
    [
        ("+++\n", "", 1, "it does not begin with a head between +++"),
        ("version = ", "version = = ", 0, "Invalid value"),
        ("version = ", 'version = "x" # ', 0, "version is a number"),
        ('stage = "', 'stage = "no_such_', 0, "no_such_"),
        ("needs = [", 'needs = ["nobody.knows", ', 0, "nobody.knows"),
        ("title = ", "titel = ", 0, "titel is nothing that a head holds"),
    ],
)
def test_a_letter_with_a_broken_head_names_its_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, fault: str
) -> None:
    copytree(RESOURCES / "letters", tmp_path / "letters")
    path = tmp_path / "letters" / "en-GB" / "L04.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    begins = old.strip()
    at = line or next(n for n, one in enumerate(text.splitlines(), 1) if one.startswith(begins))
    with pytest.raises(Trouble) as caught:
        load_letters(tmp_path)
    said = words().trouble(caught.value)
    assert "L04.md" in said.happened
    assert f"line {at}:" in said.happened
    assert fault in said.happened
    assert said.safe
    assert said.do
