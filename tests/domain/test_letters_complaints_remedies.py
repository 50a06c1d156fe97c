# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What letters say of what is done to put a complaint right, and of money."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.complaints_file import Ground, RemedyCard, RemedyDraft, RemedyKind
from servicedesk.domain.letters import LetterStage
from servicedesk.domain.letters_complaints_remedies import (
    money_confirmed,
    remedy_line,
    remedy_lines,
)
from tests.domain.complaints_made import TODAY, card, case, draft
from tests.domain.letters_made import ONE, WE, begun, remedy


@pytest.mark.parametrize(
    ("kind", "said", "line"),
    [
        (RemedyKind.REPAIR, {}, "A repair."),
        (RemedyKind.REPAIR, {"words": "Mend the tap."}, "Mend the tap."),
        (RemedyKind.REFUND_PART, {"words": "£5 back", "amount_pence": 500}, "£5 back."),
        (
            RemedyKind.REFUND_PART,
            {"amount_pence": 123456, "method": "to the card", "due": date(2026, 10, 2)},
            "Part of your money back: £1,234.56, to the card, by 2 October 2026.",
        ),
        (
            RemedyKind.REDO,
            {"by_whom": "Tom", "due": date(2026, 10, 2)},
            "The work done again. Tom sees to it by 2 October 2026.",
        ),
        (RemedyKind.REDO, {"by_whom": "Tom"}, "The work done again. Tom sees to it."),
        (
            RemedyKind.RECORD_CORRECTED,
            {"done_on": date(2026, 9, 30), "by_whom": "Tom"},
            "What we have on record put right. Done on 30 September 2026.",
        ),
    ],
)
def test_a_remedy_is_one_line(kind, said, line):
    assert remedy_line(RemedyDraft(kind=kind, **said), WE) == line


def test_every_remedy_that_is_told_has_its_words():
    told = [kind for kind in RemedyKind if kind not in (RemedyKind.NONE, RemedyKind.TRAINING)]
    lines = remedy_lines(case(card(), remedies=tuple(map(remedy, RemedyKind))), ONE).splitlines()
    assert len(lines) == len(told)
    assert not [line for line in lines if "{" in line]


def test_the_last_word_offers_what_is_not_done_until_the_first_day_it_ends():
    offered = (
        remedy(RemedyKind.REPAIR, valid_until=date(2026, 10, 30)),
        remedy(RemedyKind.REFUND_PART, amount_pence=4000, valid_until=date(2026, 10, 23)),
        remedy(RemedyKind.APOLOGY, done_on=TODAY),
    )
    found = begun(LetterStage.FINAL, remedies=offered)
    assert found["offer"] == "A repair; Part of your money back: £40.00"
    assert found["valid_until"] == "2026-10-23"
    assert found["if_accepted"]
    assert found["if_refused"]
    assert "offer" not in begun(LetterStage.FINAL)


def test_a_refund_begins_with_its_remedy():
    of = card(draft=draft(product="Kettle"))
    money = remedy(
        RemedyKind.REFUND_FULL, amount_pence=4500, method="to the card", done_on=date(2026, 9, 17)
    )
    found = begun(LetterStage.REFUND, of, remedies=(money,))
    assert found["amount"] == "£45.00"
    assert found["sent_on"] == "2026-09-17"
    assert found["expect_by"] == "2026-09-24"
    assert (found["method"], found["paid_for"]) == ("to the card", "Kettle")
    planned = replace(money, draft=replace(money.draft, done_on=None))
    assert begun(LetterStage.REFUND, of, remedies=(planned,))["sent_on"] == "2026-09-18"
    assert "amount" not in begun(LetterStage.REFUND, of)


def test_putting_right_begins_with_what_is_planned():
    planned = (
        remedy(RemedyKind.REFUND_PART, amount_pence=100, due=date(2026, 9, 30)),
        remedy(RemedyKind.REPAIR, words="Mend the tap", due=date(2026, 10, 2), by_whom="Tom"),
    )
    found = begun(LetterStage.REMEDY, remedies=planned)
    assert found["remedy.what"] == "Mend the tap"
    assert (found["remedy.due"], found["remedy.who"]) == ("2026-10-02", "Tom")
    assert "remedy.what" not in begun(LetterStage.REMEDY)


def test_a_gift_begins_with_what_is_given():
    gift = remedy(RemedyKind.GOODWILL, ground=Ground.GOODWILL, amount_pence=1000, valid_until=TODAY)
    found = begun(LetterStage.GOODWILL, remedies=(gift,))
    assert found["gift"] == "£10.00"
    assert found["valid_until"] == "2026-09-18"
    plain = remedy(RemedyKind.GOODWILL, ground=Ground.GOODWILL, words="A free visit")
    assert begun(LetterStage.GOODWILL, remedies=(plain,))["gift"] == "A free visit"
    assert "gift" not in begun(LetterStage.GOODWILL)


def test_goodwill_in_an_answer_says_how_much():
    gifts = (
        remedy(RemedyKind.GOODWILL, ground=Ground.GOODWILL, amount_pence=1000),
        remedy(RemedyKind.GOODWILL, ground=Ground.GOODWILL, amount_pence=500, words="A voucher"),
    )
    assert begun(LetterStage.ANSWER, remedies=gifts)["goodwill"] == "£10.00; a voucher: £5.00"


def money(number: int, pence: int | None, done: int = 0) -> RemedyCard:
    done_on = date(2026, 9, done) if done else None
    said = RemedyDraft(
        kind=RemedyKind.REFUND_PART, amount_pence=pence, method="to the card", done_on=done_on
    )
    return RemedyCard(id=number, complaint_id=1, draft=said)


def test_a_letter_about_money_begins_with_all_that_is_open_else_with_the_last_that_was_sent():
    found = begun(LetterStage.REFUND, remedies=(money(1, 2000), money(2, 500), money(3, 100, 16)))
    assert (found["amount"], found["method"]) == ("£25.00", "to the card")
    assert found["sent_on"] == "2026-09-18"
    sent = begun(LetterStage.REFUND, remedies=(money(1, 2000, 15), money(2, 500, 16)))
    assert (sent["amount"], sent["sent_on"]) == ("£5.00", "2026-09-16")


@pytest.mark.parametrize(
    ("amount", "confirmed"),
    [
        ("25", [1, 2]),
        ("£20.00", [1]),
        ("5", [2]),
        ("7", []),
        ("all of it", [1, 2]),
    ],
)
def test_a_letter_confirms_the_money_that_comes_to_its_amount(amount, confirmed):
    open_money = (money(1, 2000), money(2, 500), money(3, 100, 16))
    assert [one.id for one in money_confirmed(open_money, amount)] == confirmed


def test_money_without_an_amount_is_confirmed_whatever_the_letter_says():
    assert [one.id for one in money_confirmed((money(1, None),), "45")] == [1]
