# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the first window shows, told by a presenter that knows no widget."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from servicedesk.domain.charters import CharterCard, CharterDraft, CharterStatus
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.services.charters import PosterPicture
from servicedesk.ui.core.changes import Changes
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.shell.first_presenter import FirstPresenter, FirstStage
from tests.helpers.qt import png, words

CARD = CharterCard(
    id=4,
    number=2,
    status=CharterStatus.PUBLISHED,
    draft=CharterDraft(trade="cafe", guide_version=1, answers={}, standards=()),
    effective_from=date(2026, 12, 1),
    review_by=date(2027, 12, 1),
)
PICTURE = PosterPicture(png=png(120, 170), words="We will ring you back.")


class FakeCharters:
    """Charters of a file that is not there."""

    def __init__(self, card=None):
        self.card = card
        self.reading = None
        self.drawing = None

    def published(self):
        if self.reading:
            raise self.reading
        return self.card

    def poster_picture(self, card):
        if self.drawing:
            raise self.drawing
        return replace(PICTURE, words=f"{PICTURE.words} Version {card.number}")


@pytest.fixture
def tasks(qtbot):
    made = Tasks()
    yield made
    made.wait()


@pytest.fixture
def changes(qtbot):
    return Changes()


@pytest.fixture
def presenter(tasks, changes):
    return FirstPresenter(tasks, changes)


def services(charters):
    return SimpleNamespace(charters=charters)


def test_before_a_file_is_open_it_says_so(presenter):
    assert presenter.state.stage is FirstStage.OPENING
    presenter.reload()
    assert presenter.state.stage is FirstStage.OPENING


def test_without_a_file_nothing_is_published(presenter, qtbot):
    with qtbot.waitSignal(presenter.state_changed):
        presenter.nothing_kept()
    assert presenter.state.stage is FirstStage.NONE_PUBLISHED


def test_a_file_without_a_published_charter(presenter):
    presenter.opened(services(FakeCharters()), words())
    assert presenter.state.stage is FirstStage.NONE_PUBLISHED


def test_the_published_charter_is_told_at_once_and_drawn_after(presenter, tasks, qtbot):
    with qtbot.waitSignal(tasks.idle):
        presenter.opened(services(FakeCharters(CARD)), words())
        state = presenter.state
        assert (state.stage, state.number, state.picture) == (FirstStage.PUBLISHED, 2, b"")
        assert (state.effective_from, state.review_by) == (CARD.effective_from, CARD.review_by)
    assert presenter.state.picture == PICTURE.png
    assert presenter.state.words == "We will ring you back. Version 2"


def test_a_newer_version_is_not_covered_by_an_older_picture(presenter, tasks, changes, qtbot):
    charters = FakeCharters(CARD)
    with qtbot.waitSignal(tasks.idle):
        presenter.opened(services(charters), words())
        charters.card = replace(CARD, number=3)
        changes.announce(ChangeSet({Kind.CHARTER: {5}}))
    assert presenter.state.number == 3
    assert presenter.state.words.endswith("Version 3")


def test_a_file_that_cannot_be_read_is_told_in_words(presenter):
    charters = FakeCharters(CARD)
    charters.reading = Trouble("file_in_use", file="servicedesk.db")
    presenter.opened(services(charters), words())
    assert presenter.state.stage is FirstStage.TROUBLE
    assert presenter.state.trouble == words().trouble(charters.reading)


def test_a_poster_that_cannot_be_drawn_is_told_in_words(presenter, tasks, qtbot):
    charters = FakeCharters(CARD)
    charters.drawing = Trouble("file_in_use", file="servicedesk.db")
    with qtbot.waitSignal(tasks.idle):
        presenter.opened(services(charters), words())
    assert presenter.state.stage is FirstStage.TROUBLE


def test_a_bug_in_drawing_goes_to_the_crash_window(presenter, tasks, qtbot):
    charters = FakeCharters(CARD)
    charters.drawing = KeyError("ours")
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(tasks.idle):
        presenter.opened(services(charters), words())
    assert [kind for kind, _fault, _trace in caught] == [KeyError]
