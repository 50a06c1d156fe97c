# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of what comes round: reviews twice a year, and fairness to those who stay.

What is written for a picture is taken out again after it, so that the other pictures stay.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget

from servicedesk.domain.fairness import SameDeal
from servicedesk.domain.reviews import Decision, ReviewDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.yearly.fairness_page import FairnessPage
from servicedesk.ui.yearly.reviews_page import ReviewsPage
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"


def yearly_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "yearly-reviews", _page("reviews"), frozenset()
    yield "yearly-reviews-open", _reviews, frozenset()
    yield "dialog-review", _review_form, frozenset({"ReviewForm"})
    yield "dialog-decision", _decision_form, frozenset({"DecisionForm"})
    yield "yearly-fairness-none", _no_offers, frozenset()
    yield "yearly-fairness", _page("fairness"), frozenset()
    yield "yearly-fairness-open", _fairness, frozenset()
    yield "dialog-offer", _offer_form, frozenset({"OfferForm"})
    yield "dialog-fairness-note", _note_form, frozenset({"NoteForm"})


def _page(part: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="improve", part=part))
        stand.settle()
        take(stand.window)

    return show


@contextmanager
def _review(stand: Stand) -> Iterator[None]:
    """A review that is open, for as long as a picture takes."""
    reviews = stand.bench.services.reviews
    card = reviews.begin(WHO).card
    written = ReviewDraft(
        held_on=stand.bench.today,
        present="Ruth and Tom",
        findings="We keep our word on weekdays. Saturdays slip when one of us is away.",
        changes_charter=False,
    )
    reviews.write(card.id, written, WHO)
    reviews.decide(card.id, Decision(text="Two people in on Saturdays", who="Ruth"), WHO)
    try:
        yield
    finally:
        reviews.remove(card.id, WHO)


@contextmanager
def _checked(stand: Stand) -> Iterator[None]:
    """A check that is open, for as long as a picture takes."""
    fairness = stand.bench.services.fairness
    card = fairness.begin(WHO).card
    for place, one in enumerate(card.customers[:2]):
        same = (SameDeal.YES, SameDeal.NO)[place]
        fairness.answer(one.id, same, ("", "still on the price of 2019")[place], WHO)
    try:
        yield
    finally:
        fairness.remove(card.id, WHO)


def _no_offers(stand: Stand, take: Take) -> None:
    """The offers of the pretend shop come back after the picture."""
    services = stand.bench.services
    offers = services.fairness.offers()
    for offer in offers:
        services.fairness.remove_offer(offer.id, WHO)
    _page("fairness")(stand, take)
    for _ in offers:
        services.undo.undo(WHO)


def _reviews(stand: Stand, take: Take) -> None:
    with _review(stand):
        _page("reviews")(stand, take)


def _fairness(stand: Stand, take: Take) -> None:
    with _checked(stand):
        _page("fairness")(stand, take)


def _review_form(stand: Stand, take: Take) -> None:
    with _review(stand):
        page = _arrived(stand, "reviews", ReviewsPage)
        page.open_writing(page.presenter.state.reviews[0])
        _taken(stand, take, page)


def _decision_form(stand: Stand, take: Take) -> None:
    with _review(stand):
        page = _arrived(stand, "reviews", ReviewsPage)
        page.open_decision(page.presenter.state.reviews[0], None)
        _taken(stand, take, page)


def _offer_form(stand: Stand, take: Take) -> None:
    with _checked(stand):
        page = _arrived(stand, "fairness", FairnessPage)
        page.open_offer(page.presenter.state.offers[0])
        _taken(stand, take, page)


def _note_form(stand: Stand, take: Take) -> None:
    with _checked(stand):
        page = _arrived(stand, "fairness", FairnessPage)
        check = page.presenter.state.open_one
        if check is None or not check.customers:
            raise AssertionError("the pretend shop has customers who have stayed")
        page.open_note(check.customers[0])
        _taken(stand, take, page)


def _arrived(stand: Stand, part: str, kind: type[QWidget]) -> QWidget:
    stand.window.go(Place(room="improve", part=part))
    stand.settle()
    (page,) = stand.window.findChildren(kind)
    return page


def _taken(stand: Stand, take: Take, page: QWidget) -> None:
    stand.settle()
    take(page.form)
    page.form.reject()
