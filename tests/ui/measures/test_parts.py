# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room leads to each of its parts and keeps them; a part it does not have shows the figures."""

import pytest

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.measures.page import BY_HAND
from tests.helpers.audits import findings


@pytest.mark.parametrize("part", BY_HAND)
def test_what_is_counted_by_hand_is_a_page_of_the_room(opened, part):
    page = opened(part)
    shown = page.by_hand(part)
    assert shown.isVisible()
    assert shown.isAncestorOf(page.first_focus())
    assert findings(page) == []
    page.arrive(Place(room="measures"))
    assert page.figures.isVisible()
    page.arrive(Place(room="measures", part=part))
    assert page.by_hand(part) is shown
    page.leave()


@pytest.mark.parametrize("part", BY_HAND)
def test_ctrl_p_asks_the_part_that_is_shown(opened, part, monkeypatch):
    page = opened(part)
    monkeypatch.setattr(page.by_hand(part), "print_job", lambda: part)
    assert page.print_job() == part


def test_a_part_that_is_not_there_shows_the_figures(opened):
    page = opened("nowhere")
    assert page.figures.isVisible()
    assert page.first_focus() is page.figures.chooser.row.resting()
