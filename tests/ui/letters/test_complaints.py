# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of letters about a complaint: what fits, what sending does, what holds it back."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtWidgets import QCheckBox

from servicedesk.domain.complaints import ComplaintDraft, Content, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.letters import sent as sent_view
from servicedesk.ui.letters.sending import AT_ONCE
from servicedesk.ui.letters.state import Then
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.letters_made import TODAY
from tests.ui.letters.hands import button, field_of, typed

CAME = datetime(2026, 9, 29, 9, tzinfo=UTC)


def complaint(room, **more):
    draft = ComplaintDraft(
        text="The saw stopped",
        received_at=CAME,
        **{"customer_id": room.shop.customer(), **more},
    )
    return room.bench.services.complaints.log(draft, "Ruth").card.id


def test_a_complaint_offers_its_letters_the_next_one_first(room):
    number = complaint(room)
    room.go("", f"complaint:{number}")
    texts = seen_texts(room.page)
    assert "Next for this complaint" in texts
    assert "Also possible now" in texts
    assert room.page.presenter.state.choices[0].id == "L01"
    assert findings(room.page) == []
    button(room, "Complaint received").click()
    assert room.heard.places[-1].part == "L01"
    assert room.heard.places[-1].item == f"complaint:{number}"


def test_sending_says_beforehand_what_it_does_to_the_complaint(room):
    number = complaint(room)
    room.go("L01", f"complaint:{number}")
    assert "Remember: Ask about the cat" in " ".join(seen_texts(room.page))
    said = "Sending this also notes that they know you have it."
    assert room.page.write.outlook.text() == said
    assert findings(room.page) == []
    room.page.write.issue(Then.PRINT)
    room.settle()
    assert room.bench.services.complaints.get(number).stage is Stage.ACKNOWLEDGED
    assert "The complaint says so too." in room.heard.said[-1]
    button(room, "To the complaint").click()
    assert (room.heard.places[-1].room, room.heard.places[-1].item) == ("complaints", str(number))
    button(room, "Another letter").click()
    assert room.heard.places[-1].item == f"complaint:{number}"
    room.go("", f"complaint:{number}")
    assert "Possible now" in seen_texts(room.page)


def test_another_letter_about_the_same_complaint_shows_its_own_form(room):
    """Somebody who is nobody's customer yet: acknowledged in writing, answered at once after it."""
    number = complaint(room, customer_id=None, called="Mrs Jean O'Brien")
    room.go("", f"complaint:{number}")
    room.go("L01", f"complaint:{number}")
    room.page.write.issue(Then.PRINT)
    room.settle()
    room.bench.services.complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), "Ruth")
    room.page.leave()
    for template in ("L04", "L02", "L04"):
        room.go("", f"complaint:{number}")
        room.go(template, f"complaint:{number}")
        state = room.page.presenter.state
        assert state.template.id == template
        assert state.template.title in seen_texts(room.page)
        shown = set(room.page.write._fields)
        assert shown == {one.name for one in state.fields if one.name != "cancel_right"}
        assert set(state.template.needs) <= shown
        if template == "L04" and "effect_on_you" not in state.draft.values:
            room.page.write.issue(Then.PRINT)
            assert "effect_on_you" in room.page.presenter.state.errors
    room.page.leave()


def test_a_letter_left_until_tomorrow_counts_its_days_from_tomorrow(room):
    number = complaint(room)
    room.bench.services.complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), "Ruth")
    room.go("L04", f"complaint:{number}")
    typed(room, "effect_on_you", "A day lost")
    until = date.fromisoformat(room.page.presenter.state.draft.values["review_by"])
    room.page.leave()
    room.shop.clock.set(TODAY + timedelta(days=1))
    room.go("L04", f"complaint:{number}")
    values = room.page.presenter.state.draft.values
    assert values["effect_on_you"] == "A day lost"
    assert date.fromisoformat(values["review_by"]) > until


def test_a_letter_before_the_record_says_that_it_writes_the_complaint_down(room):
    room.go("L01")
    typed(room, "customer.name", "Ben Ode")
    typed(room, "complaint.summary", "The lamp went out")
    said = "Sending this also writes the complaint down and notes that they know you have it."
    assert room.page.write.outlook.text() == said
    tick = next(
        one
        for one in room.page.findChildren(QCheckBox)
        if one.text() == "Write the complaint down as well"
    )
    tick.click()
    assert room.page.write.outlook.text() == ""
    tick.click()
    room.page.write.issue(Then.PRINT)
    room.settle()
    assert "The complaint is written down." in room.heard.said[-1]
    assert room.bench.services.complaints.get(1).draft.text == "The lamp went out"


def test_what_holds_a_letter_back_leads_to_where_it_is_mended(room):
    number = complaint(room, is_safety=True)
    take = room.bench.services.complaints.take
    take(number, Action.INVESTIGATE, Given(on=TODAY), "Ruth")
    room.go("L04", f"complaint:{number}")
    button(room, "To the complaint").click()
    assert room.heard.places[-1].room == "complaints"
    scheme = {"outside_help_status": "trade_body", "outside_help_body": "Fair Blades"}
    room.bench.services.business.save(scheme, "Ruth")
    room.go("L04")
    assert "To outside help" in seen_texts(room.page)
    button(room, "To outside help").click()
    assert (room.heard.places[-1].room, room.heard.places[-1].part) == ("settings", "outside_help")
    room.bench.services.business.save({"outside_help_accredited": "yes"}, "Ruth")
    room.settle()
    assert any("Nobody wrote down when" in text for text in seen_texts(room.page))
    assert findings(room.page) == []


