# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs of the privacy desk, how each is opened, and something of what is kept there."""

from servicedesk.domain.breaches import BreachDraft
from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.marketing import StopSource
from servicedesk.domain.support import ConsentChannel, ConsentDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.breaches_form import BreachForm
from servicedesk.ui.privacy.breaches_presenter import BreachesPresenter
from servicedesk.ui.privacy.home_fee import FeeForm
from servicedesk.ui.privacy.home_presenter import DeskPresenter
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.form_dialog import FormDialog

RUTH = "Ruth"


def breach(bench: Workbench, window: Shell) -> FormDialog:
    presenter = BreachesPresenter(bench)
    form = BreachForm(bench, presenter, None, parent=window)
    presenter.setParent(form)
    form.open()
    return form


def fee(bench: Workbench, window: Shell) -> FormDialog:
    presenter = DeskPresenter(bench)
    presenter.open()
    form = FeeForm(bench, presenter, window)
    presenter.setParent(form)
    form.open()
    return form


def a_breach(bench: Workbench) -> Place:
    draft = BreachDraft(what="the diary was left on the bus", known_at=bench.clock.now())
    bench.services.breaches.add(draft, RUTH)
    return Place(room="privacy", part="breaches")


def some_offers(bench: Workbench) -> Place:
    reach = Reach(kind=ReachKind.EMAIL, shown="meena@example.org")
    draft = CustomerDraft(name="Mrs Meena Patel", reaches=(reach,))
    customer = bench.services.customers.add(draft, RUTH).card
    said = ConsentDraft(channel=ConsentChannel.EMAIL, wording="May we?", given_on=bench.today)
    bench.services.support.give_consent(customer.id, said, RUTH)
    bench.services.marketing.stop_address("tom@example.org", (), StopSource.ASKED, RUTH)
    return Place(room="privacy", part="marketing")


def the_desk(bench: Workbench) -> Place:
    a_breach(bench)
    return Place(room="privacy")


def a_hold(bench: Workbench) -> Place:
    customer = bench.services.customers.add(CustomerDraft(name="Mrs Meena Patel"), RUTH).card
    draft = HoldDraft(
        customer_id=customer.id, reason="a claim at the county court", since=bench.today
    )
    bench.services.holds.add(draft, RUTH)
    return Place(room="privacy", part="holds")


def somebody_forgotten(bench: Workbench) -> Place:
    customer = bench.services.customers.add(CustomerDraft(name="Mrs Meena Patel"), RUTH).card
    bench.services.forgetting.forget(customer.id, ErasureWhy.ASKED, RUTH)
    return Place(room="privacy", part="erased")
