# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The letter about a new price: choices to begin with, a warning when it is late, no promise."""

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.store.engine import DeskFile
from tests.services.letters_made import Shop, can_issue, said, shop_of, text_of


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def test_a_notice_of_a_new_price_begins_with_choices_and_warns_when_it_is_late(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = said(
        writing.draft("L20", customer_id=shop.customer()),
        notice__what="Boiler care plan",
        notice__old="12",
        notice__new="£14 with parts",
        notice__from="2026-10-20",
        notice__why="Parts cost more",
        notice__leave="ring me",
        notice__better="There is none",
    )
    assert "Leave before that day" in draft.values["notice.choices"]
    check = writing.check(draft)
    assert can_issue(check)
    assert [one.code for one in check.findings] == ["notice_short"]
    text = text_of(writing.preview(draft))
    for part in ("£12.00", "£14 with parts", "20 October 2026", "Ask me for something", "ring me"):
        assert part in text
    early = said(draft, notice__from="2026-10-30")
    assert writing.check(early).findings == ()
    before = len(shop.services.promises.open_of(draft.customer_id or 0))
    writing.issue(early, "Ruth")
    assert len(shop.services.promises.open_of(draft.customer_id or 0)) == before
    with pytest.raises(Refusal, match="letter_coming_over"):
        writing.issue(said(draft, notice__from="2026-09-29"), "Ruth")
