# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pages of facts: kept as they are answered, taken back by undo, refused beside the field."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from servicedesk.domain.guides import QuestionKind, all_questions
from servicedesk.domain.kinds import ChangeSet
from servicedesk.domain.names import clean_name
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.guide.facts_presenter import FactsPresenter
from servicedesk.ui.settings.business_topic import BusinessTopic
from servicedesk.ui.settings.facts_topic import FactsTopic
from servicedesk.ui.settings.retention_presenter import RetentionPresenter
from servicedesk.ui.settings.retention_topic import RetentionTopic
from tests.helpers.qt import png
from tests.ui.charter.benches import Heard


def shown(page: FactsTopic, qtbot: QtBot) -> FactsTopic:
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.arrive()
    page.show()
    qtbot.waitExposed(page)
    return page


def type_into(page: FactsTopic, question_id: str, text: str, qtbot: QtBot) -> None:
    """Type into a field in the place of what stands there, and leave it."""
    field = page.field(question_id)
    assert field is not None
    edit = field.focus_target()
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    field.commit()


def undo(bench: Workbench) -> None:
    """As the bar does it."""
    changes: ChangeSet = bench.services.undo.undo(bench.who).changes
    bench.changes.announce(changes)


def test_an_answer_is_kept_when_its_field_is_left(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(BusinessTopic(bench), qtbot)
    type_into(page, "trading_name", "Hollins & Sons", qtbot)
    assert bench.services.business.answers()["trading_name"] == "Hollins & Sons"
    assert heard.said == ["Saved."]
    type_into(page, "trading_name", "Hollins", qtbot)
    undo(bench)
    field = page.field("trading_name")
    assert field is not None
    assert field.value() == "Hollins & Sons"


def test_what_does_not_fit_stays_beside_its_reason(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(BusinessTopic(bench), qtbot)
    type_into(page, "since_year", "2090", qtbot)
    year = page.field("since_year")
    assert year is not None
    assert "2026" in year.error()
    assert str(year.value()) == "2090"
    # Another answer, kept meanwhile, takes nothing away from it.
    type_into(page, "town", "Todmorden", qtbot)
    assert str(year.value()) == "2090"
    assert year.error()
    type_into(page, "since_year", "1987", qtbot)
    assert year.error() == ""
    assert bench.services.business.answers() == {"town": "Todmorden", "since_year": 1987}
    assert heard.said == ["Saved.", "Saved."]


def test_leaving_the_page_keeps_what_is_being_typed(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(BusinessTopic(bench), qtbot)
    field = page.field("owner_name")
    assert field is not None
    qtbot.keyClicks(field.focus_target(), "Ruth")
    page.leave()
    assert bench.services.business.answers() == {"owner_name": "Ruth"}
    assert page.first_focus() is not None
    assert page.field("no such question") is None


def test_questions_come_and_go_with_what_was_said(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(FactsTopic(bench, ("outside_help",)), qtbot)
    assert page.field("outside_help_body") is None
    bench.services.business.save({"outside_help_status": "voluntary"}, "Ruth")
    page.arrive("outside_help_body")
    assert page.field("outside_help_body") is not None


def test_times_of_keeping_are_typed_in_words(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(RetentionTopic(bench), qtbot)
    field = page.field("retention_complaint")
    assert field is not None
    assert field.value() == "6 years"
    type_into(page, "retention_complaint", "7 years 1 month", qtbot)
    assert bench.services.business.answers() == {"retention_complaint": 85}
    assert field.value() == "7 years 1 month"
    type_into(page, "retention_complaint", "seven", qtbot)
    assert "seven" in field.error()
    assert field.value() == "seven"
    type_into(page, "retention_complaint", "1 month", qtbot)
    assert "12" in field.error()
    type_into(page, "retention_complaint", "", qtbot)
    assert bench.services.business.answers() == {}
    assert field.value() == "6 years"


def test_times_that_are_the_same_for_everyone_are_told(bench: Workbench, qtbot: QtBot) -> None:
    presenter = RetentionPresenter(bench)
    assert len(presenter.fixed()) == 5
    assert all(line[0].isupper() and line.endswith(".") for line in presenter.fixed())
    assert presenter.words(1) == "1 month"
    assert presenter.words(0) == "0 months"
    assert presenter.words(12) == "1 year"


def test_a_logo_is_chosen_shown_and_removed(
    bench: Workbench, heard: Heard, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(BusinessTopic(bench), qtbot)
    assert isinstance(page, BusinessTopic)
    picture = tmp_path / "logo.png"
    picture.write_bytes(png(60, 30))
    chosen: list[Path | None] = [None, tmp_path / "gone.png", tmp_path / "words.png", picture]
    (tmp_path / "words.png").write_text("no picture")
    answers = iter(chosen)
    monkeypatch.setattr("servicedesk.ui.settings.logo_box.open_file", lambda *_args: next(answers))
    box = page.logo_box
    box.choose_button.click()
    assert bench.services.business.logo() is None
    box.choose_button.click()
    assert "gone.png" in page.presenter.state.errors["logo"]
    box.choose_button.click()
    assert "words.png" in page.presenter.state.errors["logo"]
    box.choose_button.click()
    logo = bench.services.business.logo()
    assert logo is not None
    assert (logo.width, logo.height) == (60, 30)
    assert page.presenter.state.errors == {}
    assert box.remove_button.isVisible()
    box.remove_button.click()
    assert bench.services.business.logo() is None
    assert not box.remove_button.isVisible()
    assert heard.said == ["Logo added.", "Logo removed."]


def seen(text: str) -> list[str]:
    """The words of a text; signs that cannot be seen are not kept in names."""
    return clean_name(text.replace("\v", " ").replace("\f", " ")).split()


def test_hostile_strings_are_kept_or_refused_in_every_field(
    bench: Workbench, qtbot: QtBot, hostile: list[str]
) -> None:
    presenter = FactsPresenter(bench)
    words = {QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.CONTACT}
    asked = [q for q in all_questions(bench.services.business.guide()) if q.kind in words]
    assert len(asked) > 10
    for at, text in enumerate(hostile):
        # Every field meets every kind of string; every string meets a field that takes any words.
        for question in (asked[at % len(asked)], asked[0]):
            if presenter.keep(question.id, text):
                kept = bench.services.business.answers().get(question.id, "")
                assert seen(str(kept)) == seen(text)
                assert question.id not in presenter.state.errors
            else:
                assert presenter.state.errors[question.id]
    for question in asked:
        for text in hostile[::23]:
            presenter.keep(question.id, text)


def test_hostile_strings_stand_in_the_field_as_typed(
    bench: Workbench, qtbot: QtBot, hostile: list[str]
) -> None:
    page = shown(BusinessTopic(bench), qtbot)
    field = page.field("trading_name")
    assert field is not None
    for text in hostile:
        field.show_typed(text)
        typed = str(field.value())
        field.commit()
        known = bench.services.business.answers().get("trading_name", "")
        assert field.error() or seen(str(known)) == seen(typed)
        if field.error():
            assert str(field.value()) == typed