def test_a_claim_asks_for_the_supplier_and_names_no_customer(room):
    number = complaint(room)
    room.go("L28", f"complaint:{number}")
    assert room.page.presenter.state.draft.customer_id is None
    assert not any("Patel" in text for text in seen_texts(room.page))
    assert findings(room.page) == []


def test_the_last_day_to_cancel_follows_until_it_is_typed(room):
    room.go("L29")
    presenter = room.page.presenter
    presenter.type("contract.date", date(2026, 9, 1))
    assert presenter.state.draft.values["contract.cancel_by"] == "2026-09-15"
    presenter.type("contract.cancel_by", TODAY)
    presenter.type("contract.date", TODAY)
    assert presenter.state.draft.values["contract.cancel_by"] == TODAY.isoformat()


def test_a_letter_is_saved_as_a_mail_that_only_has_to_be_sent(room, tmp_path, monkeypatch):
    number = complaint(room)
    path = tmp_path / "letter.eml"
    opened = []
    monkeypatch.setattr(sent_view, "save_file", lambda *_: path)
    monkeypatch.setattr(room.bench.doors, "open_file", opened.append)
    room.go("L01", f"complaint:{number}")
    room.page.write.issue(Then.PRINT)
    room.settle()
    button(room, "Save as e-mail draft").click()
    assert b"X-Unsent: 1" in path.read_bytes()
    assert opened == [path]
    assert "No e-mail address is on record" in room.heard.said[-1]
    monkeypatch.setattr(sent_view, "save_file", lambda *_: tmp_path / "no folder" / "letter.eml")
    button(room, "Save as e-mail draft").click()
    assert room.heard.troubles
    assert opened == [path]

    def gone(_number):
        raise Refusal("record_gone", record="letters")

    room.bench.services.letters_writing.mail_draft = gone
    button(room, "Save as e-mail draft").click()
    assert opened == [path]


def put_right(room, count):
    """Complaints that were sorted two weeks ago, with customers who were not content."""
    complaints = room.bench.services.complaints
    room.shop.clock.set(datetime(2026, 9, 14, 12, tzinfo=UTC))
    for at in range(count):
        customer = room.shop.customer(CustomerDraft(name=f"Customer {at + 1}"))
        came = datetime(2026, 9, 14, 9, tzinfo=UTC)
        draft = ComplaintDraft(text="Late", received_at=came, customer_id=customer)
        sorted_out = SortedDraft(
            did="Came again", told_by=Channel.PHONE, on=date(2026, 9, 14), content=Content.NO
        )
        complaints.log_sorted(draft, sorted_out, "Ruth")
    room.shop.clock.set(datetime(2026, 9, 30, 9, tzinfo=UTC))


def test_everybody_is_asked_at_once_whether_it_is_still_all_right(room):
    put_right(room, 2)
    room.go()
    button(room, "Ask 2 customers whether it is still all right").click()
    assert (room.heard.places[-1].part, room.heard.places[-1].item) == ("L16", "follow_ups")
    room.go("L16", "follow_ups")
    assert room.page.presenter.state.letters == 2
    assert any("put right a while ago" in text for text in seen_texts(room.page))
    assert findings(room.page) == []
    room.page.write.issue(Then.PRINT)
    room.settle()
    assert room.heard.said[-1] == "2 letters are issued and kept."
    assert room.bench.services.letters_writing.follow_ups_due() == ()


def test_many_letters_show_how_far_they_are_and_are_stopped(room, qtbot):
    put_right(room, AT_ONCE + 1)
    room.go("L16", "follow_ups")
    presenter, foot = room.page.presenter, room.page.write.print_button.parentWidget()
    room.page.write.issue(Then.PRINT)
    assert presenter.state.sending == (0, AT_ONCE + 1)
    assert not room.page.write.print_button.isEnabled()
    room.page.write.issue(Then.PRINT)
    foot.stop_button.click()
    assert presenter.state.sending is None
    assert room.page.write.print_button.isEnabled()
    room.settle()
    writing = room.bench.services.letters_writing
    assert len(writing.follow_ups_due()) == AT_ONCE + 1
    with qtbot.waitSignal(presenter.issued, timeout=60_000) as issued:
        room.page.write.issue(Then.PRINT)
    assert len(issued.args[0]) == AT_ONCE + 1
    assert writing.follow_ups_due() == ()


def test_many_letters_that_cannot_go_out_say_why(room, qtbot, monkeypatch):
    put_right(room, AT_ONCE + 1)
    room.go("L16", "follow_ups")
    presenter = room.page.presenter
    for fault in (Refusal("letter_not_now", title="L16"), Trouble("disk_full", name="shop")):

        def fails(*_args, of=fault):
            raise of

        monkeypatch.setattr(room.bench.services.letters_writing, "issue_all", fails)
        room.page.write.issue(Then.PRINT)
        qtbot.waitUntil(lambda: presenter.state.sending is None, timeout=60_000)
    assert presenter.state.fault
    assert room.heard.troubles


def test_the_foot_says_which_promises_an_answer_writes_down(room):
    number = complaint(room)
    room.bench.services.complaints.take(number, Action.INVESTIGATE, Given(on=TODAY), "Ruth")
    room.go("L07", f"complaint:{number}")
    write = room.page.write
    field_of(room, "remedies").focus_target().clear()
    pasted = "£40 back by Friday 2 October\nA new blade\nTom rings you"
    field_of(room, "remedies").focus_target().insertPlainText(pasted)
    typed(room, "change", "We look at every blade")
    room.settle()
    said = write.outlook.text()
    assert "writes down the promise “£40 back” for Fri 2 Oct" in said
    assert "writes down “A new blade” under what puts it right and writes down what" in said
    assert "No day is said for “A new blade”" in said
    assert "“Tom rings you” stays words of the letter." in said
