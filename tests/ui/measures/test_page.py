# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of figures: what stands on it, what it leads to, and how it looks in every dress."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.figures import Part
from servicedesk.domain.figures_places import records_of
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.periods import Period
from servicedesk.ui.core.rooms import Place
from tests.helpers import audits
from tests.helpers.qt import seen_texts
from tests.helpers.reports import USUAL, empty, in_whole_months, report
from tests.ui.widgets.made import press

HERE = Place(room="measures")


def card(page, part):
    return next(card for card in page.figures.cards if card.section.part is part)


def link(view, place):
    return next(one for key, one in view.links.items() if key.endswith(f" {place.item}"))


def test_the_parts_stand_in_their_order_with_the_chief_figure_first(opened):
    page = opened()
    assert [card.section.part for card in page.figures.cards] == [
        Part.PROMISES,
        Part.CAUSES,
        Part.SATISFACTION,
        Part.TIMES,
    ]
    assert card(page, Part.PROMISES).views[0].figure.figure == "88 %"
    assert "26 August to 23 November 2026" in seen_texts(page)


def test_demand_34_every_figure_has_base_period_and_formula_within_reach(opened):
    page = opened()
    for shown in page.figures.cards:
        for button in shown.folds.buttons:
            button.click()
        texts = " ".join(seen_texts(shown))
        for view in shown.views:
            figure = view.figure
            assert figure.formula
            assert figure.period
            for words in (figure.title, figure.figure, figure.base, figure.formula):
                assert words in texts
            assert figure.period in " ".join(seen_texts(page))


def test_demand_34_a_figure_of_other_days_than_the_report_says_which(opened, figures):
    figures.make = in_whole_months
    page = opened()
    told = {
        view.figure.title: " ".join(seen_texts(view))
        for one in page.figures.cards
        for view in one.views
    }
    months = "1 September to 31 October 2026"
    assert f"counted over {months}" in told.pop("Complaints for every 100 customers")
    assert not any(months in texts for texts in told.values())
    for one in page.figures.cards:
        for view in one.views[1:]:
            assert ("counted over" in " ".join(seen_texts(view))) is (
                view.figure.period != page.figures.presenter.state.days
            )


def test_few_cases_are_an_early_sign_in_words_and_with_a_sign(opened):
    satisfied = card(opened(), Part.SATISFACTION)
    assert "early sign" in seen_texts(satisfied)
    assert satisfied.views[0].figure.figure == "70 %"


def test_a_change_that_may_be_chance_is_no_clear_change(opened):
    assert "no clear change" in seen_texts(card(opened(), Part.PROMISES))


def test_how_sure_it_is_stands_behind_a_question(opened):
    promises = card(opened(), Part.PROMISES)
    sure = next(b for b in promises.folds.buttons if b.text() == "How sure is this?")
    interval = next(
        one for one in promises.findChildren(QLabel) if "most likely lies between" in one.text()
    )
    assert not interval.isVisible()
    sure.click()
    assert interval.isVisible()
    sure.click()
    assert not interval.isVisible()


def test_a_number_leads_to_its_very_records_and_its_base_to_all_of_them(opened, heard):
    promises = card(opened(), Part.PROMISES)
    chief = promises.views[0].figure
    for place, which in ((chief.records, "kept"), (chief.base_records, "due")):
        link(promises.views[0], place).click()
        assert heard.places[-1] == place
        assert (place.room, place.part) == ("measures", "records")
        at = records_of(place.item)
        assert (at.kind, at.which, at.period) == (Kind.PROMISE, which, USUAL)


def test_a_number_of_a_chart_leads_to_its_records(opened, heard):
    chart = card(opened(), Part.CAUSES).charts[0]
    next(iter(chart.links.values())).click()
    assert records_of(heard.places[-1].item).value == "0"


def test_one_comes_back_to_the_figure_one_went_by(opened):
    page = opened()
    number = next(iter(card(page, Part.SATISFACTION).links.values()))
    number.click()
    page.arrive(HERE)
    assert page.first_focus() is number
    assert page.first_focus() is page.figures.chooser.row.resting()


def test_what_nobody_writes_down_says_so_and_how_to_begin(opened, heard):
    satisfied = card(opened(), Part.SATISFACTION)
    line = satisfied.views[1]
    assert line.figure.figure == "not recorded"
    assert line.figure.missing in seen_texts(satisfied)
    link(line, line.figure.begin).click()
    assert heard.places[-1] == Place(room="measures", part="served")


