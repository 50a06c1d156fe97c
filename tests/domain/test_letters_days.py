# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days of a letter that cannot all be meant are refused beside the field to mend."""

from datetime import date

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters_days import check_days
from tests.domain.complaints_made import LAW
from tests.helpers.builders import words

TODAY = date(2026, 12, 21)


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        (
            {"closure.from": "2027-01-09", "closure.to": "2027-01-02"},
            "letter_closure_backwards",
            "closure.to",
        ),
        (
            {"closure.from": "2026-12-24", "closure.back_on": "2026-12-24"},
            "letter_back_too_soon",
            "closure.back_on",
        ),
        (
            {
                "closure.from": "2026-12-24",
                "closure.to": "2027-01-02",
                "closure.back_on": "2027-01-02",
            },
            "letter_back_too_soon",
            "closure.back_on",
        ),
        ({"done_on": "2027-01-02"}, "letter_done_ahead", "done_on"),
        ({"old_due": "2026-12-23", "new_due": "2026-12-23"}, "letter_day_not_later", "new_due"),
        ({"new_due": "2026-12-20"}, "letter_day_over", "new_due"),
        ({"reply_by": "2026-12-20"}, "letter_reply_over", "reply_by"),
        ({"decide_by": "2026-12-20"}, "letter_coming_over", "decide_by"),
        ({"new_date": "2026-12-20"}, "letter_coming_over", "new_date"),
        ({"review_by": "2026-12-20"}, "letter_coming_over", "review_by"),
        ({"valid_until": "2026-12-20"}, "letter_coming_over", "valid_until"),
        ({"remedy.due": "2026-12-20"}, "letter_coming_over", "remedy.due"),
        ({"behaviour.review_on": "2026-12-20"}, "letter_coming_over", "behaviour.review_on"),
        ({"sent_on": "2026-12-22"}, "letter_not_yet_sent", "sent_on"),
        (
            {"sent_on": "2026-12-21", "expect_by": "2026-12-20"},
            "letter_there_before_sent",
            "expect_by",
        ),
        (
            {"contract.date": "2026-12-21", "contract.cancel_by": "2027-01-03"},
            "letter_cancel_too_soon",
            "contract.cancel_by",
        ),
        (
            {
                "contract.date": "2026-12-01",
                "contract.delivered_on": "2026-12-21",
                "contract.cancel_by": "2026-12-15",
            },
            "letter_cancel_too_soon",
            "contract.cancel_by",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(values: dict[str, str], code: str, field: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_days(values, TODAY, LAW)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert words().refusal(caught.value)


def test_what_can_be_meant_goes_out() -> None:
    check_days(
        {
            "closure.from": "2026-12-24",
            "closure.to": "2027-01-02",
            "closure.back_on": "2027-01-04",
            "done_on": "2026-12-21",
            "old_due": "2026-12-18",
            "new_due": "2026-12-21",
            "reply_by": "2026-12-21",
            "decide_by": "2026-12-21",
            "remedy.due": "2026-12-21",
            "sent_on": "2026-12-21",
            "expect_by": "2026-12-21",
            "contract.date": "2026-12-21",
            "contract.cancel_by": "2027-01-04",
        },
        TODAY,
        LAW,
    )
    check_days({"new_due": "soon", "closure.back_on": "2027-01-04"}, TODAY, LAW)
