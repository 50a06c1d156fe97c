# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A text of ours becomes one for this shop, and the owner's words are held against it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.letters_wordings import LineIn
from servicedesk.domain.written import (
    JOB_SHEETS,
    OwnText,
    WrittenCard,
    WrittenPaper,
    WrittenShape,
    WrittenTemplate,
    fingerprint,
    for_this_shop,
)

BODY = """# Opening

[ ] {trade}

- {trade}

- {?has.staff} Tell the next shift.

## {?!has.staff} Alone

{?!has.staff} All yours.


The end."""


def card(**kept):
    template = WrittenTemplate(
        paper=WrittenPaper.POLICY, shape=WrittenShape.PAGE, use="", needs=(), body="# A\n\nB"
    )
    return WrittenCard(template=template, ours="# A\n\nB", kept=OwnText(**kept), parts=())


def test_the_lines_of_the_trade_come_in_the_place_that_waits_for_them():
    made = for_this_shop(BODY, ("one", "two"), has_helpers=True)
    assert made.splitlines()[:8] == [
        *("# Opening", "", "[ ] one", "[ ] two", "", "- one", "- two", ""),
    ]


def test_a_trade_that_says_nothing_of_its_own_leaves_no_gap():
    made = for_this_shop(BODY, (), has_helpers=True)
    assert made == "# Opening\n\n- Tell the next shift.\n\nThe end."


def test_a_business_of_one_gets_what_is_for_one_and_nobody_else_does():
    made = for_this_shop(BODY, (), has_helpers=False)
    assert made == "# Opening\n\n## Alone\n\nAll yours.\n\nThe end."


@given(st.text(), st.lists(st.text(), max_size=3), st.booleans())
def test_what_comes_of_any_text_has_no_gap_and_no_space_around_it(body, lines, has_helpers):
    made = for_this_shop(body, lines, has_helpers=has_helpers)
    assert "\n\n\n" not in made
    assert made == made.strip()


@given(st.text(), st.text())
def test_a_text_has_one_fingerprint_and_another_text_another(one, other):
    assert fingerprint(one) == fingerprint(f"{one}  \n")
    same = [line.rstrip() for line in one.strip().splitlines()] == [
        line.rstrip() for line in other.strip().splitlines()
    ]
    assert (fingerprint(one) == fingerprint(other)) is same


def test_our_words_are_nobody_elses():
    ours = card()
    assert (ours.body, ours.is_own, ours.is_behind, ours.differences) == (
        ours.ours,
        False,
        False,
        (),
    )
    assert ours.paper is WrittenPaper.POLICY


def test_own_words_are_behind_once_ours_are_others():
    own = card(body="# A\n\nC", based_on=fingerprint("# A\n\nB"))
    assert (own.body, own.is_own, own.is_behind) == ("# A\n\nC", True, False)
    assert [(one.where, one.text) for one in own.differences] == [
        (LineIn.OWN, "C"),
        (LineIn.OURS, "B"),
    ]
    assert card(body="# A", based_on=fingerprint("# Old")).is_behind


def test_a_paper_that_was_only_printed_has_no_words_of_its_own():
    assert not card(printed_on=date(2026, 11, 23)).is_own


def test_there_are_six_job_sheets():
    assert len(JOB_SHEETS) == 6
    with pytest.raises(ValueError, match="job_none"):
        WrittenPaper("job_none")
