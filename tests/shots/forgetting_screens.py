# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of forgetting, of what must be kept, and of what was kept for long enough."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from servicedesk.domain.clearing import Candidate, Due
from servicedesk.domain.forgetting import (
    Erasing,
    ErasureCard,
    ErasureWhy,
    Keeping,
    KeptBecause,
    StillHeld,
)
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.clearing_form import ClearDialog, KeepForm
from servicedesk.ui.privacy.clearing_page import ClearingPage
from servicedesk.ui.privacy.erased_page import ErasedPage
from servicedesk.ui.privacy.forget_dialog import ForgetDialog
from servicedesk.ui.privacy.holds_page import HoldsPage
from tests.shots.emptied import emptied
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_DAY = timedelta(days=1)


def forgetting_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "privacy-clearing-none", emptied("clearing", ClearingPage, state=()), frozenset()
    yield "privacy-clearing", _clearing, frozenset()
    yield "dialog-keep-longer", _keep, frozenset({"KeepForm"})
    yield "dialog-clear-out", _clear, frozenset({"ClearDialog"})
    yield "privacy-holds-none", emptied("holds", HoldsPage, state=()), frozenset()
    yield "privacy-holds", _holds, frozenset()
    yield "dialog-hold", _hold_form(is_end=False), frozenset({"HoldForm"})
    yield "dialog-hold-end", _hold_form(is_end=True), frozenset({"HoldForm"})
    nobody = emptied("erased", ErasedPage, state=(), held=StillHeld())
    yield "privacy-erased-none", nobody, frozenset()
    yield "privacy-erased", _erased, frozenset()
    yield "dialog-forget", _forget(is_free=True), frozenset({"ForgetDialog"})
    yield "dialog-forget-not-yet", _forget(is_free=False), frozenset({"ForgetDialog"})


def _open(stand: Stand, dialog: QDialog, take: Take) -> None:
    dialog.open()
    stand.settle()
    take(dialog)
    dialog.reject()


def _dues(stand: Stand) -> tuple[Due, ...]:
    day = stand.bench.today
    said = (
        (RetainedKind.COMPLAINT, Kind.COMPLAINT, "C-2020-0003", "Mrs Patel", Erasing.FORGET),
        (RetainedKind.CUSTOMER, Kind.CUSTOMER, "K-0012", "Alan Dodd", Erasing.FORGET),
        (RetainedKind.FEEDBACK, Kind.FEEDBACK, "F-2024-0017", "", Erasing.ANONYMISE),
        (RetainedKind.SAFETY_NOTE, Kind.CUSTOMER, "K-0007", "Rosa Keane", Erasing.FORGET),
    )
    return tuple(
        Due(
            candidate=Candidate(
                kind=kind,
                record=record,
                record_id=number,
                ref=ref,
                about=about,
                event_on=day - 2200 * _DAY,
            ),
            due_on=day - number * 9 * _DAY,
            how=how,
        )
        for number, (kind, record, ref, about, how) in enumerate(said, start=1)
    )


@contextmanager
def _clearing_page(stand: Stand) -> Iterator[ClearingPage]:
    stand.window.go(Place(room="privacy", part="clearing"))
    stand.settle()
    page = stand.window.findChild(ClearingPage)
    page.presenter.state = _dues(stand)
    page.presenter.state_changed.emit()
    page.boxes[0][0].setChecked(True)
    stand.settle()
    yield page
    page.presenter.open()


def _clearing(stand: Stand, take: Take) -> None:
    with _clearing_page(stand):
        take(stand.window)


def _keep(stand: Stand, take: Take) -> None:
    with _clearing_page(stand) as page:
        form = KeepForm(stand.bench, page.presenter, page.ticked(), stand.window)
        _open(stand, form, take)


def _clear(stand: Stand, take: Take) -> None:
    with _clearing_page(stand) as page:
        _open(stand, ClearDialog(len(page.ticked()), stand.window), take)


@contextmanager
def _some_hold(stand: Stand) -> Iterator[HoldsPage]:
    services, today = stand.bench.services, stand.bench.today
    draft = HoldDraft(
        customer_id=_somebody(stand),
        reason="Claim at the county court",
        since=today - 40 * _DAY,
        look_again_on=today + 90 * _DAY,
    )
    made = services.holds.add(draft, WHO)
    stand.bench.changes.announce(made.changes)
    stand.window.go(Place(room="privacy", part="holds"))
    stand.settle()
    try:
        yield stand.window.findChild(HoldsPage)
    finally:
        stand.bench.changes.announce(services.undo.undo(WHO).changes)


def _somebody(stand: Stand) -> int:
    with stand.bench.services.units.read() as reading:
        found = reading.exec_driver_sql(
            "SELECT c.id FROM customers AS c JOIN complaints AS o ON o.customer_id = c.id"
            " ORDER BY c.id LIMIT 1"
        )
        return int(found.scalar_one())


def _holds(stand: Stand, take: Take) -> None:
    with _some_hold(stand):
        take(stand.window)


def _hold_form(*, is_end: bool) -> Show:
    def show(stand: Stand, take: Take) -> None:
        with _some_hold(stand) as page:
            card = next(one for one in page.presenter.state if one.id)
            page.open_form(card, is_end=is_end)
            stand.settle()
            take(page.form)
            page.form.reject()

    return show


@contextmanager
def _some_erased(stand: Stand) -> Iterator[ErasedPage]:
    stand.window.go(Place(room="privacy", part="erased"))
    stand.settle()
    page = stand.window.findChild(ErasedPage)
    day = stand.bench.today
    page.presenter.state = tuple(
        ErasureCard(
            id=number,
            mark=str(number),
            kind=kind,
            record_id=number,
            ref=ref,
            how=how,
            why=why,
            erased_on=day - number * _DAY,
            who=WHO,
            stands_in="",
        )
        for number, (kind, ref, how, why) in enumerate(
            (
                (Kind.CUSTOMER, "K-0031", Erasing.FORGET, ErasureWhy.ASKED),
                (Kind.CUSTOMER, "K-0009", Erasing.ANONYMISE, ErasureWhy.NOT_NEEDED),
                (Kind.COMPLAINT, "C-2020-0002", Erasing.FORGET, ErasureWhy.KEPT_LONG_ENOUGH),
            ),
            start=1,
        )
    )
    page.presenter.held = StillHeld(count=3, until=day + 360 * _DAY)
    page.presenter.state_changed.emit()
    stand.settle()
    yield page
    page.presenter.open()


def _erased(stand: Stand, take: Take) -> None:
    with _some_erased(stand):
        take(stand.window)


def _forget(*, is_free: bool) -> Show:
    def show(stand: Stand, take: Take) -> None:
        with _some_erased(stand) as page:
            seen = stand.bench.services.forgetting.foresee(_somebody(stand))
            hold = Keeping(why=KeptBecause.LEGAL_HOLD, what="Claim at the county court")
            kept = Keeping(
                why=KeptBecause.OPEN_COMPLAINT,
                what="C-2026-0014",
                kind=Kind.COMPLAINT,
                record_id=1,
            )
            seen = replace(seen, because=() if is_free else (hold, kept))
            held = page.presenter.held_words(StillHeld(count=4, until=stand.bench.today))
            _open(stand, ForgetDialog(stand.bench, seen, held, stand.window), take)

    return show
