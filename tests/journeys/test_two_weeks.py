# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Two weeks of a plumber's promises over Christmas, by keyboard, in the real program.

Kept, late, revised, released, taken back; bank holidays, a day that is shut, a power cut, a week
away. Each scene is a process of its own on the same file, started as a person starts it.
"""

import sys
from datetime import date

import pytest

from servicedesk.domain.promises import Outcome, PromiseChip, PromiseFilter
from tests.journeys import two_weeks
from tests.journeys.living import live_all, looked_into, set_up
from tests.journeys.two_weeks import HALF_TYPED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")


def test_a_plumbers_two_weeks(tmp_path, record_property):
    set_up(tmp_path)
    record_property("keys", f"A plumber's two weeks: {live_all(tmp_path, two_weeks)}")
    with looked_into(tmp_path) as desk:
        services = desk.services
        listed = services.promises.lists.rows(
            services.promises.lists.ids(PromiseFilter(chip=PromiseChip.ALL))
        )
        cards = {
            card.draft.text: card for card in (services.promises.get(row.id) for row in listed)
        }
        rates = services.promises.rates(date(2026, 12, 21), date(2027, 1, 8))
        asked = services.timeline.of(cards["ring about the boiler"].draft.customer_id or 0)
    endings = {text: card.ending.outcome for text, card in cards.items() if card.ending}
    assert endings == {
        "ring about the boiler": Outcome.KEPT,
        "order the brass hinges": Outcome.KEPT,
        "send the quote for the bathroom": Outcome.KEPT,
        HALF_TYPED: Outcome.RELEASED,
        "mend the tap in the yard": Outcome.LATE,
    }
    assert set(endings) == set(cards)  # what nobody said was taken back
    quote, hinges = cards["send the quote for the bathroom"], cards["order the brass hinges"]
    assert quote.is_revised
    assert (quote.first_due.day, quote.due.day) == (date(2026, 12, 23), date(2027, 1, 5))
    assert hinges.ending is not None
    assert hinges.ending.on == date(2026, 12, 22)  # written down eight days later
    assert (rates.kept, rates.late, rates.broken, rates.released) == (3, 1, 0, 1)
    assert (rates.revised, rates.average_late_days, rates.undecided) == (1, 1, 0)
    assert any("fit showers" in entry.title for entry in asked)
