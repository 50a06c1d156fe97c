# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs of the privacy desk on requests, holds and clearing out, and how each is opened."""

from collections.abc import Callable
from datetime import timedelta

from servicedesk.domain.clearing import Candidate, Due
from servicedesk.domain.data_requests import PauseWhy, RequestDraft, RequestKind
from servicedesk.domain.forgetting import Erasing
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.clearing_form import KeepForm
from servicedesk.ui.privacy.clearing_presenter import ClearingPresenter
from servicedesk.ui.privacy.holds_form import HoldForm
from servicedesk.ui.privacy.holds_presenter import HoldsPresenter
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.privacy.requests_form import RequestForm
from servicedesk.ui.privacy.requests_presenter import RequestsPresenter
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.form_dialog import FormDialog

Opened = Callable[[Workbench, Shell], FormDialog]

RUTH = "Ruth"
PATEL = 1
"""The customer that they are about."""

_WAITS_FOR = {
    RequestPart.SEEN: PauseWhy.IDENTITY,
    RequestPart.CLEAR: PauseWhy.CLARITY,
}
"""What has to be asked before these can be noted."""


def request(part: RequestPart) -> Opened:
    """A form of a request that is ready for this step."""

    def opened(bench: Workbench, window: Shell) -> FormDialog:
        presenter = RequestsPresenter(bench)
        card = None
        if part is not RequestPart.FACTS:
            card = bench.services.data_requests.get(_asked(bench, part))
        form = RequestForm(bench, presenter, card, part, PATEL, window)
        presenter.setParent(form)
        form.open()
        return form

    return opened


def _asked(bench: Workbench, part: RequestPart) -> int:
    """The one request there is, or a new one."""
    asked, day = bench.services.data_requests, bench.today
    found = asked.list()
    if found:
        return found[0].id
    draft = RequestDraft(kind=RequestKind.SEE, received_on=day, customer_id=PATEL)
    number = asked.note(draft, RUTH).card.id
    if part in _WAITS_FOR:
        asked.ask(number, _WAITS_FOR[part], "an invoice", day, RUTH)
    return number


def hold(*, is_end: bool) -> Opened:
    """Something must be kept, or need not be kept any longer."""

    def opened(bench: Workbench, window: Shell) -> FormDialog:
        holds, card = bench.services.holds, None
        if is_end:
            draft = HoldDraft(customer_id=PATEL, reason="a claim", since=bench.today)
            kept = holds.all()
            card = kept[0] if kept else holds.add(draft, RUTH).card
        presenter = HoldsPresenter(bench)
        form = HoldForm(bench, presenter, card, window, is_end=is_end, customer_id=PATEL)
        presenter.setParent(form)
        form.open()
        return form

    return opened


def keep_longer(bench: Workbench, window: Shell) -> FormDialog:
    """A line of what was kept for long enough stays for longer."""
    day = bench.today
    one = Candidate(
        kind=RetainedKind.CUSTOMER,
        record=Kind.CUSTOMER,
        record_id=PATEL,
        ref="K-0001",
        about="Mrs Meena Patel",
        event_on=day - timedelta(days=2200),
    )
    presenter = ClearingPresenter(bench)
    due = Due(candidate=one, due_on=day, how=Erasing.FORGET)
    form = KeepForm(bench, presenter, (due,), window)
    presenter.setParent(form)
    form.open()
    return form
