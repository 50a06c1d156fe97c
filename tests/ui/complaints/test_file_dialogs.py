# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs of a complaint's file: what they keep, what they refuse, and how they look."""

import json
from datetime import date
from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from servicedesk.domain.actions import ActionKind
from servicedesk.domain.complaints import Finding, Priority
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import (
    EntryKind,
    Ground,
    OutsideKind,
    ReferralCard,
    ReferralDraft,
    RemedyKind,
)
from servicedesk.domain.elements import Element
from servicedesk.domain.guides import QuestionKind
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.complaints.file_dialog import FileDialog
from servicedesk.ui.complaints.file_presenter import _ASKS
from servicedesk.ui.complaints.file_state import Deed, Way
from tests.helpers.audits import findings
from tests.ui.complaints.file_made import (
    RUTH,
    TODAY,
    field,
    full,
    log,
    press_way,
    shown,
    type_into,
)
from tests.ui.widgets.made import press, write

CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = {QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.DAY, QuestionKind.MONEY}
ITEM = {
    Deed.CHANGE_POINT: "issues",
    Deed.CHANGE_ENTRY: "entries",
    Deed.CHANGE_REMEDY: "remedies",
    Deed.REMEDY_DONE: "remedies",
    Deed.CHANGE_ACTION: "actions",
    Deed.CHECK_ACTION: "actions",
    Deed.CHANGE_BEHAVIOUR: "behaviours",
}


@pytest.fixture
def made(bench):
    """The number of a complaint of which little is written."""
    return log(bench)


@pytest.fixture
def cards(bench, qtbot, made):
    """Its file."""
    return shown(bench, qtbot, made)


def file(bench, made):
    return bench.services.complaints.file(made)


def way_of(bench, deed: Deed) -> Way:
    """A button of the full complaint, wherever it stands."""
    held = ITEM.get(deed)
    item = None if held is None else getattr(file(bench, 1), held)[0].id
    return Way(deed=deed, words="", item=item)


def opened(bench, cards, deed: Deed) -> FileDialog:
    """The dialog of a deed; as if the complaint were outside, where that is asked of it."""
    presenter = cards.presenter
    if deed in (Deed.OUTSIDE_RESULT, Deed.CHANGE_REFERRAL):
        draft = ReferralDraft(kind=OutsideKind.COURT, body="The court", referred_on=TODAY)
        referral = ReferralCard(id=1, complaint_id=1, draft=draft)
        read = presenter._read
        file_ = type(read.file)(card=read.card, referrals=(referral,))
        asked = _ASKS[deed](bench, type(read)(file=file_), 1)
    else:
        asked = presenter.asked(way_of(bench, deed))
    return FileDialog(bench, presenter, asked, cards.window())


def test_weighing_keeps_the_scales_and_moves_its_turn(bench, cards, made):
    dialog = press_way(cards, "weighing", "Say how serious it is…")
    type_into(dialog, severity="0", impact="0", urgency="1", ticks=())
    weighed = bench.services.complaints.get(made).assessment
    assert (weighed.severity, weighed.impact, weighed.urgency) == (0, 0, 1)
    assert weighed.on == TODAY
    assert dict(cards.cards["weighing"].state.facts)["Its turn"] == "Goes in the usual order"


def test_a_turn_is_lowered_only_with_a_reason(bench, cards, made, heard):
    dialog = press_way(cards, "weighing", "Say how serious it is…")
    type_into(dialog, ticks=("is_legal",), raised="p3")
    assert "wait longer" in field(dialog, "raise_note").error()
    type_into(dialog, raise_note="It was solved on the phone")
    weighed = bench.services.complaints.get(made).assessment
    assert (weighed.raised, weighed.is_legal) == (Priority.P3, True)
    turn = dict(cards.cards["weighing"].state.facts)["Its turn"]
    assert turn == "Goes in the usual order, as you chose. By its weight: goes first"
    assert heard.said[-1].startswith("Weighed.")


