# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The full file of a complaint: what each card tells, and when it is read."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import About, Finding, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    EntryDraft,
    EntryKind,
    OutsideKind,
    ReferralCard,
    ReferralDraft,
)
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.ui.complaints import file_asks_outside
from servicedesk.ui.complaints.file_cards import FileCards
from servicedesk.ui.people.complaint_form import ComplaintForm
from servicedesk.ui.widgets.buttons import side_button
from tests.helpers.audits import findings, off_order
from tests.helpers.qt import seen_texts
from tests.ui.complaints.file_made import (
    DAY_1,
    RUTH,
    TODAY,
    field,
    full,
    log,
    press_way,
    shown,
    type_into,
    ways,
)
from tests.ui.widgets.made import press, write

SHOP_WORDS = re.compile(
    r"upheld|finding|redress|deadlock|escalat|\bADR\b|complainant|corrective|root cause|"
    r"investigat|\bP[123]\b",
    re.IGNORECASE,
)


def facts(cards: FileCards, card: str) -> dict[str, str]:
    return dict(cards.cards[card].state.facts)


def lines(cards: FileCards, card: str):
    return cards.cards[card].state.lines


def visible(cards: FileCards) -> list[str]:
    return [key for key, card in cards.cards.items() if card.isVisibleTo(cards)]


@pytest.fixture
def cards(bench, qtbot):
    """A file with something in every card."""
    return shown(bench, qtbot, full(bench))


def test_the_form_says_what_the_short_view_leaves_out(cards):
    told = facts(cards, "about")
    assert told["Who"] == "Mrs Meena Patel"
    assert told["They speak for"] == "her mother"
    assert told["Goods or service"] == "Wet saw, hired for a week"
    assert told["Happened on"] == "Tue 17 Nov"
    assert told["Worth"] == "£120"
    assert told["They want"] == "Money back; Apology; and a saw that works by Friday"
    assert told["Also"] == "it goes on, the goods came from stock"
    ((tone, sentence),) = cards.cards["about"].state.notices
    assert tone == "due"
    assert "yes" in sentence


def test_the_weight_is_told_in_words(cards):
    told = facts(cards, "weighing")
    assert told["How bad for them"] == "Serious harm"
    assert told["Its turn"] == "Goes first"
    assert told["Said on"] == "Wed 25 Nov"


def test_a_complaint_that_nobody_weighed_says_so(bench, qtbot):
    cards = shown(bench, qtbot, log(bench))
    assert "when it was written down" in cards.cards["weighing"].state.note
    assert facts(cards, "weighing")["Its turn"] == "Goes soon"


def test_points_stand_with_what_we_think_of_them(cards):
    first, second = lines(cards, "points")
    assert (first.title, first.chip) == ("1. The saw stopped", "We agree")
    assert first.words == "The blade was worn through"
    assert second.chip == "Open"


@pytest.mark.parametrize(
    ("facts", "said"),
    [({}, "Fact · shelf"), ({"owner_name": "Dave Turner"}, "Fact · shelf · noted by Dave Turner")],
)
def test_what_nobody_in_particular_noted_was_noted_by_the_owner(bench, qtbot, facts, said):
    bench.services.business.save(facts, "owner")
    made = log(bench)
    draft = EntryDraft(on=bench.today, kind=EntryKind.FACT, source="shelf", text="It is bent")
    bench.services.complaints.parts.add_entry(made, draft, "owner")
    (line,) = lines(shown(bench, qtbot, made), "log")
    assert line.detail == said


def test_the_log_tells_what_is_for_us_alone(cards):
    assert [line.chip for line in lines(cards, "log")] == ["For us alone", "", ""]
    assert lines(cards, "log")[1].detail == "Fact · workshop book · noted by Ruth"


def test_what_puts_it_right_tells_ground_money_and_day(cards):
    refund, sorry = lines(cards, "remedies")
    assert refund.title == "Full refund"
    wanted = (
        "The law asks for it · £120 with £20 VAT in it, to the card · by Tom · until Fri 27 Nov"
    )
    assert (refund.detail, refund.chip, refund.tone) == (wanted, "To do", "due")
    assert (sorry.title, sorry.chip) == ("Apology: said it by phone", "Done")


