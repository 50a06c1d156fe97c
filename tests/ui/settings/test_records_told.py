# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A form of a list tells what is wrong as soon as a field is left, not only when it is saved."""

from pytestqt.qtbot import QtBot

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.closures_presenter import ClosuresPresenter
from servicedesk.ui.settings.people_topic import PeopleTopic
from servicedesk.ui.settings.records_topic import RecordsTopic
from tests.ui.settings.test_records import form_of, line_of, shown


def test_what_cannot_be_read_is_told_when_its_field_is_left(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(PeopleTopic(bench), qtbot)
    page.add()
    form = form_of(page, qtbot)
    limit = next(field for field in form.fields() if field.question_id == "limit_pence")
    qtbot.keyClicks(limit.focus_target(), "twenty quid")
    limit.commit()
    assert "twenty quid" in limit.error()
    assert [field.error() for field in form.fields() if field is not limit] == [""] * (
        len(form.fields()) - 1
    )
    form.reject()


def test_a_last_day_before_the_first_is_told_when_it_is_left(
    bench: Workbench, qtbot: QtBot
) -> None:
    page = shown(RecordsTopic(bench, ClosuresPresenter(bench)), qtbot)
    page.add()
    form = form_of(page, qtbot)
    qtbot.keyClicks(line_of(form, "first"), "24/12")
    last = next(field for field in form.fields() if field.question_id == "last")
    qtbot.keyClicks(last.focus_target(), "tomorrow")
    last.commit()
    assert last.error()
    form.reject()
