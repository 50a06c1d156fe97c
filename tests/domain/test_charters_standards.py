# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which standards a charter prints where, and how one reads on the poster."""

from dataclasses import replace
from datetime import time
from decimal import Decimal

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_standards import (
    customer_standards,
    page_standards,
    pledge,
    poster_promise,
    poster_standards,
    printed_standards,
    ticked_standards,
)
from servicedesk.domain.standards import (
    Audience,
    Basis,
    Bound,
    Measure,
    Remedy,
    SecondLimit,
    StandardKind,
    Unit,
)
from tests.helpers.builders import (
    amount,
    charter_draft,
    charter_source,
    opening_days,
    promise,
    working_days,
)

LEGAL = "This is your legal right."
OWN = "This is our own promise, on top of your legal rights."


def source_of(*standards, suggested=(), **said):
    draft = replace(charter_draft(standards, **said), suggested=suggested)
    return charter_source(draft)


def keys(standards):
    return [standard.key for standard in standards]


def test_what_is_between_ourselves_or_on_a_hidden_page_is_printed_nowhere():
    source = source_of(
        promise("open"),
        promise("secret", is_public=False),
        promise("ours", audience=Audience.INTERNAL),
        promise("parcel", page="the_job"),
        promise("stray", page="no_such_page"),
        how_you_work=("they_come",),
    )
    assert keys(customer_standards(source)) == ["open"]
    assert keys(poster_standards(source)) == ["open"]


def test_a_draft_with_few_ticks_shows_its_suggestions_beside_them():
    source = source_of(
        promise("a", is_ticked=False),
        promise("b"),
        promise("c", is_ticked=False),
        promise("d"),
        suggested=("c",),
    )
    assert keys(ticked_standards(source)) == ["b", "d"]
    assert keys(poster_standards(source)) == ["b", "c", "d"]
    assert keys(printed_standards(source)) == ["a", "b", "c", "d"]


def test_three_ticks_are_enough_to_print_those_alone():
    source = source_of(
        promise("a", is_ticked=False), promise("b"), promise("c"), promise("d"), suggested=("a",)
    )
    assert keys(poster_standards(source)) == keys(printed_standards(source)) == ["b", "c", "d"]


def test_a_poster_holds_the_first_twelve():
    many = [promise(f"p{number:02}") for number in range(14)]
    assert len(printed_standards(source_of(*many))) == 14
    assert keys(poster_standards(source_of(*many)))[-1] == "p11"
    unticked = [replace(one, is_ticked=False) for one in many]
    assert len(poster_standards(source_of(*unticked, suggested=tuple(keys(many))))) == 12


def test_the_owners_own_day_is_bare_and_any_other_says_which():
    source = source_of(count_days="working")
    bare = pledge(source, promise(limit=working_days(3)))
    other = pledge(source, promise(limit=opening_days(3)))
    plain = pledge(source, promise(limit=amount(14, Unit.DAY, DayKind.CALENDAR)))
    assert bare.sentence == "We will answer your email within 3 days of getting it."
    assert other.sentence == "We will answer your email within 3 opening days of getting it."
    assert plain.sentence == "We will answer your email within 14 calendar days of getting it."


def test_a_legal_right_is_never_sold_as_a_promise_of_ours():
    right = promise("refund", page="not_right", basis=Basis.LEGAL)
    source = source_of(right)
    assert pledge(source, right).details[-1] == LEGAL
    assert poster_promise(source, right).unit == "days: your legal right"


def test_our_own_cover_says_that_rights_come_first():
    cover = promise(
        "cover",
        page="not_right",
        action="put our work right at no charge {limit}",
        limit=amount(12, Unit.MONTH),
        bound=Bound.AT_LEAST,
    )
    source = source_of(cover)
    assert pledge(source, cover).sentence == (
        "We will put our work right at no charge for 12 months."
    )
    assert pledge(source, cover).details[-1] == OWN
    elsewhere = replace(cover, page="safe")
    assert OWN not in pledge(source, elsewhere).details
    assert OWN not in pledge(source, replace(cover, bound=None)).details
    share = replace(cover, measure=Measure.SHARE, limit=amount(90, Unit.PERCENT))
    assert OWN not in pledge(source, share).details


@pytest.mark.parametrize("basis", Basis)
def test_elsewhere_no_right_and_no_law_is_named(basis):
    cover = promise("cover", page="not_right", basis=basis, bound=Bound.AT_LEAST)
    source = source_of(cover, nation="elsewhere")
    wall = poster_promise(source, cover)
    printed = [*pledge(source, cover).details, wall.remedy, wall.unit]
    assert not any("legal" in words for words in printed)


def test_what_limits_a_promise_stands_beside_it_on_the_poster():
    limited = promise(
        cut_off=time(15),
        condition="if we have the part",
        second=SecondLimit(limit=opening_days(5), condition="it must be ordered"),
        fallback="we will tell you when",
        updates=opening_days(1),
    )
    assert poster_promise(source_of(limited), limited).remedy == (
        "If it must be ordered, this becomes 5 days. "
        "If you reach us after 3 pm, we count from the next day. "
        "This applies if we have the part. "
        "If we do not, we will ring you to say sorry."
    )


def test_a_promise_without_remedy_says_what_happens_if_it_takes_longer():
    plain = promise(remedy=Remedy(), fallback="we will tell you when")
    printed = poster_promise(source_of(plain), plain)
    assert printed.remedy == "If we need longer, we will tell you when."
    assert (printed.figure, printed.unit) == ("2", "days")
    assert printed.short == "Promise about email"
    bare = replace(plain, fallback="")
    assert poster_promise(source_of(bare), bare).remedy == ""


def test_an_aim_never_passes_for_a_promise_on_the_poster():
    aim = promise(kind=StandardKind.AIM, target_pct=Decimal(90))
    printed = poster_promise(source_of(aim), aim)
    assert printed.unit == "days: our aim"
    assert printed.sentence == (
        "We aim to answer your email within 2 days of getting it in 9 of 10 cases."
    )
    ticked = replace(aim, measure=Measure.YES_NO, limit=None)
    assert poster_promise(source_of(ticked), ticked).unit == "our aim"


def test_a_page_has_its_standards_in_print_order():
    source = source_of(
        promise("a"), promise("b", page="late"), promise("c"), promise("d", page="safe")
    )
    sentences = [block.sentence for block in page_standards(source, "how_fast")]
    assert sentences == [
        "We will answer your a within 2 days of getting it.",
        "We will answer your c within 2 days of getting it.",
    ]