def test_a_planned_remedy_leads_to_its_promise(bench, cards, heard):
    assert press_way(cards, "remedies", "See the promise") is None
    place = heard.places[-1]
    remedies = bench.services.complaints.file(1).remedies
    assert (place.room, place.item) == ("promises", str(remedies[0].promise_id))


def test_a_promise_kept_elsewhere_shows_here(bench, cards):
    remedy = bench.services.complaints.file(1).remedies[0]
    bench.do(lambda: bench.services.promises.done(remedy.promise_id, TODAY, None, RUTH))
    assert lines(cards, "remedies")[0].chip == "Done"


def test_what_we_were_released_from_is_no_longer_needed(bench, cards):
    remedy = bench.services.complaints.file(1).remedies[0]
    promises = bench.services.promises
    bench.do(lambda: promises.released(remedy.promise_id, TODAY, "She has another", RUTH))
    refund = lines(cards, "remedies")[0]
    assert (refund.chip, refund.tone) == ("No longer needed", "quiet")


def test_harm_is_asked_after_only_where_it_is_near(bench, qtbot, cards):
    assert facts(cards, "harm")["Insurer told on"] == "Thu 19 Nov"
    cards.show_complaint(log(bench))
    assert "harm" not in visible(cards)
    cards.show_complaint(log(bench, about=About.DAMAGE))
    assert "harm" in visible(cards)


def test_what_we_learn_tells_causes_whys_and_actions(cards):
    told = facts(cards, "learnt")
    assert told["Why it went wrong"] == "Our way of doing it was not followed"
    assert told["Also"] == "Lost between people"
    assert told["Why?"].splitlines()[-1] == "→ Tom was alone that day"
    done, open_ = lines(cards, "learnt")
    assert done.chip == "Done"
    assert "look on Thu 18 Feb 2027 whether it worked" in done.detail
    assert (open_.chip, open_.tone) == ("To do", "due")


def test_three_alike_are_worth_a_word(bench, qtbot):
    made = [log(bench, about=About.PRICE) for _ in range(3)]
    cards = shown(bench, qtbot, made[0])
    ((_tone, sentence),) = cards.cards["learnt"].state.notices
    assert sentence == "3 complaints in 90 days were about this: Price or bill."
    learning = Learning(causes=(Cause.SLIP,))
    for one in made:
        bench.do(lambda one=one: bench.services.complaints.parts.learn(one, learning, RUTH))
    assert "this cause: Slip or oversight" in cards.cards["learnt"].state.notices[1][1]
    cards.show_complaint(log(bench, about=About.STAFF))
    assert cards.cards["learnt"].state.notices == ()


def test_behaviour_is_noted_as_behaviour(cards):
    (line,) = lines(cards, "behaviour")
    assert line.words == "Shouted at Tom at the counter"
    assert line.detail == (
        "warned on Fri 20 Nov · limits: by letter only · looked at again on Sat 20 Feb 2027"
    )


def test_costs_time_and_keeping(cards):
    told = facts(cards, "ends")
    assert (told["It cost us"], told["Our time"]) == ("£35.50", "1 h 35 min")
    assert told["How content"] == "4, content"
    assert told["Time so far"] == "5 working days"
    assert told["When they are away"] == "Ruth Ellis"
    assert told["Kept longer because"] == "Her solicitor has written"


