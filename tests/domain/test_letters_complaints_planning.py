# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is read out of a letter of what will be done, and what stays words."""

from datetime import date, timedelta

import pytest

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.letters_complaints_planning import planned_in, read_remedies
from servicedesk.domain.letters_complaints_remedies import remedy_line
from tests.domain.complaints_made import TODAY, card, case
from tests.domain.letters_made import WE, remedy
from tests.domain.test_letters_complaints import LETTERS

NOW = date(2026, 11, 23)
"""A Monday."""

FRIDAY = date(2026, 11, 27)
SOON = TODAY + timedelta(days=3)


@pytest.mark.parametrize(
    ("line", "kind", "pence", "due"),
    [
        ("£40 back by Friday 27 Nov", RemedyKind.REFUND_PART, 4000, FRIDAY),
        ("You get £40.50 back.", RemedyKind.REFUND_PART, 4050, None),
        ("A full refund of £1,240 by 27/11", RemedyKind.REFUND_FULL, 124000, FRIDAY),
        ("40 pounds off your bill, by Friday", None, None, None),
        ("I mend the tap on Friday at no cost", RemedyKind.REPAIR, None, FRIDAY),
        ("A new blade", RemedyKind.REPLACEMENT, None, None),
        ("The door will be replaced within 4 days.", RemedyKind.REPLACEMENT, None, FRIDAY),
        ("We do the wall again by the 27th of November, 2026", RemedyKind.REDO, None, FRIDAY),
        ("Your taxi costs, £12, by 2026-11-27", RemedyKind.COST_REPAID, 1200, FRIDAY),
        ("A £10 voucher", RemedyKind.CREDIT_NOTE, 1000, None),
        ("We correct your record tomorrow", RemedyKind.RECORD_CORRECTED, None, date(2026, 11, 24)),
        ("A repair. Tom sees to it by 27 November 2026.", RemedyKind.REPAIR, None, FRIDAY),
    ],
)
def test_one_line_is_one_remedy_with_its_sum_and_its_day(line, kind, pence, due):
    found = read_remedies(line, NOW)
    if kind is None:
        assert found is None
    else:
        assert [(one.kind, one.amount_pence, one.due) for one in found] == [(kind, pence, due)]


@pytest.mark.parametrize(
    "line",
    [
        "No refund",
        "We do not repair it",
        "We refund £40 if you bring it in",
        "A repair or £20 back",
        "We have refunded £40",
        "I repaired it yesterday",
        "We can’t mend it",
        "£40 back by Friday 28 Nov",
        "£40 back by 20 November 2026",
        "£40 back by Friday, £20 back by 1 December",
        "£20 back, then £30 back",
        "£1,2,3 back",
        "Tom rings you",
        "A repair, and Tom rings you on Friday",
        "Shall we mend it?",
        "Sorry, and Tom comes on Friday",
        f"A repair {'x' * 500}",
    ],
)
def test_what_is_not_certain_stays_words(line):
    assert read_remedies(line, NOW) is None


def test_a_line_full_of_sums_is_not_read_at_all():
    assert read_remedies("£9 " * 8_000, NOW) is None
    assert read_remedies("£9 back", NOW) is not None


def test_two_things_in_one_line_are_two():
    found = read_remedies("A full refund of £40 by Friday 27 November, and a new washer", NOW)
    assert [(one.kind, one.due) for one in found] == [
        (RemedyKind.REFUND_FULL, FRIDAY),
        (RemedyKind.REPLACEMENT, None),
    ]
    assert [one.words for one in found] == ["A full refund of £40", "a new washer"]


def test_a_word_of_apology_is_done_with_the_letter():
    assert read_remedies("We apologise for it", NOW) == ()


def plan(values, template="L04", **more):
    made = case(card(), **more)
    return planned_in(made, LETTERS[template], values, WE.phrases)


def test_what_the_file_holds_is_not_planned_twice():
    kept = remedy(RemedyKind.REFUND_PART, amount_pence=4000, due=SOON)
    line = remedy_line(kept.draft, WE)
    assert plan({"remedies": line}, remedies=(kept,)).remedies == ()
    assert plan({"remedies": "£40 back"}, remedies=(kept,)).remedies == ()
    other = remedy(RemedyKind.REPAIR)
    assert plan({"remedies": "£40 back"}, remedies=(other, kept)).remedies == ()
    assert plan({"remedies": "Tom rings you"}, remedies=(kept,)).words == ("Tom rings you",)
    more = plan({"remedies": f"{line}\n£40 back\n£40 back\n£15 back"}, remedies=(kept,))
    assert [one.amount_pence for one in more.remedies] == [4000, 1500]
    assert more.words == more.promises == ()
    assert len(more.without_day) == 2


def test_what_changes_is_written_once():
    held = ActionCard(id=1, complaint_id=1, draft=ActionDraft(text="We check every washer."))
    assert plan({"change": "We check every washer"}, actions=(held,)).changes == ()
    more = plan({"change": "We check every washer. We ring before we come."}, actions=(held,))
    assert [one.text for one in more.changes] == ["We ring before we come"]
    assert plan({"change": "Nothing needs to change"}).changes == ()
    assert plan({"change": " "}).changes == ()
    long = plan({"change": "We look. " * 80})
    assert (long.changes, len(long.words)) == ((), 1)


def test_a_gift_is_one_by_its_field():
    found = plan({"goodwill": "£10 off the next visit"}, "L06")
    assert [(one.kind, one.amount_pence) for one in found.remedies] == [(RemedyKind.GOODWILL, 1000)]
    given = plan({"gift": "A £5 voucher", "valid_until": SOON.isoformat()}, "L12")
    assert [(one.kind, one.valid_until) for one in given.remedies] == [
        (RemedyKind.CREDIT_NOTE, SOON)
    ]
    for unsure in ("£10 or £20 off", "£10 and £20"):
        assert plan({"goodwill": unsure}, "L06").words == (unsure,)
    kept = remedy(RemedyKind.GOODWILL, words="A cake")
    assert plan({"goodwill": "A cake"}, "L06", remedies=(kept,)).remedies == ()


def test_work_has_its_day_in_a_field_of_its_own():
    values = {"remedy.what": "Sand the door", "remedy.due": SOON.isoformat(), "remedy.who": "Tom"}
    (found,) = plan(values, "L11").promises
    assert (found.kind, found.words, found.by_whom) == (RemedyKind.REDO, "Sand the door", "Tom")
    (mended,) = plan({**values, "remedy.what": "Repair the door"}, "L11").promises
    assert mended.kind is RemedyKind.REPAIR
    kept = remedy(RemedyKind.REPAIR, due=SOON)
    assert plan({**values, "remedy.what": "A repair"}, "L11", remedies=(kept,)).remedies == ()
    over = {**values, "remedy.due": "2026-01-02"}
    assert plan(over, "L11").remedies == ()
    assert plan({"remedy.what": "Sand it"}, "L11").remedies == ()


def test_what_is_offered_is_owed_by_nobody_yet():
    offer = plan({"offer": "A new blade by Friday", "remedies": "A new blade"}, "L08")
    assert (offer.remedies, offer.words) == ((), ("A new blade by Friday",))
    kept = remedy(RemedyKind.REPAIR)
    assert plan({"offer": "A repair"}, "L08", remedies=(kept,)).words == ()


def test_the_handler_does_what_nobody_else_is_named_for():
    (found,) = plan({"remedies": "A new blade"}).remedies
    assert found == RemedyDraft(
        kind=RemedyKind.REPLACEMENT, words="A new blade", by_whom=card().draft.handler
    )
