# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is to be minded on the page of a complaint, and what it tells of what happened."""

import re
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.complaints import About, Assessment, Content, Track
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.feedback import Handled, Scores
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.core.places import Place
from servicedesk.ui.widgets.card import Notice
from tests.helpers.qt import seen_texts
from tests.services import feedback_made
from tests.ui.complaints.made import (
    TODAY,
    answered,
    at,
    lines_of,
    logged,
    shown_in,
    texts_on,
    took,
)

RUTH = "Ruth"

NEVER = re.compile(
    r"(?i)\b(?:upheld|findings?|redress|deadlock|escalat\w*|ADR|complainants?|SLA|ticket)\b"
)
"""Words that no screen of complaints says."""


def test_what_is_lacking_is_said_and_led_to(page, bench, ids, heard):
    took(bench, ids["answered"], Action.RESOLVE, at(25), content=Content.NO)
    state = shown_in(page, ids, "answered")
    assert state.main.deed is Action.CLOSE
    lacking = "Please choose why it went wrong, or say why there is no reason to name."
    assert (state.minded[-1].words, state.minded[-1].deed) == (lacking, Deed.CAUSE)
    page.detail.main_button.click()
    dialog = QApplication.activeModalWidget()
    assert (dialog.windowTitle(), heard.said) == ("Finish it", [])
    dialog.reject()
    lines = lines_of(state)
    assert lines["Happy with it now?"] == ["They did not seem content", "[follow_up]"]
    assert lines["The customer knows"] == ["Sorted Wed 25 Nov"]
    assert lines["Why it went wrong"] == ["[cause]"]
    assert lines["What changes"] == ["[change]"]


def test_after_an_injury_the_first_things_come_first(page, bench, ids):
    state = shown_in(page, ids, "serious")
    assert [one.words for one in state.harm] == [
        "Call the customer today.",
        "Make it safe for everybody, keep the item, and take photos.",
        "Tell your insurer before you write what you found. Being sorry can be said now.",
        "From stock: look for others sold, stop the sale, tell the supplier.",
    ]
    assert not page.detail.sort_button.isVisible()
    assert any(way.deed is Action.SORT_OUT for way in state.more)
    parts = bench.services.complaints.parts
    parts.told_insurer(ids["serious"], TODAY, "", RUTH)
    parts.checked_stock(ids["serious"], TODAY, RUTH)
    took(bench, ids["serious"], Action.ACKNOWLEDGE, at(25), channel=Channel.PHONE)
    page.detail_presenter.arrive()
    assert [one.words for one in page.detail_presenter.state.harm][::2] == [
        "They have heard from you.",
        "Your insurer was told Wed 25 Nov.",
    ]
    parts.told_insurer(ids["serious"], None, "a scratch.", RUTH)
    page.detail_presenter.arrive()
    said = [one.words for one in page.detail_presenter.state.harm]
    assert said[2:] == [
        "Your insurer need not know: a scratch.",
        "Others that were sold were looked for Wed 25 Nov.",
    ]


def test_what_goes_first_says_why_it_is_not_sorted_in_one_breath(page, ids, heard):
    shown_in(page, ids, "serious")
    actions = {one.text(): one for one in page.detail.steps_menu().actions()}
    actions["It’s sorted…"].trigger()
    assert "step by step" in heard.said[-1]


def test_what_the_clocks_ask_for_is_minded(page, bench, ids):
    bench.clock.set(datetime(2026, 12, 2, 9, tzinfo=UTC))
    words = [one.words for one in shown_in(page, ids, "new").minded]
    assert "They should know by now that you have it: since Thu 26 November." in words
    words = [one.words for one in shown_in(page, ids, "late").minded]
    assert "They should hear how it goes." in words
    bench.clock.set(datetime(2027, 1, 4, 9, tzinfo=UTC))
    words = [one.words for one in shown_in(page, ids, "late").minded]
    assert "It came eight weeks ago. Send your last word, or say why not yet." in words


def test_one_about_information_alone_says_so(page, bench, ids):
    number = logged(bench, "you gave my number away", at(24), track=Track.DATA_PROTECTION)
    state = shown_in(page, {"data": number}, "data")
    assert "This is about how we used their information." in [one.words for one in state.minded]