def test_outside_help_shows_once_it_went_there(bench, qtbot, cards):
    assert "outside" not in visible(cards)
    referral = ReferralDraft(
        kind=OutsideKind.ADR, body="The Tool Ombudsman", referred_on=TODAY, their_ref="T 77"
    )
    given = Given(on=TODAY, customer_went=True)
    complaints = bench.services.complaints
    made = log(bench)
    complaints.take(made, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    answer = Given(on=DAY_1, words="It was", channel=Channel.PHONE, finding=Finding.UPHELD)
    complaints.take(made, Action.DECIDE, answer, RUTH)
    bench.do(lambda: complaints.go_outside(made, given, referral, RUTH))
    learnt = Learning(no_cause_because="Theirs", no_action_because="Theirs")
    complaints.parts.learn(made, learnt, RUTH)
    cards.show_complaint(made)
    assert facts(cards, "ends")["Time to the answer"] == "1 working day"
    (line,) = lines(cards, "outside")
    assert line.title == "The Tool Ombudsman"
    assert line.detail == ("Outside help without a court · since Wed 25 Nov · their number T 77")
    dialog = press_way(cards, "outside", "What came of it…")
    type_into(dialog, result="We pay half", cost_pence="40", is_binding=("is_binding",))
    (line,) = lines(cards, "outside")
    assert (line.words, line.chip) == ("We pay half", "Result")
    assert line.detail.endswith("result on Wed 25 Nov · it cost us £40 · it binds us")
    assert list(ways(cards, "outside")) == ["Change…"]
    dialog = press_way(cards, "outside", "Change…")
    type_into(dialog, body=" ")
    assert "where it went" in field(dialog, "body").error()
    type_into(dialog, body="The Saw Ombudsman", result="We pay a third", cost_pence="30")
    (line,) = lines(cards, "outside")
    assert (line.title, line.words) == ("The Saw Ombudsman", "We pay a third")
    assert line.detail.endswith("it cost us £30 · it binds us")
    assert complaints.get(made).stage is Stage.CLOSED
    bench.services.undo.undo(RUTH)
    assert complaints.file(made).referrals[0].draft.body == "The Tool Ombudsman"


def test_while_it_is_outside_only_where_it_went_is_put_right(bench, cards):
    read = cards.presenter._read
    draft = ReferralDraft(kind=OutsideKind.COURT, body="The court", referred_on=TODAY)
    referral = ReferralCard(id=1, complaint_id=1, draft=draft)
    outside = replace(read.file.card, stage=Stage.EXTERNAL)
    there = replace(read, file=replace(read.file, card=outside, referrals=(referral,)))
    names = [one.id for one in file_asks_outside.referral(bench, there, 1).questions]
    assert names == ["kind", "body", "referred_on", "their_ref"]


def test_information_gets_a_complaint_of_its_own(bench, cards, heard):
    press_way(cards, "information", "This is also about how we used their information")
    (words,) = ways(cards, "information")
    assert words == "Open C-2026-0002"
    assert "is about how we used their information" in cards.cards["information"].state.note
    press_way(cards, "information", words)
    assert (heard.places[-1].room, heard.places[-1].item) == ("complaints", "2")
    cards.show_complaint(2)
    assert "is about the rest of it" in cards.cards["information"].state.note


def test_own_fields_show_where_there_are_some(bench, cards):
    assert "own" not in visible(cards)
    for name, kind in (
        ("Shelf", OwnFieldKind.TEXT),
        ("Insured", OwnFieldKind.YES_NO),
        ("Seen on", OwnFieldKind.DAY),
    ):
        draft = OwnFieldDraft(on=OwnFieldOn.COMPLAINT, name=name, kind=kind)
        bench.do(lambda draft=draft: bench.services.own_fields.add(draft, RUTH))
    assert "own" in visible(cards)
    fields = bench.services.own_fields.all(OwnFieldOn.COMPLAINT)
    values = dict(zip((str(one.id) for one in fields), ("B 7", "no", "2026-11-20"), strict=True))
    made = log(bench, own=values)
    cards.show_complaint(made)
    assert facts(cards, "own") == {
        "Shelf": "B 7",
        "Insured": "no",
        "Seen on": "20 November 2026",
    }


@pytest.mark.parametrize("card", ["about", "own"])
def test_what_is_written_is_changed_in_its_form(bench, cards, card):
    draft = OwnFieldDraft(on=OwnFieldOn.COMPLAINT, name="Shelf", kind=OwnFieldKind.TEXT)
    bench.do(lambda: bench.services.own_fields.add(draft, RUTH))
    button = next(iter(ways(cards, card).values()))
    button.click()
    form = next(one for one in cards.window().findChildren(ComplaintForm) if one.isVisible())
    assert form.presenter is not None
    form.reject()


def test_no_word_of_the_trade_is_on_a_card(cards):
    assert [text for text in seen_texts(cards) if SHOP_WORDS.search(text)] == []


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("light", 200), ("dark", 100)])
def test_the_cards_pass_the_audits(bench, qtbot, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    cards = shown(bench, qtbot, full(bench), width=1100)
    cards.window().resize(1100, 6000)
    QApplication.processEvents()
    assert findings(cards.window()) == []


def test_nothing_is_read_before_it_is_shown(bench, qtbot):
    cards = FileCards(bench)
    qtbot.addWidget(cards)
    cards.show_complaint(full(bench))
    assert cards.cards == {}
    cards.show()
    assert "about" in cards.cards


def test_what_changed_while_it_was_hidden_is_read_when_it_shows(bench, qtbot, cards):
    cards.hide()
    parts = bench.services.complaints.parts
    bench.do(lambda: parts.stand_in(1, "Tom", RUTH))
    assert facts(cards, "ends")["When they are away"] == "Ruth Ellis"
    cards.show()
    assert facts(cards, "ends")["When they are away"] == "Tom"


def test_no_complaint_shows_no_card(cards):
    cards.show_complaint(None)
    assert visible(cards) == []
    assert not cards.rights.isVisibleTo(cards)
    cards.show_complaint(99)
    assert visible(cards) == []


def test_the_keyboard_stays_at_its_button(bench, cards):
    button = ways(cards, "points")["Add a point…"]
    button.setFocus()
    dialog = press_way(cards, "points", "Add a point…")
    type_into(dialog, text="The bill was wrong too")
    QApplication.processEvents()
    assert len(lines(cards, "points")) == 3
    assert cards.window().focusWidget() is ways(cards, "points")["Add a point…"]


def test_tab_goes_down_the_cards_whatever_came_last(bench, qtbot):
    cards = shown(bench, qtbot, log(bench))
    below = side_button("Below the file")
    cards.kept_page.body.addWidget(below)
    type_into(press_way(cards, "points", "Add a point…"), text="The bill was wrong too")
    type_into(press_way(cards, "weighing", "Say how serious it is…"), ticks=("is_safety",))
    QApplication.processEvents()
    assert "harm" in visible(cards)
    assert off_order(cards.window()) == []


def test_a_note_is_put_right_and_taken_out_by_keys(bench, cards, heard):
    buttons = cards.cards["log"].buttons
    first = lines(cards, "log")[0]
    change, _ = (buttons[way] for way in first.ways)
    assert change.accessibleName() == "Change… note 3: Tom forgot the check before hire"
    change.setFocus()
    cards.dialog = None
    press(cards.window(), Qt.Key.Key_Space)
    dialog = cards.dialog
    assert dialog.windowTitle() == "Put a note right"
    assert dialog.values()["text"] == first.words
    field(dialog, "text").focus_target().setFocus()
    press(dialog, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    write(dialog, " He was alone")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert lines(cards, "log")[0].words != first.words
    assert "He was alone" in lines(cards, "log")[0].words
    (*_, out) = (cards.cards["log"].buttons[way] for way in lines(cards, "log")[0].ways)
    out.setFocus()
    press(cards.window(), Qt.Key.Key_Space)
    assert len(lines(cards, "log")) == 2
    assert heard.said[-1] == "The note is taken out."
    bench.services.undo.undo(RUTH)
    bench.services.undo.undo(RUTH)
    entries = bench.services.complaints.file(1).entries
    assert [one.draft.text for one in entries][-1] == first.words


def test_an_action_is_taken_out(bench, cards, heard):
    before = len(lines(cards, "learnt"))
    ways(cards, "learnt")["Take out"].click()
    assert len(lines(cards, "learnt")) == before - 1
    assert heard.said[-1] == "Taken out of what changes."


def test_points_and_remedies_are_removed(bench, cards, heard):
    ways(cards, "points")["Remove"].click()
    assert len(lines(cards, "points")) == 1
    ways(cards, "remedies")["Remove"].click()
    assert len(lines(cards, "remedies")) == 1
    assert heard.said[-1] == "Removed from what puts it right."
