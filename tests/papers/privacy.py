# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the privacy desk and the password print: the pack, the logs, the lists, the sheet."""

from collections.abc import Iterator

from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.domain.printing import PrintJob
from servicedesk.ui.core.places import Place
from servicedesk.ui.privacy.breaches_page import BreachesPage
from servicedesk.ui.privacy.requests_page import RequestsPage
from tests.shots.stand import Stand

_PARTS = ("", "requests", "breaches", "clearing", "holds", "marketing", "erased")


def jobs_of_privacy(here: Stand) -> Iterator[tuple[str, PrintJob]]:
    """Name and paper of each, from the pretend shop."""
    services = here.bench.services
    (request,) = services.data_requests.list()
    (breach,) = services.breaches.log().cards
    assert request.draft.customer_id is not None
    yield "access-pack", services.access_packs.pack(request.draft.customer_id)
    yield "recovery-sheet", services.password.sheet()
    gone = services.customer_lists.ids(CustomerFilter(text="Bob"))[0]
    services.forgetting.forget(gone, ErasureWhy.ASKED, "Ruth Hollins")
    for part in _PARTS:
        yield f"privacy-{part or 'desk'}", _shown(here, part)
    for part, shown, one in (
        ("requests", RequestsPage, request),
        ("breaches", BreachesPage, breach),
    ):
        here.window.go(Place(room="privacy", part=part))
        here.settle()
        yield f"privacy-{part}-one", here.window.page.findChild(shown).one_job(one)


def _shown(here: Stand, part: str) -> PrintJob:
    here.window.go(Place(room="privacy", part=part))
    here.settle()
    job = here.window.page.print_job()
    if job is None:
        raise LookupError(f"nothing to print of {part!r}")
    return job