def test_a_point_is_added_and_answered(bench, cards, made):
    dialog = press_way(cards, "points", "Add a point…")
    dialog.save_button.click()
    assert "what this point is about" in field(dialog, "text").error()
    type_into(dialog, text="The bill")
    dialog = press_way(cards, "points", "Answer or change…")
    type_into(dialog, finding="not_upheld", reasons="It was as agreed")
    (issue,) = file(bench, made).issues
    assert (issue.draft.finding, issue.draft.reasons) == (Finding.NOT_UPHELD, "It was as agreed")
    dialog = press_way(cards, "points", "Answer or change…")
    type_into(dialog, finding="")
    assert file(bench, made).issues[0].draft.finding is None


def test_the_log_takes_a_line_for_us_alone(bench, cards, made):
    dialog = press_way(cards, "log", "Note something…")
    type_into(
        dialog,
        kind="document",
        text="The hire sheet",
        source="folder 3",
        on="yesterday",
        is_private=("is_private",),
    )
    (entry,) = file(bench, made).entries
    assert (entry.draft.kind, entry.draft.source) == (EntryKind.DOCUMENT, "folder 3")
    assert (entry.draft.on, entry.draft.is_private) == (date(2026, 11, 24), True)


def test_what_is_planned_becomes_a_promise(bench, cards, made):
    dialog = press_way(cards, "remedies", "Add what you do…")
    dialog.save_button.click()
    assert "what you do" in field(dialog, "kind").error()
    type_into(
        dialog,
        kind="refund_part",
        ground="goodwill",
        amount_pence="25.50",
        due="fri",
        by_whom="Tom",
    )
    (remedy,) = file(bench, made).remedies
    assert (remedy.draft.kind, remedy.draft.ground) == (RemedyKind.REFUND_PART, Ground.GOODWILL)
    assert remedy.draft.amount_pence == 2550
    assert bench.services.promises.get(remedy.promise_id).due.day == date(2026, 11, 27)
    type_into(press_way(cards, "remedies", "Change…"), words="by bank", due="+5")
    assert bench.services.promises.get(remedy.promise_id).due.day == date(2026, 11, 30)
    type_into(press_way(cards, "remedies", "Done…"))
    assert file(bench, made).remedies[0].draft.done_on == TODAY
    assert not bench.services.promises.get(remedy.promise_id).is_open


def test_everything_that_cannot_be_read_is_told_at_once(bench, cards, made):
    dialog = press_way(cards, "remedies", "Add what you do…")
    type_into(dialog, kind="repair", due="someday", done_on="+5", amount_pence="lots")
    wrong = [name for name in ("due", "done_on", "amount_pence") if field(dialog, name).error()]
    assert wrong == ["due", "done_on", "amount_pence"]
    assert file(bench, made).remedies == ()


def test_more_than_the_limit_is_said_before_saving_and_needs_a_word(bench, cards, made):
    tom = PersonDraft(name="Tom", limit_pence=5000)
    bench.do(lambda: bench.services.people.add(tom, RUTH))
    dialog = press_way(cards, "remedies", "Add what you do…")
    by, amount, why = (field(dialog, name) for name in ("by_whom", "amount_pence", "over_because"))
    by.focus_target().setText("Tom")
    amount.focus_target().setText("49")
    assert dialog.foretold == ""
    amount.focus_target().setText("80")
    assert "£50.00" in dialog.foretold
    type_into(dialog, kind="refund_full")
    assert "£50.00" in why.error()
    why.focus_target().setText("She is a regular")
    assert dialog.foretold == ""
    dialog.save_button.click()
    assert file(bench, made).remedies[0].draft.over_because == "She is a regular"


