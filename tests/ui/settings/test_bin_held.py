# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bin on the screen says what must be kept, before and after it is emptied."""

from datetime import date

import pytest

from servicedesk.domain.bins import BIN_DAYS
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.holds import HoldDraft
from servicedesk.ui.settings.bin_presenter import BinPresenter
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.services.customers_made import RUTH
from tests.ui.charter.benches import Heard, bench_in

TODAY = date(2026, 9, 14)
HELD = "old thing must be kept. “What must be kept” says why."


@pytest.mark.parametrize(("count", "note"), [(1, "One"), (2, "2")])
def test_what_must_be_kept_is_said_and_stays(tmp_path, qtbot, count, note):
    speak_british()
    clock = FixedClock(TODAY)
    with bench_in(tmp_path, clock) as bench:
        services, heard = bench.services, Heard(bench)
        cards = [
            services.customers.add(CustomerDraft(name=f"Tom {one}"), RUTH).card
            for one in range(count + 1)
        ]
        for card in cards[1:]:
            hold = HoldDraft(customer_id=card.id, reason="court", since=TODAY)
            services.holds.add(hold, RUTH)
        services.customers.bin([card.id for card in cards], RUTH)
        clock.advance(days=BIN_DAYS + 1)
        shown = BinPresenter(bench)
        shown.load()
        assert shown.has_old
        words = HELD if count == 1 else HELD.replace("thing", "things")
        assert shown.state.note.endswith(f"{note} {words}")
        assert shown.state.note.startswith("One thing has been here for more than")
        shown.empty()
        assert len(shown.state.lines) == count
        assert not shown.has_old
        assert shown.state.note == f"{note} {words}"
        assert f"The bin was emptied. What must be kept stayed: {count}." in str(heard.said)
