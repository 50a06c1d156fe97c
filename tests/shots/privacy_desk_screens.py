# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The privacy desk, its log of breaches and its page on offers, with something on them.

What is kept for a picture is taken back after it, so that the other pictures stay.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from servicedesk.domain.breaches import BreachDraft, BreachRisk, BreachStep
from servicedesk.domain.marketing import StopSource
from servicedesk.domain.privacy_fee import FeeDraft
from servicedesk.domain.support import ConsentChannel, ConsentDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.breaches_page import BreachesPage
from servicedesk.ui.privacy.home import PrivacyHome
from servicedesk.ui.privacy.marketing_page import MarketingPage
from tests.shots.emptied import emptied
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


def privacy_desk_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "privacy-waiting", _shown(""), frozenset()
    yield (
        "privacy-breaches-none",
        emptied("breaches", BreachesPage, state={"cards": ()}),
        frozenset(),
    )
    yield "privacy-breaches", _shown("breaches"), frozenset()
    nothing = {"rows": (), "stops": (), "may": tuple((one, 0) for one in ConsentChannel)}
    yield "privacy-offers-none", emptied("marketing", MarketingPage, state=nothing), frozenset()
    yield "privacy-offers", _shown("marketing"), frozenset()
    yield "dialog-breach", _breach_form(""), frozenset({"BreachForm"})
    yield "dialog-breach-risk", _breach_form(BreachStep.JUDGE.value), frozenset({"BreachForm"})
    yield "dialog-breach-report", _breach_form(BreachStep.REPORT.value), frozenset({"BreachForm"})
    yield "dialog-offers-stop", _stop_form, frozenset({"StopForm"})
    yield "dialog-fee", _fee_form, frozenset({"FeeForm"})


def _page(part: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="privacy", part=part))
        stand.settle()
        take(stand.window)

    return show


@contextmanager
def _something(stand: Stand) -> Iterator[None]:
    """Three breaches, a few people who said yes or no, and a fee."""
    services, today = stand.bench.services, stand.bench.today
    steps = _some_breaches(stand) + _some_yes_and_no(stand)
    services.marketing.stop_address("nobody@example.org", (), StopSource.LISTED, WHO)
    fee = FeeDraft(renews_on=today + 12 * _DAY, paid_pence=5200, reference="ZA123456")
    services.privacy_desk.keep_fee(fee, WHO)
    try:
        yield
    finally:
        for _ in range(steps + 2):
            services.undo.undo(WHO)


def _breach_drafts(stand: Stand) -> tuple[BreachDraft, BreachDraft, BreachDraft]:
    """One that is fresh, one that was seen to, and one that is late."""
    now, today = stand.bench.clock.now(), stand.bench.today
    lost = BreachDraft(
        what="The van was broken into; the order book for this week is gone.",
        known_at=now - 30 * _HOUR,
        happened_on=today - 2 * _DAY,
        whose="Customers with a visit this week",
        data="Names, addresses, two door codes",
        people=14,
        effects="Somebody could get into two houses.",
    )
    sent = BreachDraft(
        what="A bill went to the wrong Mrs Shah.",
        known_at=now - 9 * _DAY,
        people=1,
        data="Name, what was repaired, the sum",
        risk=BreachRisk.UNLIKELY,
        risk_why="She brought it back unread within the hour.",
        did="Rang the right Mrs Shah. Envelopes are looked at twice now.",
    )
    late = BreachDraft(
        what="The old phone was sold with the contacts still on it.",
        known_at=now - 80 * _HOUR,
        people=300,
        data="Names and phone numbers",
        risk=BreachRisk.LIKELY,
        risk_why="The buyer is not known.",
    )
    return lost, sent, late


def _some_breaches(stand: Stand) -> int:
    """Write them down; how many steps that was."""
    log = stand.bench.services.breaches
    drafts = _breach_drafts(stand)
    made = [log.add(draft, WHO).card.id for draft in drafts]
    log.close(made[1], WHO)
    return len(made) + 1


def _some_yes_and_no(stand: Stand) -> int:
    """Three who said yes to offers, one of whom says no now; how many steps that was."""
    services, today = stand.bench.services, stand.bench.today
    shown = _some_customers(stand)
    for customer_id in shown:
        said = ConsentDraft(
            channel=ConsentChannel.EMAIL,
            wording="May we write to you about offers?",
            given_on=today - 90 * _DAY,
            how="Form at the counter",
        )
        services.support.give_consent(customer_id, said, WHO)
    for customer_id in shown[-1:]:
        services.marketing.stop_customer(customer_id, ConsentChannel.EMAIL, StopSource.ASKED, WHO)
    return len(shown) + len(shown[-1:])


def _some_customers(stand: Stand) -> list[int]:
    """Three customers of the pretend shop who have an e-mail address and said nothing of offers."""
    from servicedesk.domain.customers import ReachKind
    from servicedesk.domain.customers_lists import CustomerFilter

    services, found = stand.bench.services, []
    for number in services.customer_lists.ids(CustomerFilter())[:60]:
        card = services.customers.get(number)
        has_mail = any(reach.kind is ReachKind.EMAIL for reach in card.draft.reaches)
        if has_mail and not services.support.of(number).consents:
            found.append(number)
    return found[:3]


def _shown(part: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        with _something(stand):
            _page(part)(stand, take)

    return show


def _breach_form(part: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        with _something(stand):
            stand.window.go(Place(room="privacy", part="breaches"))
            stand.settle()
            (page,) = stand.window.findChildren(BreachesPage)
            if part:
                page.open_form(page.presenter.state.cards[0], part)
            else:
                page.open_form(None)
            stand.settle()
            take(page.form)
            page.form.reject()

    return show


def _stop_form(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="privacy", part="marketing"))
    stand.settle()
    (page,) = stand.window.findChildren(MarketingPage)
    page.open_form()
    stand.settle()
    take(page.form)
    page.form.reject()


def _fee_form(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="privacy"))
    stand.settle()
    (page,) = stand.window.findChildren(PrivacyHome)
    page.open_fee()
    stand.settle()
    take(page.form)
    page.form.reject()