def test_the_insurer_is_told_or_need_not_be(bench, qtbot):
    made = log(bench, is_safety=True, from_stock=True)
    cards = shown(bench, qtbot, made)
    type_into(press_way(cards, "harm", "The insurer…"), insurer_not_needed="Below the excess")
    type_into(press_way(cards, "harm", "Others sold…"), stock_checked_on="yesterday")
    card = bench.services.complaints.get(made)
    assert card.insurer_not_needed == "Below the excess"
    assert card.dates.stock_checked_on == date(2026, 11, 24)
    assert dict(cards.cards["harm"].state.facts)["Not needed because"] == "Below the excess"
    dialog = press_way(cards, "harm", "The insurer…")
    type_into(dialog, insurer_told_on="+3")
    assert field(dialog, "insurer_told_on").error()
    type_into(dialog, insurer_told_on="today", insurer_not_needed="")
    assert bench.services.complaints.get(made).dates.insurer_told_on == TODAY


def test_learning_keeps_causes_whys_and_lets_go_of_them(bench, cards, made):
    dialog = press_way(cards, "learnt", "Why it went wrong…")
    type_into(
        dialog,
        cause_1="slip",
        cause_2="skill",
        why_1="He was new",
        why_2="Nobody showed him",
        lessons="Show newcomers",
        element="courtesy",
        may_publish=("may_publish",),
    )
    learning = bench.services.complaints.get(made).learning
    assert learning.causes == (Cause.SLIP, Cause.SKILL)
    assert learning.whys == ("He was new", "Nobody showed him")
    assert (learning.element, learning.may_publish) == (Element.COURTESY, True)
    dialog = press_way(cards, "learnt", "Why it went wrong…")
    type_into(dialog, cause_2="nothing", why_1="", element="nothing", may_publish=())
    learning = bench.services.complaints.get(made).learning
    assert (learning.causes, learning.whys) == ((Cause.SLIP,), ("Nobody showed him",))
    assert (learning.element, learning.may_publish) == (None, False)


def test_an_action_is_done_and_looked_at_later(bench, cards, made):
    dialog = press_way(cards, "learnt", "Do something about it…")
    type_into(dialog, text="Show him", kind="preventive", owner="Ruth", due="+5", cost_pence="5")
    type_into(press_way(cards, "learnt", "Done or change…"), done_on="today", due="")
    (action,) = file(bench, made).actions
    assert (action.draft.kind, action.draft.done_on) == (ActionKind.PREVENTIVE, TODAY)
    assert action.check_on == date(2027, 2, 23)
    bench.clock.set(date(2027, 2, 23))
    dialog = press_way(cards, "learnt", "Did it work?")
    dialog.save_button.click()
    assert "whether it worked" in field(dialog, "works").error()
    type_into(dialog, works=False, note="Twice again")
    (action,) = file(bench, made).actions
    assert (action.works, action.check_note) == (False, "Twice again")
    assert cards.cards["learnt"].state.lines[0].chip == "It did not work"
    type_into(press_way(cards, "learnt", "Did it work?"), works=True)
    assert cards.cards["learnt"].state.lines[0].chip == "It worked"


def test_behaviour_is_noted_and_looked_at_again(bench, cards, made):
    dialog = press_way(cards, "behaviour", "Note what was done…")
    dialog.save_button.click()
    assert "without a word about the person" in field(dialog, "text").error()
    type_into(dialog, text="Rang forty times in a day", warned_on="today")
    (noted,) = file(bench, made).behaviours
    assert noted.draft.review_on == date(2027, 2, 25)
    bench.clock.set(date(2027, 2, 26))
    type_into(press_way(cards, "behaviour", "Change…"), limits="by letter only")
    (line,) = cards.cards["behaviour"].state.lines
    assert line.chip == "Look at it again"
    type_into(press_way(cards, "behaviour", "Change…"), ended_on="today")
    assert cards.cards["behaviour"].state.lines[0].chip == ""


def test_costs_time_follow_up_stand_in_and_keeping(bench, cards, made):
    dialog = press_way(cards, "ends", "Costs and time…")
    type_into(dialog, cost_pence="12", minutes_spent="an hour")
    assert "whole number" in field(dialog, "minutes_spent").error()
    type_into(dialog, minutes_spent="45")
    type_into(press_way(cards, "ends", "How it went…"), satisfaction="5")
    type_into(press_way(cards, "ends", "Who answers while you are away…"), stand_in="Tom")
    type_into(press_way(cards, "ends", "Keep it longer…"), legal_hold="A claim runs")
    card = bench.services.complaints.get(made)
    assert (card.cost_pence, card.minutes_spent, card.satisfaction) == (1200, 45, 5)
    assert (card.stand_in, card.legal_hold) == ("Tom", "A claim runs")
    assert dict(cards.cards["ends"].state.facts)["Our time"] == "45 min"


