# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an offer already says of a letter about its new price."""

import pytest

from servicedesk.domain.fairness import OfferDraft
from servicedesk.domain.letters_notice import TYPED
from servicedesk.domain.letters_offers import notice_of

PLAN = OfferDraft(
    name="Boiler care plan",
    per="a month",
    new_pence=1200,
    existing_pence=1550,
    leaving="Write to us\nRing us.",
)


def test_an_offer_fills_in_its_name_both_prices_and_how_to_leave() -> None:
    known = notice_of(PLAN)
    assert known == {
        "notice.what": "Boiler care plan",
        "notice.old": "£15.50 a month",
        "notice.new": "£12.00 a month",
        "notice.leave": "Write to us; Ring us",
    }
    assert set(known) <= set(TYPED)


@pytest.mark.parametrize(
    ("existing", "new", "names"),
    [
        (None, None, set()),
        (1200, None, {"notice.old"}),
        (None, 1200, {"notice.new"}),
        (1200, 1200, {"notice.old"}),
        (0, 1200, {"notice.old", "notice.new"}),
    ],
)
def test_a_price_that_nobody_knows_is_left_to_be_typed(
    existing: int | None, new: int | None, names: set[str]
) -> None:
    known = notice_of(OfferDraft(name="Card", existing_pence=existing, new_pence=new))
    assert set(known) == names | {"notice.what"}
