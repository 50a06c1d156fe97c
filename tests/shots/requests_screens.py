# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of requests about information, with something on them.

What is kept for a picture is removed after it, so that the other pictures stay.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from servicedesk.domain.access_packs import HeldRecord, PackChoices
from servicedesk.domain.customers import Channel
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.data_requests import PauseWhy, RequestDraft, RequestKind, RequestOutcome
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.requests_pack import PackDialog
from servicedesk.ui.privacy.requests_page import RequestsPage
from tests.shots.emptied import emptied
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_DAY = timedelta(days=1)
_PART = HeldRecord(
    line="customers:9999",
    table="customers",
    heading="K-0017",
    pairs=(("Notes", "[somebody else] is the brother of Mrs Patel"),),
    others=("Bob Grainger",),
    is_theirs=False,
    whose=("Bob Grainger",),
)
"""What the notes of somebody else say of the customer."""


def requests_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "privacy-requests-none", emptied("requests", RequestsPage, state=()), frozenset()
    yield "privacy-requests", _requests, frozenset()
    yield "dialog-request", _form, frozenset({"RequestForm"})
    yield "dialog-request-pack", _pack, frozenset({"PackDialog"})


def _page(stand: Stand) -> RequestsPage:
    stand.window.go(Place(room="privacy", part="requests"))
    stand.settle()
    (page,) = stand.window.findChildren(RequestsPage)
    return page


@contextmanager
def _some(stand: Stand) -> Iterator[None]:
    asked, today = stand.bench.services.data_requests, stand.bench.today
    number = _somebody(stand)
    made = [
        asked.note(draft, WHO).card.id
        for draft in (
            RequestDraft(
                kind=RequestKind.SEE,
                received_on=today - 12 * _DAY,
                channel=Channel.COUNTER,
                customer_id=number,
                text="Everything you have written down about me and my boiler.",
            ),
            RequestDraft(
                kind=RequestKind.ERASE,
                received_on=today - 5 * _DAY,
                channel=Channel.EMAIL,
                called="somebody at blue-van@mail.example",
            ),
            RequestDraft(
                kind=RequestKind.CORRECT,
                received_on=today - 40 * _DAY,
                channel=Channel.PHONE,
                called="Mr Old",
                text="I moved to 7 Canal Street.",
            ),
        )
    ]
    asked.ask(made[1], PauseWhy.IDENTITY, "the number of one invoice", today - 4 * _DAY, WHO)
    asked.answer(made[2], RequestOutcome.DONE, "", today - 39 * _DAY, WHO)
    try:
        yield
    finally:
        for one in made:
            asked.remove(one, WHO)


def _requests(stand: Stand, take: Take) -> None:
    with _some(stand):
        _page(stand)
        take(stand.window)


def _form(stand: Stand, take: Take) -> None:
    page = _page(stand)
    page.open_form(None)
    stand.settle()
    assert page.form is not None
    take(page.form)
    page.form.reject()


def _pack(stand: Stand, take: Take) -> None:
    held = stand.bench.services.access_packs.gather(_somebody(stand))
    pack = replace(held, records=(_PART, *held.records))
    dialog = PackDialog(stand.bench, pack, PackChoices(), stand.window, is_asked=False)
    dialog.open()
    dialog.list.rows[1].out.click()
    dialog.list.focus_target().setFocus()
    stand.settle()
    take(dialog)
    dialog.list.rows[1].out.click()
    dialog.reject()


def _somebody(stand: Stand) -> int:
    """A customer of the pretend shop of whom there is much."""
    return next(iter(stand.bench.services.customer_lists.ids(CustomerFilter(text="patel"))))
