# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wizard without widgets: pages walked, answers kept at once, typing kept, nothing lost."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from servicedesk.domain.charters import CharterCard
from servicedesk.domain.charters_typing import Typing
from servicedesk.domain.charters_writing import PageMark
from servicedesk.domain.errors import Trouble
from servicedesk.ui.charter.wizard_presenter import TYPING_REST, WizardPresenter
from servicedesk.ui.charter.wizard_state import PUBLISH, Tab
from servicedesk.ui.core.workbench import Workbench
from tests.helpers.builders import charter_draft
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import Heard

SHORT_WAY = ["who_we_are", "reach_us", "how_fast", "late", "not_right", "complaints"]
RUTH = "Ruth"


def begin(bench: Workbench, trade: str = "hardware_shop") -> WizardPresenter:
    bench.services.charter_writing.begin(trade, RUTH)
    return opened(bench)


def finished(bench: Workbench) -> WizardPresenter:
    """A wizard over a charter that may be published."""
    bench.services.charter_writing.begin("hardware_shop", RUTH)
    bench.services.charter_writing.keep(charter_draft(), Typing(), RUTH)
    return opened(bench)


def opened(bench: Workbench) -> WizardPresenter:
    presenter = WizardPresenter(bench)
    presenter.open()
    return presenter


def kept(bench: Workbench) -> tuple[dict[str, object], dict[str, object]]:
    """What the file holds: what is said, and what is only typed."""
    found = bench.services.charter_writing.current()
    assert found is not None
    return dict(found.draft.answers), dict(found.typing.typed)


def mark(presenter: WizardPresenter, page: str) -> PageMark:
    return next(step.mark for step in presenter.state.steps if step.id == page)


def drawn(qtbot: QtBot, presenter: WizardPresenter) -> None:
    qtbot.waitUntil(lambda: presenter.previewer.is_idle, timeout=20_000)


def test_without_a_charter_a_trade_has_to_be_chosen(bench: Workbench) -> None:
    presenter = opened(bench)
    assert not presenter.state.is_begun
    assert not presenter.next()
    presenter.typed("town", "x")
    presenter.answered("town", "x")
    presenter.save_and_stop()
    presenter.publish()
    presenter.go("late")
    assert presenter.print_job() is None


def test_the_short_way_comes_first_and_ends_where_one_publishes(bench: Workbench) -> None:
    presenter = begin(bench)
    assert [step.id for step in presenter.state.steps][:6] == SHORT_WAY
    walked = [presenter.state.at]
    while presenter.state.at != PUBLISH:
        assert presenter.next()
        walked.append(presenter.state.at)
    assert walked == [*SHORT_WAY, PUBLISH]


