# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about feedback on screen: begun from what somebody said, and before it is on record."""

from servicedesk.domain.feedback import Decision, FeedbackKind
from servicedesk.domain.letters_fields_feedback import DECISION
from servicedesk.ui.letters.state import About, Then
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.feedback_made import logged
from tests.services.letters_made import ASHA, TODAY
from tests.ui.letters.hands import button, field_of, typed
from tests.ui.letters.test_outlook import outlook, tick

PRAISE = "Your lad Tom swept the floor after."


def praise(room, **said):
    """Praise of Tom by a customer; its number."""
    more = {"kind": FeedbackKind.COMPLIMENT, "staff": "Tom", "customer_id": room.shop.customer()}
    return logged(room.bench.services, PRAISE, **{**more, **said}).id


def test_about_feedback_its_two_letters_are_offered(room):
    number = praise(room)
    room.go(item=f"feedback:{number}")
    state = room.page.presenter.state
    assert [one.id for one in state.choices] == ["L17", "L18"]
    assert state.about_words == f"F-2026-0001, Mrs Asha Patel: {PRAISE}"
    assert About.read(f"feedback:{number}").item == f"feedback:{number}"
    room.go(item=f"promise:{room.shop.promise(None)}")
    assert "L17" not in [one.id for one in room.page.presenter.state.choices]
    room.go()
    offered = [one.id for one in room.page.presenter.state.choices]
    assert offered[:8] == ["L13", "L14", "L15", "L17", "L18", "L19", "L20", "L21"]
    room.go(item="feedback:99")
    assert room.page.presenter.state.about_words == ""


def test_a_thank_you_says_what_it_notes_and_leads_back_to_what_they_said(room):
    number = praise(room)
    room.go("L17", f"feedback:{number}")
    assert outlook(room) == (
        "Sending this also notes that they were thanked and notes that Tom knows of it."
    )
    shown = seen_texts(room.page.write)
    assert "Remember: Ask about the cat" in " ".join(shown)
    assert "To whom" not in shown
    assert findings(room.page) == []
    room.page.write.issue(Then.PRINT)
    assert room.bench.services.feedback.get(number).thanked_on == TODAY
    assert room.heard.said == ["The letter is issued and kept. Their feedback says so too."]
    button(room, "To what they said").click()
    place = room.heard.places[-1]
    assert (place.room, place.item) == ("feedback", str(number))
    button(room, "Another letter").click()
    assert room.heard.places[-1].item == f"feedback:{number}"
    button(room, "Take it back: it did not go out").click()
    assert room.bench.services.feedback.get(number).thanked_on is None


def test_an_answer_notes_what_becomes_of_it(room):
    number = praise(room, kind=FeedbackKind.SUGGESTION, staff="")
    room.go("L18", f"feedback:{number}")
    field_of(room, DECISION).show_typed(Decision.NOT_NOW.value)
    typed(room, "answer", "The step is the landlord's")
    assert outlook(room) == (
        "Sending this also notes what becomes of it and notes that they were told."
    )
    room.page.write.issue(Then.PRINT)
    card = room.bench.services.feedback.get(number)
    assert (card.decision, card.answered_on) == (Decision.NOT_NOW, TODAY)


def test_an_answer_to_praise_cannot_go_out_and_says_why(room):
    number = praise(room)
    room.go("L18", f"feedback:{number}")
    field_of(room, DECISION).show_typed(Decision.DONE.value)
    typed(room, "answer", "We go on")
    room.settle()
    assert outlook(room) == ""
    assert "is a compliment" in " ".join(seen_texts(room.page.write))
    room.page.write.issue(Then.PRINT)
    assert "is a compliment" in room.page.presenter.state.held.said
    button(room, "To what they said").click()
    assert room.heard.places[-1].room == "feedback"


def test_before_the_record_it_is_written_down_with_the_letter_or_not(room):
    customer = room.shop.customer(ASHA)
    room.go("L17", f"customer:{customer}")
    typed(room, "compliment", "Lovely people")
    assert outlook(room).startswith("Sending this also writes down what they said")
    box = tick(room, "Write down what they said")
    box.click()
    assert outlook(room) == ""
    box.click()
    room.page.write.issue(Then.PRINT)
    assert room.heard.said == ["The letter is issued and kept. What they said is written down."]
    assert room.bench.services.feedback.get(1).draft.text == "Lovely people"


def test_whoever_gave_a_name_alone_can_be_found_among_the_customers(room):
    number = praise(room, customer_id=None, called="Jo")
    customer = room.shop.customer()
    room.go("L17", f"feedback:{number}")
    presenter = room.page.presenter
    assert presenter.state.draft.values["customer.name"] == "Jo"
    presenter.choose_customer(customer)
    draft = presenter.state.draft
    assert (draft.customer_id, draft.feedback_id) == (customer, number)
    assert draft.values["customer.name"] == "Mrs Asha Patel"
    assert draft.values["compliment"] == f"“{PRAISE}”"