def test_what_is_half_typed_waits_for_the_next_time(bench, cards):
    dialog = press_way(cards, "log", "Note something…")
    field(dialog, "text").focus_target().setPlainText("He says that")
    dialog.reject()
    dialog = press_way(cards, "log", "Note something…")
    assert field(dialog, "text").value() == "He says that"


def test_a_point_is_written_by_keys_alone(bench, qtbot, cards, made):
    dialog = press_way(cards, "points", "Add a point…")
    qtbot.waitUntil(dialog.isActiveWindow)
    write(dialog, "the colour")
    press(dialog, Qt.Key.Key_Return, CTRL)
    assert file(bench, made).issues[0].draft.text == "the colour"


def test_without_a_complaint_nothing_is_asked(cards):
    cards.show_complaint(None)
    assert cards.presenter.asked(Way(deed=Deed.WEIGH, words="")) is None


@pytest.mark.parametrize("deed", list(_ASKS))
@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_dialogs_pass_the_audits(bench, qtbot, deed, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    cards = shown(bench, qtbot, full(bench))
    dialog = opened(bench, cards, deed)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.resize(dialog.width(), 4000)
    QApplication.processEvents()
    assert findings(dialog) == []


def hostile(samples, count: int) -> list[str]:
    """Strings that break programs, and a very long one."""
    path = samples / "names" / "naughty_strings.json"
    read = json.loads(path.read_text(encoding="utf-8"))
    found = read if isinstance(read, list) else [one for part in read.values() for one in part]
    step = max(1, len(found) // count)
    return ["x" * 40_000, *(str(one) for one in islice(found, 0, None, step))]


@pytest.mark.parametrize("deed", list(_ASKS))
def test_strings_that_break_programs_are_kept_or_refused_with_a_sentence(
    bench, qtbot, samples, deed
):
    cards = shown(bench, qtbot, full(bench))
    presenter = cards.presenter
    dialog = opened(bench, cards, deed)
    qtbot.addWidget(dialog)
    for text in hostile(samples, 12):
        values = {
            one.question_id: text if one.question.kind in TYPED else one.value()
            for one in dialog.fields()
        }
        wrong = presenter.keep(dialog._asked, values)
        assert wrong is not None
        assert all(key in values or not key for key in wrong), wrong
        assert all(sentence.endswith((".", "?", "”")) for sentence in wrong.values())
    assert bench.services.complaints.get(1).ref == "C-2026-0001"


def test_whether_an_action_worked_is_answered_beside_the_figures(bench, cards, made):
    type_into(press_way(cards, "learnt", "Why it went wrong…"), cause_1="slip")
    dialog = press_way(cards, "learnt", "Do something about it…")
    type_into(dialog, text="A list at the door", kind="corrective", cause="slip", done_on="today")
    bench.clock.set(date(2027, 2, 23))
    dialog = press_way(cards, "learnt", "Did it work?")
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "A list at the door" in said
    assert "was the cause of 1 in the 90 days before it was done, and of 0 in the 90 since" in said


def test_what_changed_before_the_cause_was_known_is_against_the_main_one(bench, cards, made):
    type_into(press_way(cards, "learnt", "Do something about it…"), text="A list", done_on="today")
    type_into(press_way(cards, "learnt", "Why it went wrong…"), cause_1="slip")
    dialog = press_way(cards, "learnt", "Done or change…")
    assert dialog.values()["cause"] == "slip"
    dialog.reject()
    bench.clock.set(date(2027, 2, 23))
    dialog = press_way(cards, "learnt", "Did it work?")
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "was the cause of 1 in the 90 days before it was done" in said
