# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What keeps a letter from going out is said at the buttons, and what mends it is in sight."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication

from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Refusal
from servicedesk.ui.letters.holding import Where
from servicedesk.ui.letters.state import Then
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.letters_made import TODAY
from tests.ui.letters.hands import button, field_of, typed
from tests.ui.letters.test_complaints import complaint

UNWRITTEN = "things are still needed before it can go out"
SAID = ("what_happened", "effect_on_you", "findings", "remedies", "change")


def held(room):
    """What the foot says of why it has not gone out."""
    foot = room.page.write.print_button.parentWidget()
    said = foot.held_text()
    assert not said or said in seen_texts(foot)
    return said


def is_in_sight(widget):
    QCoreApplication.processEvents()
    return not widget.visibleRegion().isEmpty()


@pytest.fixture
def answer(room):
    """The answer to a complaint after which somebody was hurt, as it stands when all is typed."""
    number = complaint(room, is_safety=True)
    room.bench.services.complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), "Ruth")
    room.go("L04", f"complaint:{number}")
    for name in SAID:
        room.page.presenter.type(name, "The disc was worn out")
    room.settle()
    return number


def test_without_a_printer_the_foot_says_so_and_offers_the_other_way(room, monkeypatch):
    number = complaint(room)
    room.go("L01", f"complaint:{number}")
    monkeypatch.setattr(room.page.presenter.outgoing.printers, "are_there", lambda: False)
    button(room, "Issue and print").click()
    assert "No printer is set up on this computer" in held(room)
    assert seen_texts(room.page).count(held(room)) == 1
    assert room.page.focusWidget() is room.page.write.save_button
    assert findings(room.page) == []
    room.page.presenter.type("stand_in", "Tom Reed")
    assert held(room) == ""


def test_what_the_complaint_still_needs_is_brought_into_sight(room, answer):
    link = button(room, "To the complaint")
    field_of(room, "change").focus_target().setFocus()
    room.page.write._page.ensureWidgetVisible(field_of(room, "signatory"))
    assert not is_in_sight(link)
    button(room, "Issue and print").click()
    assert "tell your insurer" in held(room)
    assert room.page.focusWidget() is link
    assert is_in_sight(link)
    assert findings(room.page) == []
    room.page.leave()
    room.go("L02", f"complaint:{answer}")
    assert held(room) == ""


def test_words_that_cannot_be_sent_are_brought_into_sight(room):
    number = complaint(room)
    room.go("L01", f"complaint:{number}")
    presenter = room.page.presenter
    presenter.write_words("We are certified to ISO 10002. Thank you, {complaint.ref}.")
    room.settle()
    button(room, "Issue and print").click()
    assert presenter.state.held.at is Where.WORDS
    assert held(room) == presenter.state.fault
    assert is_in_sight(room.page.focusWidget())
    assert room.page.focusWidget() in room.page.write._words.findChildren(
        type(room.page.focusWidget())
    )


def test_fields_that_are_still_empty_are_told_at_the_button_too(room):
    room.go("L13")
    button(room, "Issue and print").click()
    assert UNWRITTEN in held(room)
    typed(room, "customer.name", "Ben Ode")
    assert held(room) == ""
    room.page.presenter.type("promise.text", "Mend the lamp")
    button(room, "Issue and print").click()
    assert held(room) == "This letter needs “By when” before it can go out."


def test_a_day_that_cannot_be_read_keeps_the_letter_here(room):
    number = complaint(room)
    room.go("L01", f"complaint:{number}")
    presenter = room.page.presenter
    presenter.refuse("decide_by", Refusal("day_not_read", "decide_by", found="soonish"))
    presenter.issue(Then.PRINT)
    assert presenter.state.held.at is Where.FIELD
    assert room.printed == []
    presenter.type("decide_by", date(2026, 10, 12))
    presenter.issue(Then.PRINT)
    assert presenter.state.held is None