def test_the_other_pages_follow_and_end_where_one_publishes_too(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.go("ask_first")
    walked = []
    while presenter.state.at != PUBLISH:
        walked.append(presenter.state.at)
        presenter.skip()
    assert walked == [page.id for page in presenter.guide.pages if page.id not in SHORT_WAY]
    presenter.go(SHORT_WAY[0])
    assert not presenter.has_back


@pytest.mark.parametrize("page", ["complaints", "prices", "we_check"])
def test_back_from_publishing_is_where_one_came_from(bench: Workbench, page: str) -> None:
    presenter = begin(bench)
    presenter.go(page)
    presenter.go(PUBLISH)
    presenter.go(PUBLISH)
    presenter.back()
    assert presenter.state.at == page


def test_next_names_the_page_that_comes(bench: Workbench) -> None:
    presenter = begin(bench)
    assert presenter.next_title() == "How to reach us"
    presenter.go("complaints")
    assert presenter.next_title() == ""


def test_an_answer_is_in_the_file_at_once(bench: Workbench, heard: Heard) -> None:
    presenter = begin(bench)
    presenter.answered("trading_name", "  Hollins Hardware ")
    assert kept(bench)[0]["trading_name"] == "Hollins Hardware"
    assert presenter.state.saved_at == bench.clock.now()


def test_typing_is_in_the_file_within_a_second_and_counted_from_the_first_key(
    bench: Workbench, qtbot: QtBot
) -> None:
    presenter = begin(bench)
    assert TYPING_REST < 1000
    presenter.typed("trading_name", "H")
    with qtbot.waitSignal(presenter._typing.timeout, timeout=5000):
        presenter.typed("trading_name", "Hollins")  # a further key starts no new wait
    assert kept(bench)[1] == {"trading_name": "Hollins"}
    assert "trading_name" not in kept(bench)[0]


def test_typing_comes_back_where_one_stopped(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.go("late")
    presenter.typed("late_text", "We ring y")
    presenter.keep_typing()
    again = opened(bench)
    assert again.state.at == "late"
    assert again.state.values["late_text"] == "We ring y"
    assert again.state.draft is not None
    assert again.state.draft.answers["late_text"] != "We ring y"


def test_what_does_not_fit_stays_with_a_sentence_and_is_never_lost(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.answered("since_year", "ages ago")
    assert "since_year" in presenter.state.errors
    assert presenter.state.values["since_year"] == "ages ago"
    assert not presenter.next()
    assert (presenter.state.at, presenter.state.focus) == ("who_we_are", "since_year")
    again = opened(bench)
    assert again.state.values["since_year"] == "ages ago"
    assert again.state.errors
    again.answered("since_year", 1987)
    assert again.state.errors == {}
    assert kept(bench) == (dict(again.state.draft.answers), {})


def test_what_the_field_itself_refused_is_kept_the_same_way(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.wrong("since_year", "nineteen", "A number, please.")
    assert presenter.state.errors == {"since_year": "A number, please."}
    assert kept(bench)[1] == {"since_year": "nineteen"}


def test_back_and_skip_lose_nothing_and_count_nothing_as_read(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.next()
    presenter.typed("phone", "01632 960 123")
    presenter.typed("email", "not an address")
    presenter.back()
    assert kept(bench)[0]["phone"] == "01632 960 123"
    presenter.skip()
    assert presenter.state.values["email"] == "not an address"
    assert kept(bench)[0]["read_pages"] == ("who_we_are",)


def test_next_is_what_makes_ready_made_words_the_owners(bench: Workbench, qtbot: QtBot) -> None:
    presenter = begin(bench)
    presenter.go("late")
    drawn(qtbot, presenter)
    assert mark(presenter, "late") is PageMark.UNREAD
    presenter.next()
    drawn(qtbot, presenter)
    assert mark(presenter, "late") is PageMark.DONE


def test_a_page_that_was_left_with_something_missing_says_what(
    bench: Workbench, qtbot: QtBot
) -> None:
    presenter = begin(bench)
    assert presenter.state.lines == ()
    presenter.next()
    drawn(qtbot, presenter)
    presenter.back()
    assert mark(presenter, "who_we_are") is PageMark.NEEDS
    assert any(line.question == "address" for line in presenter.state.lines)


def test_other_ways_of_working_show_other_pages(bench: Workbench, qtbot: QtBot) -> None:
    presenter = begin(bench)
    drawn(qtbot, presenter)
    assert any(step.id == "the_job" for step in presenter.state.steps)
    presenter.answered("how_you_work", ("they_come",))
    drawn(qtbot, presenter)
    assert not any(step.id == "the_job" for step in presenter.state.steps)


def test_a_text_is_weighed_as_it_is_typed(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.go("not_right")
    presenter.typed("returns_text", "No refunds.")
    assert presenter.state.findings["returns_text"]
    presenter.typed("returns_text", "Bring it back within 28 days you like.")
    presenter.answered("returns_text", "Bring it back, with the receipt.")
    assert presenter.state.findings["returns_text"] == ()
    assert kept(bench)[0]["returns_text"] == "Bring it back, with the receipt."


def test_words_that_stand_there_already_are_weighed_on_arrival(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.go("not_right")
    presenter.answered("returns_text", "No refunds.")
    presenter.go("late")
    assert not presenter.state.findings.get("returns_text")
    presenter.go("not_right")
    assert presenter.state.findings["returns_text"]


def test_standards_are_changed_removed_and_kept_while_typed(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.go("how_fast")
    first = presenter.state.standards[0]
    assert not first.is_ticked
    presenter.type_standard(replace(first, title="Calls"))
    presenter.keep_typing()
    assert opened(bench).state.standards[0].title == "Calls"
    rest = presenter.state.standards[1:]
    presenter.change_standards([replace(first, is_ticked=True), *rest])
    assert presenter.state.standards[0].is_ticked
    again = opened(bench)
    assert again.state.standards[0] == replace(first, is_ticked=True)
    presenter.change_standards(rest)
    assert first.key not in [one.key for one in presenter.state.standards]


def test_a_page_of_the_list_and_a_question_on_it_can_be_asked_for(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.open("complaints", "complaint_person")
    assert (presenter.state.at, presenter.state.focus) == ("complaints", "complaint_person")
    presenter.open("no_such_page")
    assert presenter.state.at == "who_we_are"


def test_notes_stand_beside_the_page_they_concern(bench: Workbench) -> None:
    presenter = finished(bench)
    notes = "2026-05-02 | a regular | Ring me back | We do now | late\nFive more at the till."
    presenter.answered("asked_customers", notes)
    presenter.go("late")
    assert presenter.state.notes == ("Ring me back",)
    for page in ("ask_first", "complaints", PUBLISH):
        presenter.go(page)
        assert presenter.state.notes == ()


def test_what_stands_in_the_way_is_said_by_page_and_publishing_waits(
    bench: Workbench, heard: Heard
) -> None:
    presenter = begin(bench)
    presenter.publish()
    assert presenter.state.at == PUBLISH
    assert heard.said == []
    first = presenter.state.groups[0]
    assert first.page == "ask_first" or any(line.blocks for line in first.lines)
    lines = [line for group in presenter.state.groups for line in group.lines]
    assert any(line.is_of_poster for line in lines)
    assert any(not line.blocks for line in lines)


def test_one_yes_approves_and_publishes(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    presenter = finished(bench)
    presenter.go(PUBLISH)
    assert presenter.state.supersedes == 0
    assert presenter.state.progress is not None
    assert presenter.state.progress.is_text_ready
    with qtbot.waitSignal(presenter.published) as told:
        presenter.publish()
    card = told.args[0]
    assert isinstance(card, CharterCard)
    assert bench.services.charters.published() == card
    assert heard.said == ["Your charter is published."]
    assert presenter.state.draft is None
    presenter.open(PUBLISH)
    assert presenter.state.supersedes == 1
    assert presenter.state.number == 2


def test_the_preview_follows_the_newest_answer(bench: Workbench, qtbot: QtBot) -> None:
    presenter = begin(bench)
    for name in ("Hollins", "Hollins Hard", "Hollins Hardware"):
        presenter.answered("trading_name", name)
    drawn(qtbot, presenter)
    assert presenter.state.preview is not None
    assert "Hollins Hardware" in presenter.state.preview.words
    first = presenter.state.preview
    presenter.set_tab(Tab.LARGE_PRINT)
    assert presenter.state.preview is first  # the last picture stays until the next is there
    presenter.previewer.change(width=200, page=1)
    drawn(qtbot, presenter)
    assert presenter.state.preview.page == 1
    assert abs(presenter.state.preview.width - 200) <= 1
    job = presenter.print_job()
    assert job is not None
    assert job.first == "full_text"


def test_a_change_from_elsewhere_is_shown(bench: Workbench) -> None:
    presenter = begin(bench)
    presenter.answered("trading_name", "Hollins")
    presenter.answered("trading_name", "Hollins Hardware")
    undone = bench.services.undo.undo(RUTH)
    bench.changes.announce(undone.changes)
    assert presenter.state.values["trading_name"] == "Hollins"


def test_a_trouble_while_typing_is_kept_is_told_and_takes_nothing(
    bench: Workbench, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = begin(bench)

    def no_room(*_args: object) -> None:
        raise Trouble("saving_no_room", file="shop")

    presenter.typed("trading_name", "Hollins")
    with monkeypatch.context() as patched:
        patched.setattr(bench.services.charter_writing, "keep_typing", no_room)
        presenter.keep_typing()
        patched.setattr(bench.services.charter_writing, "current", no_room)
        presenter.open()
    assert len(heard.troubles) == 2
    presenter.keep_typing()
    assert kept(bench)[1] == {"trading_name": "Hollins"}


def test_a_preview_that_fails_is_told_and_the_last_picture_stays(
    bench: Workbench, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = begin(bench)
    drawn(qtbot, presenter)
    before = presenter.state.preview

    def damaged(*_args: object, **_named: object) -> None:
        raise Trouble("program_file_missing", file="NotoSans-Regular.ttf")

    monkeypatch.setattr(bench.services.charter_writing, "preview", damaged)
    presenter.answered("town", "Todmorden")
    drawn(qtbot, presenter)
    assert len(heard.troubles) == 1
    assert presenter.state.preview is before


def test_stopping_keeps_everything(bench: Workbench, clock: FixedClock, qtbot: QtBot) -> None:
    presenter = begin(bench)
    presenter.typed("town", "Todmorden")
    presenter.typed("since_year", "ages")
    clock.advance(minutes=5)
    with qtbot.waitSignal(presenter.stopped):
        presenter.save_and_stop()
    said, typed = kept(bench)
    assert said["town"] == "Todmorden"
    assert typed == {"since_year": "ages"}
    assert presenter.state.saved_at == clock.now()
