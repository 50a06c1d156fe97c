# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a check comes to on the screen: in calm words, with what to do on Monday."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.checks import Bank, GivenAnswer
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.reports import DAY
from tests.ui.selfcheck.made import NEVER, NO, PARTLY, RUTH, YES, all_of, finished
from tests.ui.widgets.made import press

_FORBIDDEN = ("certified", "accredited", "compliant", "compliance", "kitemark", "meets bs", "badge")


def settle():
    for _ in range(3):
        QApplication.processEvents()


def texts(page):
    settle()
    return seen_texts(page)


def mixed(place):
    """Every answer, some with what shows it, some with a reason."""
    answer = (YES, PARTLY, NO, NEVER)[place % 4]
    return GivenAnswer(
        answer=answer,
        note="a list by the till" if place % 8 == 0 else "",
        departure="we are two with one van" if answer is NO and place % 3 == 0 else "",
    )


def test_the_result_says_number_word_evidence_and_what_it_is_not(opened, bench):
    number = finished(bench.services, all_of(YES, note="seen"))
    page = opened(f"result/{number}")
    said = texts(page)
    assert page.result.isVisible()
    assert "100 of 100: Strong" in said
    assert "64 of 64 yes answers say what shows it." in said
    assert "Finished on 23 November 2026: 64 of 64 answered." in said
    whole = " ".join(said)
    assert "It is not an audit, a certificate or a statement that the code is followed." in whole
    assert "which has not checked this result or this software." in whole
    assert not [word for word in _FORBIDDEN if word in whole.casefold()]
    assert "Nothing: every answer that counts is yes, or has its reason." in said
    assert not page.result.plan.plan_button.isVisible()
    assert page.result.print_button.hasFocus()


def test_the_result_is_read_from_its_top_each_time_it_is_opened(opened, bench, qtbot):
    number = finished(bench.services, all_of(NO))
    page = opened(f"result/{number}", high=420)
    bar = page.result.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == 0)
    assert page.result.print_button.hasFocus()
    page.result.plan.plan_button.setFocus()
    assert bar.value() > 0
    bench.navigator.open("improve", "check", f"result/{number}")
    qtbot.waitUntil(lambda: bar.value() == 0)
    assert page.result.print_button.hasFocus()


@pytest.mark.parametrize(("yes", "whose"), [(1, "yes answer"), (9, "9 yes answers")])
def test_nothing_noted_is_said_kindly(opened, bench, yes, whose):
    number = finished(bench.services, lambda place: GivenAnswer(answer=YES if place < yes else NO))
    said = f"Nothing is noted yet of what shows your {whose}. It helps next year."
    assert said in texts(opened(f"result/{number}"))


@pytest.mark.parametrize("is_short", [True, False])
def test_key_questions_are_called_so_only_beside_others(opened, bench, is_short):
    number = finished(bench.services, all_of(NO), is_short=is_short)
    said = texts(opened(f"result/{number}"))
    named = [one for one in said if one.startswith("Key question. You said no: ")]
    plain = [one for one in said if one.startswith("You said no: ")]
    assert (bool(named), bool(plain)) == (not is_short, is_short)
    assert ("Three are enough to begin with; change the ticks." in said) is is_short


def test_a_key_question_answered_no_holds_the_word_back_and_comes_first(opened, bench):
    questions = list(bench.services.checks.bank(Bank.SELF_CHECK).questions)
    held = next(one for one in questions[30:] if one.is_key)
    asked = [one.id for one in questions if not one.is_for_staff]
    at = asked.index(held.id)
    number = finished(bench.services, lambda place: all_of(NO if place == at else YES)(place))
    page = opened(str(number))
    said = " ".join(texts(page))
    assert "of 100: Building" in said
    assert "By the number alone it would be “Strong”. It stays at “Building”" in said
    assert page.result.plan.rows[0].id == held.id
    assert page.result.plan.ticked() == (held.id,)


def test_under_four_fifths_there_is_no_number_and_the_page_says_why(opened, bench):
    number = finished(bench.services, all_of(PARTLY), first=30)
    page = opened(f"result/{number}")
    said = texts(page)
    assert not [text for text in said if text.endswith((": Building", ": Starting out"))]
    assert (
        "There is no number for the whole check: 47 % of the questions are answered, and it "
        "takes 80 %. What to do first stands below all the same." in said
    )
    assert len(page.result.plan.ticked()) == 3


