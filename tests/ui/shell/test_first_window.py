# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first window: what it says, how it fits, and how it is used without a mouse."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from servicedesk.ui.core.changes import Changes
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.shell.first_presenter import FirstPresenter, FirstStage, FirstState
from servicedesk.ui.shell.first_window import Commands, FirstWindow
from servicedesk.ui.widgets.page_image import PageImage
from tests.helpers.qt import accessible_name, png, seen_texts, stops, theme, words

DRAFT = "servicedesk charter --trade plumber --name 'Your business' --out my-charter"
PUBLISH = "servicedesk charter --answers my-charter.toml --out my-charter --publish"
CHANGE = "servicedesk charter --published --save-answers my-charter-4.toml"
PUBLISH_NEXT = "servicedesk charter --answers my-charter-4.toml --out my-charter --publish"


def commands(number: int) -> Commands:
    if number:
        return Commands(begin=CHANGE, publish=PUBLISH_NEXT)
    return Commands(begin=DRAFT, publish=PUBLISH)


PUBLISHED = FirstState(
    stage=FirstStage.PUBLISHED,
    number=3,
    effective_from=date(2026, 12, 1),
    review_by=date(2027, 11, 30),
    picture=png(1240, 1754),
    words="We will ring you back within 4 hours.",
)
SIZES = [(1366, 728), (1920, 1040), (1180, 760), (620, 900), (420, 420)]


class Showing(FirstPresenter):
    """A presenter that shows what a test gives it."""

    def show(self, state: FirstState) -> None:
        self.state = state
        self.state_changed.emit()


@pytest.fixture
def presenter(qtbot):
    tasks = Tasks()
    yield Showing(tasks, Changes())
    tasks.wait()


@pytest.fixture
def window(presenter, qtbot):
    made = FirstWindow(presenter, theme(), commands)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def poster(window) -> PageImage:
    return window.findChild(PageImage)


def settle() -> None:
    """Let layouts ask one another until nobody has a question left."""
    for _ in range(3):
        QApplication.processEvents()


def trouble_state() -> FirstState:
    from servicedesk.domain.errors import Trouble

    spoken = words().trouble(Trouble("file_in_use", file="servicedesk.db"))
    return FirstState(stage=FirstStage.TROUBLE, trouble=spoken)


def test_the_first_paint_is_told_once(presenter, qtbot):
    made = FirstWindow(presenter, theme(), commands)
    qtbot.addWidget(made)
    told = []
    made.painted.connect(lambda: told.append(made.isVisible()))
    with qtbot.waitSignal(made.painted):
        made.show()
    made.repaint()
    QApplication.processEvents()
    assert told == [True]


def test_it_says_what_it_is_while_the_file_opens(window):
    said = " ".join(seen_texts(window))
    assert "keep the promises" in said
    assert "Opening your file" in said
    assert DRAFT not in said


def test_without_a_charter_it_shows_the_commands_in_full(window, presenter):
    presenter.show(FirstState(stage=FirstStage.NONE_PUBLISHED))
    said = [text.replace("\N{WORD JOINER}", "") for text in seen_texts(window)]
    assert DRAFT in said
    assert PUBLISH in said
    assert not window.poster_is_shown
    assert poster(window)._instead == "Your poster will hang here once it is published."


def test_the_published_charter_comes_with_the_commands_to_change_it(window, presenter, qtbot):
    presenter.show(PUBLISHED)
    said = [text.replace("\N{WORD JOINER}", "") for text in seen_texts(window)]
    assert CHANGE in said
    assert PUBLISH_NEXT in said
    assert DRAFT not in said
    for name, command in (("first", CHANGE), ("second", PUBLISH_NEXT)):
        (button,) = [
            one for one in stops(window) if accessible_name(one) == f"Copy the {name} command"
        ]
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert QGuiApplication.clipboard().text() == command


def test_the_published_charter_is_named_dated_and_pictured(window, presenter):
    presenter.show(PUBLISHED)
    said = seen_texts(window)
    assert "Version 3, published" in said
    assert "In force from 1 December 2026." in said
    assert "Look at it again by 30 November 2027." in said
    assert window.poster_is_shown
    assert accessible_name(poster(window)) == "Poster of version 3"
    assert poster(window).accessibleDescription() == PUBLISHED.words


def test_days_that_are_not_known_are_left_out(window, presenter):
    presenter.show(FirstState(stage=FirstStage.PUBLISHED, number=1))
    said = " ".join(seen_texts(window))
    assert "In force" not in said
    assert "Look at it again" not in said


def test_a_trouble_is_told_in_its_three_sentences(window, presenter):
    state = trouble_state()
    presenter.show(state)
    said = seen_texts(window)
    assert state.trouble is not None
    assert {state.trouble.happened, state.trouble.safe, state.trouble.do} <= set(said)
    assert not [text for text in said if "servicedesk charter" in text]


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_poster_is_in_sight_at_any_size(window, presenter, size):
    presenter.show(PUBLISHED)
    window.resize(*size)
    settle()
    page = poster(window)
    shape = page.page_rect()
    assert page.rect().contains(shape.toRect())
    assert abs(shape.width() / shape.height() - 1240 / 1754) < 0.02
    assert window.rect().contains(page.mapTo(window, page.rect().center()))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("points", [11.5, 23.0])
def test_no_word_is_cut_off(window, presenter, size, points):
    font = QFont(window.font())
    font.setPointSizeF(points)
    window.setFont(font)
    for state in (FirstState(stage=FirstStage.NONE_PUBLISHED), PUBLISHED, trouble_state()):
        presenter.show(state)
        window.resize(*size)
        settle()
        for label in window.findChildren(QLabel):
            if label.isVisibleTo(window):
                needed = label.heightForWidth(label.width())
                assert label.height() >= needed, label.text()


@pytest.mark.parametrize(
    "state", [FirstState(stage=FirstStage.NONE_PUBLISHED), PUBLISHED], ids=["none", "published"]
)
def test_every_stop_of_the_keyboard_has_a_name_of_its_own(window, presenter, state):
    presenter.show(state)
    names = [accessible_name(stop) for stop in stops(window)]
    assert names
    assert all(names)
    assert len(set(names)) == len(names)


def test_tab_goes_down_the_page(window, presenter):
    presenter.show(FirstState(stage=FirstStage.NONE_PUBLISHED))
    settle()
    heights = [stop.mapTo(window, stop.rect().topLeft()).y() for stop in stops(window)]
    assert all(above <= below for above, below in pairwise(heights))


def test_a_command_is_copied_with_the_keyboard(window, presenter, qtbot):
    presenter.show(FirstState(stage=FirstStage.NONE_PUBLISHED))
    (button,) = [
        stop for stop in stops(window) if accessible_name(stop) == "Copy the first command"
    ]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == DRAFT
    assert "The first command is copied" in seen_texts(window)


def test_ctrl_q_closes_it(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_it_comes_forward_when_it_was_put_away(window, qtbot):
    window.showMinimized()
    window.bring_forward()
    assert not window.isMinimized()
    assert window.isVisible()