def test_complaints_that_belong_together_lead_to_one_another(page, bench, ids, heard):
    bench.services.complaints.link_data_protection(ids["late"], RUTH)
    state = shown_in(page, ids, "late")
    linked = state.minded[-1].place
    assert "What they say of their information is a complaint of its own." in texts_on(page.detail)
    took(bench, ids["new"], Action.SAME_AS, at(25), master_id=ids["late"])
    state = shown_in(page, ids, "new")
    assert state.minded[-1].place == Place(room="complaints", item=str(ids["late"]))
    bench.clock.set(datetime(2026, 12, 22, 9, tzinfo=UTC))
    page.arrive(linked)
    words = [one.words for one in page.detail_presenter.state.minded]
    assert "This is about how we used their information. The rest goes its own way." in words
    assert any("The law has a day" in said for said in words)


def test_a_second_look_and_an_aim_are_told(page, bench, ids):
    took(bench, ids["answered"], Action.SECOND_LOOK, at(25), words="no", by_whom="Tom")
    assert "This is a second look." in [one.words for one in shown_in(page, ids, "answered").minded]


def test_how_to_help_stands_above(page, bench, ids):
    need = SupportDraft(need=SupportNeed.LARGE_PRINT)
    bench.services.support.add_need(ids["patel"], need, RUTH)
    shown_in(page, ids, "new")
    assert page.detail.help_strip.isVisible()
    shown_in(page, ids, "putting")
    assert not page.detail.help_strip.isVisible()
    assert not page.detail.who_button.isVisible()


def test_what_happened_is_told_with_what_was_taken_back(page, bench, ids):
    took(bench, ids["late"], Action.ASK_CUSTOMER, at(25), words="Which day?")
    took(bench, ids["late"], Action.UNDO, at(25))
    entries = shown_in(page, ids, "late").entries
    assert [entry.title for entry in entries] == [
        "The last step was taken back",
        "Asked the customer (taken back)",
        "Looked into",
        "They know we have it",
        "Came in",
    ]
    assert entries[1].detail.startswith("Which day? · written down Wed 25 Nov")


def test_a_long_history_waits_for_who_wants_it(page, bench, ids):
    for _ in range(6):
        took(bench, ids["late"], Action.ASK_CUSTOMER, at(25), words="Which day?")
        took(bench, ids["late"], Action.CUSTOMER_REPLIED, at(25))
    shown_in(page, ids, "late")
    assert "Came in" not in texts_on(page.detail.history)
    page.detail.history.all_button.click()
    assert "Came in" in texts_on(page.detail.history)
    assert not page.detail.history.all_button.isVisible()


def test_no_screen_says_what_only_the_trade_says(page, bench, ids):
    answered(bench, logged(bench, "x", at(20)), at(23))
    bench.services.complaints.parts.assess(
        ids["late"], Assessment(severity=2, impact=1, urgency=1), RUTH
    )
    for name in ("new", "late", "waiting", "answered", "putting", "sorted", "serious"):
        shown_in(page, ids, name)
        said = " ".join(
            [*texts_on(page), *(one.text() for one in page.detail.steps_menu().actions())]
        )
        assert NEVER.search(said) is None, NEVER.search(said)


def late_in_words(bench, ids, page, day, month=11):
    """Open the one that is late on a later day, without the clock of the machine."""
    bench.clock.set(datetime(2026, month, day, 9, tzinfo=UTC))
    state = shown_in(page, ids, "late")
    return [(one.tone, one.words, one.deed) for one in state.minded]


def test_bug_4_a_second_look_shows_its_own_day_and_not_the_first_answer(page, bench, ids):
    took(bench, ids["answered"], Action.RESOLVE, at(13), content=Content.NO)
    took(bench, ids["answered"], Action.SECOND_LOOK, at(16), by_whom=RUTH, words="It still sticks")
    bench.clock.set(at(25, 9))
    state = shown_in(page, ids, "answered")
    assert state.due == "Answer due Monday"
    lines = lines_of(state)
    answered_line = lines["Answered"]
    assert answered_line[0] == "The first answer was given Thu 12 Nov (3 working days)"
    assert not any("Sorted" in words for words in lines["The customer knows"])
    took(bench, ids["answered"], Action.DECIDE, at(26), words="x", channel=Channel.EMAIL)
    state = shown_in(page, ids, "answered")
    assert state.due == "Answered today"
    assert lines_of(state)["Answered"][:2] == [
        "Thu 26 Nov, by e-mail",
        "The first answer was given Thu 12 Nov (3 working days)",
    ]