def test_where_nothing_applies_there_is_no_number_and_no_chart(opened, bench):
    number = finished(bench.services, all_of(NEVER))
    page = opened(str(number))
    said = " ".join(texts(page))
    assert "There is no number: no answer counts" in said
    assert "Nothing, as no answer counts." in said
    assert page.result.chart is None
    assert findings(page) == []


def test_what_is_ticked_goes_on_the_list_once(opened, bench, heard):
    number = finished(bench.services, mixed)
    page = opened(f"result/{number}")
    plan = page.result.plan
    ticked = plan.ticked()
    assert len(ticked) == 3
    assert page.result.print_button.hasFocus()
    plan.plan_button.setFocus()
    assert (plan.who.value(), plan.due.value()) == ("Ruth", DAY + timedelta(days=28))
    press(page, Qt.Key.Key_Return)
    settle()
    assert heard.said == ["3 things are on the list of things to do."]
    kept = [card.draft for card in bench.services.actions.open_ones()]
    assert {draft.source_key for draft in kept} == set(ticked)
    assert {(draft.owner, draft.source_id) for draft in kept} == {("Ruth", number)}
    assert {draft.due for draft in kept} == {DAY + timedelta(days=28)}
    assert plan.ticked() == ()
    assert plan.list_button.hasFocus()
    press(page, Qt.Key.Key_Space)
    assert (heard.places[-1].room, heard.places[-1].part) == ("improve", "actions")
    plan.plan_button.click()
    assert plan.due.error() == "Tick at least one thing to do."
    assert len(bench.services.actions.open_ones()) == 3
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    settle()
    assert bench.services.actions.open_ones() == ()
    assert all(row.tick is not None for row in plan.rows)


@pytest.mark.parametrize(
    ("who", "day", "field"),
    [("Ruth", "soon", "due"), ("Ruth", "31/2", "due"), ("x" * 25_000, "+5", "who")],
)
def test_what_cannot_be_is_said_beside_its_field(opened, bench, who, day, field):
    page = opened(str(finished(bench.services, all_of(NO))))
    plan = page.result.plan
    plan.who.show_typed(who)
    plan.due.show_typed(day)
    plan.plan_button.click()
    assert getattr(plan, field).error()
    assert bench.services.actions.open_ones() == ()
    assert len(plan.ticked()) == 3


def test_no_day_is_needed(opened, bench):
    page = opened(str(finished(bench.services, all_of(NO))))
    page.result.plan.due.show_typed("")
    page.result.plan.who.show_typed("")
    page.result.plan.plan_button.click()
    assert {card.draft.due for card in bench.services.actions.open_ones()} == {None}


def test_ticks_and_names_survive_a_kill(opened, bench):
    number = finished(bench.services, all_of(NO))
    plan = opened(str(number)).result.plan
    plan.rows[0].tick.click()
    plan.rows[5].tick.click()
    plan.who.show_typed("Tom")
    wanted = plan.ticked()
    plan._keeper.flush()  # a second later; then the program is killed
    again = opened(str(number)).result.plan
    assert again.ticked() == wanted
    assert again.who.value() == "Tom"
    assert bench.services.drafts.kept("checks", str(number)) is not None
    again.plan_button.click()
    assert bench.services.drafts.kept("checks", str(number)) is None


def test_the_rest_of_many_gaps_waits_behind_a_button(opened, bench):
    page = opened(str(finished(bench.services, all_of(NO))))
    plan = page.result.plan
    settle()
    assert [row.parts[1].isVisible() for row in plan.rows[:9]] == [True] * 8 + [False]
    assert plan.more_button.text() == "Show 56 more"
    plan.more_button.click()
    settle()
    assert all(row.parts[1].isVisible() for row in plan.rows)
    assert not plan.more_button.isVisible()
    assert plan.rows[8].tick.hasFocus()


