# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What customers said, the figures, and the charter that answers for itself; what goes wrong there.

What is written down for a picture is taken back after it, so that the other pictures stay.
"""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QAbstractButton, QDialog, QScrollArea, QWidget

from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

_KINDS = {
    "suggestion": FeedbackChip.SUGGESTIONS,
    "compliment": FeedbackChip.COMPLIMENTS,
    "comment": FeedbackChip.COMMENTS,
    "review": FeedbackChip.REVIEWS,
    "card": FeedbackChip.ANSWERS,
    "on-wall": FeedbackChip.WALL,
}
_STEPS = ("follow_up", "decide", "quoting", "complain")
_DOWN = 0.85
"""How far a picture lies below the one before, as a part of what is seen at once."""

_PARTS = (2, 3, 4, 5, 6)


def feedback_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    for name, chip in _KINDS.items():
        yield f"feedback-{name}", _one(chip), frozenset()
    yield "feedback-cards", _at(Place(room="feedback", part="cards")), frozenset()
    yield "feedback-cards-typed", _typed, frozenset()
    yield "feedback-wall", _at(Place(room="feedback", part="wall")), frozenset()
    form = frozenset({"FeedbackForm", "FoldedForm"})
    yield "dialog-feedback", _form(is_more=False), form
    yield "dialog-feedback-more", _form(is_more=True), form
    yield "dialog-feedback-refused", _refused, form
    for step in _STEPS:
        yield f"dialog-feedback-{step}", _step(step), frozenset({"FeedbackDialog", "StepDialog"})
    yield "dialog-feedback-batch", _batch, frozenset({"BatchDialog"})
    for part in _PARTS:
        yield f"measures-part-{part}", _down("measures", "", part), frozenset()
    yield "measures-sure", _unfolded("measures", ""), frozenset()
    yield "measures-own-days", _own_days, frozenset()
    yield "measures-records", _records, frozenset()
    yield "charter-live", _at(Place(room="charter", part="live")), frozenset()
    for part in (2, 3):
        yield f"charter-live-part-{part}", _down("charter", "live", part), frozenset()
    yield "charter-live-sure", _unfolded("charter", "live"), frozenset()


def _at(place: Place) -> Show:
    def show(stand: Stand, take: Take) -> None:
        _go(stand, place)
        take(stand.window)

    return show


def _go(stand: Stand, place: Place) -> None:
    stand.window.go(place)
    stand.settle()


def _newest(stand: Stand, chip: FeedbackChip) -> int:
    return stand.bench.services.feedback.lists.ids(chip)[0]


def _one(chip: FeedbackChip) -> Show:
    """The newest of its kind."""

    def show(stand: Stand, take: Take) -> None:
        _go(stand, Place(room="feedback", item=str(_newest(stand, chip))))
        take(stand.window)

    return show


def _typed(stand: Stand, take: Take) -> None:
    """A pile of two cards, one of them with a mark that cannot be."""
    _go(stand, Place(room="feedback", part="cards"))
    page = stand.window.page.cards
    columns = [column.id for column in page.table.cards.columns]
    page.presenter.give(0, columns.index("satisfaction"), "5")
    page.presenter.put(0, "better", "A bench at the door")
    page.presenter.give(1, columns.index("satisfaction"), "4")
    page.presenter.put(1, "given_on", "31/2")
    page.save()
    stand.settle()
    take(stand.window)
    page.presenter.start_empty()
    stand.settle()


def _shown(stand: Stand, take: Take, dialog: QDialog) -> None:
    dialog.show()
    stand.settle()
    take(dialog)
    dialog.reject()
    dialog.deleteLater()
    stand.settle()


def _form(*, is_more: bool) -> Show:
    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.people.feedback_form import FeedbackForm
        from servicedesk.ui.people.feedback_form_presenter import Aim

        number = _newest(stand, FeedbackChip.COMPLIMENTS) if is_more else None
        _shown(stand, take, FeedbackForm(stand.bench, Aim(feedback_id=number), stand.window))

    return show


def _refused(stand: Stand, take: Take) -> None:
    """Nothing was written, and the day is still to come."""
    from servicedesk.ui.people.feedback_form import FeedbackForm
    from servicedesk.ui.people.feedback_form_presenter import Aim

    form = FeedbackForm(stand.bench, Aim(), stand.window)
    form.show()
    form.save_button.click()
    stand.settle()
    _shown(stand, take, form)


def _step(name: str) -> Show:
    """The dialog of a step over the one it fits, with what is missing in it said."""

    def show(stand: Stand, take: Take) -> None:
        chip = FeedbackChip.FOLLOW_UP if name == "follow_up" else FeedbackChip.SUGGESTIONS
        number = _newest(stand, chip)
        _go(stand, Place(room="feedback", item=str(number)))
        asking = stand.window.page.records.detail._asking
        dialog = getattr(asking, name)(number)
        if name == "decide":
            dialog.save_button.click()
        _shown(stand, take, dialog)

    return show


def _batch(stand: Stand, take: Take) -> None:
    from servicedesk.ui.feedback.batches import BatchDialog

    (batch,) = stand.bench.services.feedback.cards.all()
    _shown(stand, take, BatchDialog(stand.bench, batch, stand.window))


def _scrolling(stand: Stand) -> QScrollArea:
    """What scrolls the whole of the page."""
    areas = (area for area in stand.window.page.findChildren(QScrollArea) if area.isVisible())
    return max(areas, key=lambda area: area.height() * area.width())


def _down(room: str, part: str, number: int) -> Show:
    """The second and later pictures of a long page."""

    def show(stand: Stand, take: Take) -> None:
        _go(stand, Place(room=room, part=part))
        bar = _scrolling(stand).verticalScrollBar()
        bar.setValue(round((number - 1) * _DOWN * bar.pageStep()))
        stand.settle()
        take(stand.window)
        bar.setValue(0)

    return show


def _buttons(stand: Stand, words: str) -> Iterator[QAbstractButton]:
    return (
        button
        for button in stand.window.page.findChildren(QAbstractButton)
        if button.isVisible() and words in (button.text(), button.accessibleDescription())
    )


def _unfolded(room: str, part: str) -> Show:
    """How sure the first of its figures is."""

    def show(stand: Stand, take: Take) -> None:
        _go(stand, Place(room=room, part=part))
        fold = next(_buttons(stand, "How sure is this?"), None)
        if fold is None:
            raise LookupError(f"{room}: no figure says how sure it is")
        fold.click()
        stand.settle()
        _scrolling(stand).ensureWidgetVisible(fold, 0, _scrolling(stand).height() // 3)
        stand.settle()
        take(stand.window)
        fold.click()
        stand.settle()

    return show


def _own_days(stand: Stand, take: Take) -> None:
    """Days that end before they begin."""
    _go(stand, Place(room="measures"))
    next(_buttons(stand, "Days of your own")).click()
    stand.settle()
    chooser = stand.window.page.figures.chooser
    chooser.first.set_value(stand.bench.today)
    chooser.last.set_value(stand.bench.today.replace(day=1))
    chooser.show_button.click()
    stand.settle()
    take(stand.window)
    next(_buttons(stand, "The last 90 days")).click()
    stand.settle()


def _records(stand: Stand, take: Take) -> None:
    """The records behind the first figure."""
    _go(stand, Place(room="measures"))
    next(_buttons(stand, "Opens the records")).click()
    stand.settle()
    take(stand.window)
