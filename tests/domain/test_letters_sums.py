# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Money that a letter says goes back: a sum that can be meant, or a sentence beside its field."""

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters_sums import check_refund
from tests.helpers.builders import words

UNREAD = "“{}” is no sum that can be read. Type it like 12 or 12.50."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("-5", UNREAD.format("-5")),
        ("1,2,3", UNREAD.format("1,2,3")),
        ("1e9", UNREAD.format("1e9")),
        ("all of it", UNREAD.format("all of it")),
        ("1000000000", "This sum is larger than there is room for."),
        ("1000001", "This is more than £1,000,000. Please check the amount."),
        ("0", "This says that nothing goes back. Give the sum that does."),
    ],
)
def test_money_back_that_cannot_be_meant(typed: str, sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_refund({"amount": typed})
    assert (caught.value.field, words().refusal(caught.value)) == ("amount", sentence)


@pytest.mark.parametrize("typed", ["", " ", "45", "£45.00", "1,200.50", "50p", "1,000,000"])
def test_money_back_that_can(typed: str) -> None:
    check_refund({"amount": typed})
    check_refund({"price": "-5, or so"})