def test_what_is_done_differently_stands_with_its_reason_and_is_no_gap(opened, bench):
    page = opened(str(finished(bench.services, all_of(NO, departure="we are two <b>"))))
    said = texts(page)
    assert "What we do differently, and why" in said
    assert said.count("We do it differently because: we are two <b>") == 64
    assert page.result.plan.rows == []


def test_a_year_later_the_difference_is_shown(opened, bench, clock):
    finished(bench.services, all_of(PARTLY))
    clock.set(date(2027, 11, 22))
    number = finished(bench.services, lambda place: all_of(YES if place else NO)(place))
    page = opened(str(number))
    said = texts(page)
    comparison = bench.services.checks.compared(number)
    assert (
        f"+{comparison.points} points since 23 November 2026, on the 64 questions answered both "
        "times." in said
    )
    assert "Beside 23 November 2026: better 63, not as good 1, the same 0." in said
    assert said.count("then partly, now yes") == 63
    assert said.count("then partly, now no") == 1
    assert "Finished on 22 November 2027: 64 of 64 answered." in said


def test_a_bank_that_changed_since_is_told_of(opened, bench, monkeypatch):
    finished(bench.services, all_of(PARTLY))
    number = finished(bench.services, all_of(YES))
    checks = bench.services.checks
    beside = replace(checks.compared(number), is_other_bank=True)
    monkeypatch.setattr(checks, "compared", lambda _number: beside)
    came_to = replace(checks.result(number), gone=2)
    monkeypatch.setattr(checks, "result", lambda _number: came_to)
    said = " ".join(texts(opened(str(number))))
    assert "2 questions of that day are no longer asked, and do not count here." in said
    assert "The questions were not all the same last time." in said


def test_the_chart_is_drawn_with_its_numbers_beside_it(opened, bench, qtbot):
    page = opened(str(finished(bench.services, all_of(PARTLY))))
    chart = page.result.chart
    with qtbot.waitSignal(page.result.presenter.drawn, timeout=20_000):
        chart.drawing.ask()
    assert chart.drawing.has_picture
    assert chart.drawing.accessibleName().startswith("Part by part, of 100 points. ")
    assert [bar.shown for bar in chart.chart.bars] == ["50"] * 6


def test_a_check_is_removed_and_brought_back(opened, bench, heard):
    number = finished(bench.services, all_of(YES))
    page = opened(f"result/{number}")
    page.result.remove_button.click()
    settle()
    assert page.home.isVisible()
    assert page.home.past == []
    assert heard.said == ["Check removed."]
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    settle()
    assert [row.id for row in page.home.past] == [number]


@pytest.mark.parametrize("item", ["result/77", "77", "result/x", "nonsense"])
def test_what_is_not_there_leads_home(opened, item):
    assert opened(item).home.isVisible()


def test_one_that_is_not_finished_has_no_result(opened, bench):
    number = bench.services.checks.begin(Bank.SELF_CHECK, True, RUTH).card.id
    assert opened(f"result/{number}").home.isVisible()


@pytest.mark.parametrize("bank", [bank for bank in Bank if bank is not Bank.SELF_CHECK])
def test_a_short_check_names_no_standard(opened, bench, bank):
    page = opened(str(finished(bench.services, mixed, bank=bank)))
    said = " ".join(texts(page))
    assert "BS 8477" not in said
    assert "nobody else has checked it" in said
    assert [bar.label for bar in page.result.chart.chart.bars] == [
        "Yes",
        "Partly",
        "No",
        "Does not apply",
    ]
    assert findings(page) == []


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200), ("light", 200)])
def test_the_result_passes_the_audits(opened, bench, scheme, percent):
    finished(bench.services, all_of(NO))
    number = finished(bench.services, mixed)
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = opened(f"result/{number}")
    settle()
    assert findings(page) == []
    page.result.plan.plan_button.click()
    settle()
    assert findings(page) == []


def test_the_report_is_printed(opened, bench, monkeypatch):
    page = opened(str(finished(bench.services, mixed)))
    assert page.print_job().offers[0].id == "check_report"
    shown = []
    monkeypatch.setattr(
        "servicedesk.ui.selfcheck.page.show_print", lambda job, *_args: shown.append(job.title)
    )
    page.result.print_button.click()
    assert shown == ["How we checked ourselves, 23 November 2026"]