def test_with_nothing_at_all_there_is_a_sentence_and_a_button(opened, figures, heard):
    figures.make = empty
    page = opened()
    texts = seen_texts(page)
    assert any(text.startswith("Nothing was written down in these days.") for text in texts)
    assert "Save as CSV" not in texts
    assert page.print_job() is None
    page.figures.first_button.click()
    assert heard.places[-1] == Place(room="promises", item="new")


def test_after_a_first_month_counts_are_shown_and_no_percentages(opened, figures):
    figures.make = lambda period: replace(
        report(period), sections=report(period, kept=3, due=4).sections[:1]
    )
    promises = card(opened(), Part.PROMISES)
    assert promises.views[0].figure.figure == "3 of 4"
    assert not any("%" in text for text in seen_texts(promises))


def test_the_chart_is_drawn_and_its_numbers_stand_beside_it(opened, qtbot):
    chart = card(opened(), Part.CAUSES).charts[0]
    qtbot.waitUntil(lambda: chart.drawing.has_picture)
    assert chart.drawing.accessibleName() == "Of 13 complaints with a cause, 7 had too few people."
    texts = seen_texts(chart)
    for words in ("Cause", "Complaints", "Too few people", "7", "Together so far", "54 %"):
        assert words in texts


def test_the_numbers_of_a_long_chart_wait_behind_a_question(opened):
    chart = card(opened(), Part.TIMES).charts[0]
    number = next(one for one in chart.findChildren(QLabel) if one.text() == "23:00")
    assert not number.isVisible()


def test_a_change_is_read_while_the_page_is_looked_at_and_later_otherwise(opened, bench, figures):
    page = opened()
    changed = ChangeSet({Kind.PROMISE: {1}})
    bench.changes.announce(changed)
    assert len(figures.asked) == 2
    page.leave()
    bench.changes.announce(changed)
    assert len(figures.asked) == 2
    page.arrive(HERE)
    assert len(figures.asked) == 3
    page.arrive(HERE)
    assert len(figures.asked) == 3


def test_a_refresh_leaves_the_keyboard_where_it_was(opened, bench, figures):
    page = opened()
    promises = card(page, Part.PROMISES)
    view = promises.views[0]
    link(view, view.figure.records).setFocus()
    figures.make = lambda period: report(period, kept=47, due=53)
    bench.changes.announce(ChangeSet({Kind.PROMISE: {1}}))
    again = card(page, Part.PROMISES).views[0]
    assert again is not view
    assert link(again, again.figure.records).hasFocus()
    assert again.figure.figure == "89 %"


def test_a_file_that_cannot_be_read_is_told_and_the_page_stays(opened, bench, figures, heard):
    page = opened()

    def fail(_period: Period):
        raise Trouble("sqlite_unfit", name="synchronous")

    figures.make = fail
    bench.changes.announce(ChangeSet({Kind.PROMISE: {1}}))
    assert len(heard.troubles) == 1
    assert len(page.figures.cards) == 4


def test_points_that_lie_on_no_scale_are_told_and_make_no_figure(opened, bench, figures, heard):
    page = opened()

    def fail(_period: Period):
        raise Refusal("score_off_scale", "satisfaction", found="7", lowest="1", highest="5")

    figures.make = fail
    bench.changes.announce(ChangeSet({Kind.FEEDBACK: {1}}))
    assert heard.said[-1].startswith("7 is not on this scale")
    assert len(page.figures.cards) == 4


def test_what_is_counted_by_hand_and_the_reports_are_a_key_away(opened, heard):
    page = opened()
    for part, button in page.figures.part_buttons.items():
        button.click()
        assert heard.places[-1] == Place(room="measures", part=part)


def test_enter_opens_the_records_by_keyboard(opened, heard):
    page = opened()
    view = card(page, Part.PROMISES).views[0]
    link(view, view.figure.records).setFocus()
    press(page, Qt.Key.Key_Return)
    assert heard.places[-1] == view.figure.records


@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize(("percent", "wide"), [(100, 1160), (200, 1230), (200, 700)])
def test_the_page_is_whole_in_every_dress(opened, bench, qapp, scheme, percent, wide):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    page = opened(wide=wide)
    for shown in page.figures.cards:
        for button in shown.folds.buttons:
            button.click()
    QApplication.processEvents()
    assert audits.findings(page) == []
    assert audits.too_small(page, percent) == []
