# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of checking oneself: the home, the questions, what the answers come to.

What is answered for a picture is removed after it, so that the other pictures stay.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.selfcheck.asking_state import FINISH
from servicedesk.ui.selfcheck.page import SelfCheckPage
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_HALF = 31
_ROUND = (Answer.YES, Answer.YES, Answer.PARTLY, Answer.YES, Answer.NO, Answer.NOT_APPLICABLE)
_EARLIER = (Answer.YES, Answer.PARTLY, Answer.NO, Answer.YES, Answer.NO, Answer.PARTLY)
_DOWN = 0.85
"""How far a picture lies below the one before, as a part of what is seen at once."""


_PARTS = 5
"""Pictures of what the pretend shop found, one below the other."""


def selfcheck_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "selfcheck-home", _home, frozenset()
    yield "selfcheck-asked", _asked, frozenset()
    yield "selfcheck-law", _law, frozenset()
    yield "selfcheck-records", _records, frozenset()
    yield "selfcheck-half-way", _half_way, frozenset()
    yield "selfcheck-finish", _finish, frozenset()
    yield "selfcheck-result", _result(_answered, None, 0), frozenset()
    yield "selfcheck-result-part-2", _result(_answered, None, 1), frozenset()
    yield "selfcheck-result-under", _result(_answered, _HALF, 0), frozenset()
    yield "selfcheck-result-nothing", _result(_nothing, None, 0), frozenset()
    yield "selfcheck-compared", _compared, frozenset()
    for part in range(_PARTS):
        yield f"selfcheck-shop-part-{part + 1}", _shop(part), frozenset()


def _answered(place: int) -> GivenAnswer:
    answer = _ROUND[place % len(_ROUND)]
    note = "On the clipboard by the till" if answer is Answer.YES and place % 2 == 0 else ""
    because = "We are two people with one van" if answer is Answer.NO and place % 3 == 0 else ""
    return GivenAnswer(answer=answer, note=note, departure=because)


def _earlier(place: int) -> GivenAnswer:
    return GivenAnswer(answer=_EARLIER[place % len(_EARLIER)])


def _nothing(_place: int) -> GivenAnswer:
    return GivenAnswer(answer=Answer.NOT_APPLICABLE)


@contextmanager
def _check(
    stand: Stand,
    answers: Callable[[int], GivenAnswer],
    first: int | None = None,
    *,
    is_finished: bool = False,
) -> Iterator[int]:
    """A check for as long as a picture takes; those that are there already make room."""
    checks = stand.bench.services.checks
    before = checks.open_one(Bank.SELF_CHECK)
    if before is not None:
        checks.remove(before.id, WHO)
    card = checks.begin(Bank.SELF_CHECK, False, WHO).card
    for place, question in enumerate(card.asked[:first]):
        checks.answer(card.id, question, answers(place), WHO)
    checks.fill_in(card.id, WHO) if not is_finished else checks.finish(card.id, WHO)
    try:
        yield card.id
    finally:
        stand.window.go(Place(room="today"))
        stand.settle()
        checks.remove(card.id, WHO)


def _go(stand: Stand, item: str) -> SelfCheckPage:
    stand.window.go(Place(room="improve", part="check", item=item))
    stand.settle()
    return stand.window.page.shown


def _home(stand: Stand, take: Take) -> None:
    _go(stand, "")
    take(stand.window)


def _asked(stand: Stand, take: Take) -> None:
    """The first topic, each question with another answer."""
    with _check(stand, _earlier, 4):
        page = _go(stand, Bank.SELF_CHECK.value)
        page.asking.go(page.asking.presenter.state.topics[0].id)
        stand.settle()
        take(stand.window)


def _topic_with(stand: Stand, take: Take, wanted: Callable[[object], bool]) -> None:
    """The first topic that has such a question, scrolled to it."""
    with _check(stand, _answered, 0):
        page = _go(stand, Bank.SELF_CHECK.value)
        pane = page.asking
        for topic in pane.presenter.state.topics:
            pane.go(topic.id)
            found = [row.question.id for row in pane.presenter.state.rows if wanted(row)]
            if found:
                pane.go(topic.id, found[0])
                break
        stand.settle()
        take(stand.window)


def _law(stand: Stand, take: Take) -> None:
    """A tip that states law, with the day it was looked up."""
    _topic_with(stand, take, lambda row: bool(row.law))


def _records(stand: Stand, take: Take) -> None:
    """An answer that was filled in from the records."""
    _topic_with(stand, take, lambda row: bool(row.record))


def _half_way(stand: Stand, take: Take) -> None:
    with _check(stand, _answered, _HALF):
        _go(stand, "")
        take(stand.window)


def _finish(stand: Stand, take: Take) -> None:
    with _check(stand, _answered, _HALF):
        page = _go(stand, Bank.SELF_CHECK.value)
        page.asking.go(FINISH)
        stand.settle()
        take(stand.window)


def _scroll(page: SelfCheckPage, part: int) -> None:
    bar = page.result.page.verticalScrollBar()
    bar.setValue(round(part * page.result.page.viewport().height() * _DOWN))


def _result(answers: Callable[[int], GivenAnswer], first: int | None, part: int) -> Show:
    def show(stand: Stand, take: Take) -> None:
        with _check(stand, answers, first, is_finished=True) as number:
            page = _go(stand, f"result/{number}")
            _scroll(page, part)
            stand.settle()
            take(stand.window)

    return show


def _shop(part: int) -> Show:
    """What the pretend shop found this month."""

    def show(stand: Stand, take: Take) -> None:
        newest = stand.bench.services.checks.finished(Bank.SELF_CHECK)[0]
        page = _go(stand, f"result/{newest.id}")
        _scroll(page, part)
        stand.settle()
        take(stand.window)

    return show


def _compared(stand: Stand, take: Take) -> None:
    with (
        _check(stand, _earlier, is_finished=True),
        _check(stand, _answered, is_finished=True) as number,
    ):
        page = _go(stand, f"result/{number}")
        page.result.page.show_whole(page.result.compared)
        stand.settle()
        take(stand.window)
