# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures about promises: the same count as above their list, with its interval and its base."""

from datetime import UTC, date, datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.figures import FigureUnit, Sureness, Which
from servicedesk.domain.figures_words import figure_words
from servicedesk.domain.periods import Period
from servicedesk.domain.promise_figures import promise_figures, rate_figures
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rates import Case, KeptRate
from tests.helpers.builders import words

OCTOBER = Period(first=date(2026, 10, 1), last=date(2026, 10, 31))
FRIDAY, TUESDAY = date(2026, 10, 2), date(2026, 10, 6)
NOW = datetime(2026, 10, 31, 12, tzinfo=UTC)


def case(outcome: Outcome | None, count: int, **said: object) -> Case:
    values: dict[str, object] = {"due": Due(day=FRIDAY), "outcome": outcome, "count": count}
    return Case(**values | said)


def test_scenario_07_fourteen_of_nineteen_promises_kept() -> None:
    cases = [
        case(Outcome.KEPT, 14, ended_on=FRIDAY),
        case(Outcome.LATE, 3, ended_on=TUESDAY, told_on=FRIDAY),
        case(Outcome.BROKEN, 2, ended_on=TUESDAY),
        case(Outcome.RELEASED, 1, ended_on=FRIDAY),
    ]
    found = {one.code: one for one in promise_figures(cases, OCTOBER, NOW, WorkingCalendar())}
    kept = found["kept"]
    assert (kept.part, kept.base, kept.sureness) == (14, 19, Sureness.EARLY)
    assert kept.value is not None
    assert round(float(kept.value), 1) == 73.7
    said = figure_words(kept, words())
    assert said.line() == "74 % of the 19 promises we wrote down"
    assert "between 51.2 % and 88.2 %" in said.sure
    assert said.caution == "early sign"
    assert said.period == "October 2026"
    late, told = found["lateness"], found["told"]
    assert (late.unit, late.value, late.base) == (FigureUnit.DAYS, 2, 3)
    assert (told.part, told.base) == (3, 5)
    assert figure_words(told, words()).line() == "60 % of the 5 missed promises"
    assert figure_words(late, words()).line() == "Too few yet: 3 promises done late"


def test_the_wall_says_the_base_the_moved_ones_and_the_undecided_and_no_interval() -> None:
    rate = KeptRate(kept=50, late=1, broken=1, revised=6, undecided=3)
    said = figure_words(rate_figures(rate, OCTOBER)[0], words())
    assert said.line() == (
        "96 % of the 52 promises we wrote down, "
        "of which 6 had their date moved by agreement, and 3 overdue, not yet decided"
    )
    assert "between" not in said.line()


def test_few_none_and_none_kept_are_said_kindly() -> None:
    few = figure_words(rate_figures(KeptRate(kept=3, late=1), OCTOBER)[0], words())
    assert few.line() == "3 of 4 promises we wrote down were kept"
    none = figure_words(rate_figures(KeptRate(undecided=2), OCTOBER)[0], words())
    assert none.line() == "Nothing decided yet, and 2 overdue, not yet decided"
    bad = figure_words(rate_figures(KeptRate(late=2), OCTOBER)[0], words())
    assert bad.line() == "none yet of the 2 promises we wrote down"


def test_what_there_is_nothing_to_say_of_is_left_out() -> None:
    codes = [one.code for one in rate_figures(KeptRate(), OCTOBER)]
    assert codes == ["kept", "undecided"]
    codes = [one.code for one in rate_figures(KeptRate(kept=1, broken=1), OCTOBER)]
    assert codes == ["kept", "revised", "told", "undecided"]


def test_each_opens_its_very_records() -> None:
    rate = KeptRate(kept=5, late=2, broken=1, revised=1, told_before=1, late_days=4, undecided=3)
    chosen = {
        one.code: (
            one.records and one.records.which,
            one.part_records and one.part_records.which,
            one.base,
        )
        for one in rate_figures(rate, OCTOBER)
    }
    assert chosen == {
        "kept": (Which.DUE, Which.KEPT, 8),
        "revised": (Which.DUE, Which.REVISED, 8),
        "lateness": (Which.LATE, None, 2),
        "told": (Which.MISSED, Which.TOLD, 3),
        "undecided": (Which.UNDECIDED, None, 3),
    }
    undecided = figure_words(rate_figures(rate, OCTOBER)[-1], words())
    assert undecided.line() == "3 promises are overdue and not yet decided"
