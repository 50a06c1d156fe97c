# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the world may do to a check meanwhile: it is told in words, and nothing is lost."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.checks import Answer, Bank
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.checks import Checks
from servicedesk.services.checks_papers import CheckPapers
from servicedesk.ui.core.rooms import Place
from tests.ui.selfcheck.made import NO, RUTH, YES, all_of, finished


@pytest.fixture
def fails(monkeypatch):
    """Makes a use case fail as a damaged or full disk does."""

    def fail(name, of=Checks, fault=None):
        def failing(*_args, **_named):
            raise fault or Trouble("program_file_missing", file="selfcheck.toml")

        monkeypatch.setattr(of, name, failing)

    return fail


def arrive(page, item):
    page.arrive(Place(room="improve", part="check", item=item))
    QApplication.processEvents()


@pytest.mark.parametrize("name", ["open_one", "proofs", "bank", "law_days"])
def test_questions_that_cannot_be_read_are_told(opened, bench, heard, fails, name):
    bench.services.checks.begin(Bank.SELF_CHECK, False, RUTH)
    page = opened()
    fails(name)
    arrive(page, "self_check")
    assert heard.troubles
    assert not page.asking.isVisible()


@pytest.mark.parametrize("name", ["get", "result", "planned", "before"])
def test_a_result_that_cannot_be_read_is_told(opened, bench, heard, fails, name):
    number = finished(bench.services, all_of(YES))
    page = opened()
    fails(name)
    arrive(page, f"result/{number}")
    assert heard.troubles
    assert not page.result.isVisible()


def test_an_answer_that_cannot_be_kept_is_told_and_shown_as_not_kept(opened, bench, heard, fails):
    page = opened("self_check")
    box = page.asking.boxes[0]
    fails("answer")
    box.note.show_typed("a list")
    box.note.typed.emit()
    page.asking.commit()
    assert heard.troubles
    assert page.asking.presenter.state.card.answers.get(box.id) is None
    assert page.asking.presenter.state.rows[0].typed == {"note": "a list"}
    box.row.chips[0].click()
    assert box.row.picked() == ()


def test_an_answer_to_a_check_that_is_finished_elsewhere_is_refused_in_words(opened, bench):
    page = opened("self_check")
    number = bench.services.checks.open_one(Bank.SELF_CHECK).id
    box = page.asking.boxes[0]
    bench.services.checks.answer(number, box.id, all_of(YES)(0), RUTH)
    bench.services.checks.finish(number, RUTH)
    page.asking.presenter.answer(box.id, Answer.NO)
    assert box.note.error().startswith("This check is finished.")


def test_a_second_check_of_a_kind_is_not_begun(opened, bench, heard):
    page = opened()
    bench.services.checks.begin(Bank.SELF_CHECK, False, RUTH)
    page.begin(Bank.SELF_CHECK, True)
    assert heard.said[0].startswith("You have begun this check already.")


def test_a_plan_that_cannot_be_kept_is_told(opened, bench, heard, fails):
    page = opened(str(finished(bench.services, all_of(NO))))
    fails("plan")
    page.result.plan.plan_button.click()
    assert heard.troubles
    assert page.result.plan.due.error() == "It could not be kept."
    assert len(page.result.plan.ticked()) == 3


def test_a_paper_that_cannot_be_made_is_told(opened, bench, heard, fails):
    page = opened(str(finished(bench.services, all_of(NO))))
    fails("report", CheckPapers)
    assert page.print_job() is None
    assert len(heard.troubles) == 1
    fails("report", CheckPapers, Refusal("record_gone", record="checks"))
    assert page.print_job() is None
    assert heard.said


def test_the_home_tells_what_cannot_be_read(opened, bench, heard, fails):
    page = opened()
    fails("finished")
    page.home.presenter.open()
    assert len(heard.troubles) == 1
    assert page.home.presenter.finished_today(Bank.SECURITY) is None
    fails("open_one")
    page.home.presenter.remove_open(Bank.SECURITY)
    assert page.home.presenter.blank(Bank.SECURITY) is None
    assert len(heard.troubles) == 4