def test_gap_4_half_time_and_the_day_before_are_said(page, bench, ids):
    """The one that is late came on 2 November and is due on the 16th."""
    half = ("quiet", "Half the time for the answer is over.", None)
    assert half not in late_in_words(bench, ids, page, 6)
    assert half in late_in_words(bench, ids, page, 9)
    assert half in late_in_words(bench, ids, page, 12)
    near = ("due", "The answer is due on the next working day.", None)
    assert near in late_in_words(bench, ids, page, 13)
    said = [words for _, words, _ in late_in_words(bench, ids, page, 16)]
    assert not any("answer" in words for words in said)  # the head of the page says it


def test_gap_2_and_4_the_eight_weeks_are_told_before_they_are_over_with_a_way_on(page, bench, ids):
    """They end on 28 December, which is a bank holiday."""
    half = "Half of the eight weeks are over: they end Mon 28 December."
    assert ("quiet", half, None) in late_in_words(bench, ids, page, 2, 12)
    near = "Eight weeks since it came end Monday. Send your last word, or say why not yet."
    assert ("due", near, None) in late_in_words(bench, ids, page, 24, 12)
    over = "It came eight weeks ago. Send your last word, or say why not yet."
    assert ("late", over, Action.EXTEND) in late_in_words(bench, ids, page, 28, 12)
    given = {"letter": True, "words": "The maker tests it", "due": date(2027, 1, 20)}
    took(bench, ids["late"], Action.EXTEND, at(28, month=12), **given)
    said = late_in_words(bench, ids, page, 29, 12)
    assert not any("eight weeks" in words for _, words, _ in said)
    put_off = "You put it off past Mon 30 November, so it counts as late from then."
    assert ("due", put_off, None) in said
    assert page.detail_presenter.state.due == "Answer due Wed 20 January 2027"


def test_the_same_thing_again_leads_to_the_one_before(page, bench, ids, heard):
    about = {"customer_id": ids["patel"], "about": About.PRICE}
    first = logged(bench, "The bill was wrong", at(25), **about)
    second = logged(bench, "The bill is wrong again", at(25, 12), **about)
    third = logged(bench, "And again", at(25, 13), **about)

    def said(number: int) -> list[str]:
        ids["again"] = number
        found = shown_in(page, ids, "again").minded
        return [one.words for one in found if "same sort" in one.words]

    assert said(first) == []
    refs = {one: bench.services.complaints.get(one).ref for one in (first, second)}
    assert said(second) == [f"They complained of the same sort of thing before: {refs[first]}."]
    assert said(third) == [
        f"They complained of the same sort of thing 2 times before, last with {refs[second]}."
    ]
    (notice,) = [one for one in page.detail_presenter.state.minded if "same sort" in one.words]
    assert notice.place == Place(room="complaints", item=str(second))


def test_feedback_that_became_a_complaint_is_shown_and_what_was_said_of_its_handling(
    page, bench, ids, heard
):
    services = bench.services
    began = feedback_made.logged(services, "the gate sticks again", wants_answer=True)
    made = services.feedback.make_complaint(began.id, False, RUTH).card
    page.arrive(Place(room="complaints", item=str(made.id)))
    words = f"It began as feedback: {began.ref}."
    (found,) = (one for one in page.detail_presenter.state.minded if one.words == words)
    assert found.place == Place(room="feedback", item=str(began.id))
    box = next(one for one in page.detail.findChildren(Notice) if words in seen_texts(one))
    box.findChild(QPushButton).click()
    assert heard.places[-1] == found.place

    def handled() -> list[str]:
        state = page.detail_presenter.state
        return [one.words for one in state.minded if "how you handled" in one.words]

    scores = Scores(handling={Handled.OVERALL: 4})
    first = feedback_made.logged(services, scores=scores, about_complaint_id=made.id)
    page.detail_presenter.arrive()
    assert handled() == [f"They said how you handled this: {first.ref}."]
    again = feedback_made.logged(services, scores=scores, about_complaint_id=made.id)
    page.detail_presenter.arrive()
    assert handled() == [f"They said 2 times how you handled this, last with {again.ref}."]
    services.feedback.to_bin([again.id, first.id], RUTH)
    page.detail_presenter.arrive()
    assert handled() == []
