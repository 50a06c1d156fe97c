# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The choices beside the page: their words are read whole."""

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.printing import PaperOffer
from servicedesk.ui.printing.choices import PrintChoices
from tests.helpers.builders import words

PAPERS = ("complaint_sheet", "complaint_whole", "complaint_copy")
WIDE = 19
"""Text heights that the choices get beside the page."""


@pytest.mark.parametrize("percent", [100, 200])
def test_the_papers_of_a_complaint_fit_beside_the_page(qtbot, look, dressed, percent):
    dressed("light", percent)
    offers = tuple(
        PaperOffer(id=one, sizes=(PaperSize.A4, PaperSize.LETTER), can_be_large=True)
        for one in PAPERS
    )
    choices = PrintChoices("Complaint C-2026-0001", offers, words())
    qtbot.addWidget(choices)
    choices.resize(look.em(WIDE), 700)
    choices.show()
    assert choices.widget().minimumSizeHint().width() <= choices.viewport().width()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_of_a_paper_gets_the_room_it_needs(qtbot, look, dressed, percent):
    dressed("light", percent)
    offers = tuple(
        PaperOffer(id=one, sizes=(PaperSize.A4, PaperSize.LETTER))
        for one in ("charter_evidence", "charter_evidence_names")
    )
    choices = PrintChoices("Evidence list", offers, words())
    qtbot.addWidget(choices)
    choices.resize(choices.needs(), 400)
    choices.show()
    assert choices.widget().minimumSizeHint().width() <= choices.viewport().width()
