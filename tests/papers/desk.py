# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pages of the program print, from the real window on the pretend shop."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.promises import PromiseChip, PromiseFilter
from servicedesk.ui.core.places import Place
from tests.papers.privacy import jobs_of_privacy
from tests.shots.stand import Stand, small_screen, stand

_LIST = """\
Name,Phone,E-mail,Address,Town,Postcode,Customer since
Zoë Fitzpatrick,07700 900401,zoe@bakery.example,12 Mill Lane,Hebden,HX7 8AA,03/04/2019
,,,9 Low Road,York,YO1 1AA,
"<b>Bob</b> & “Söns”, a name that goes on and on in a cell of its own",,,,,,31/02/2020
Total,,,,,,3
"""


def every_paper_of_the_desk(_faces: object = None) -> Iterator[tuple[str, Printed]]:
    """Name and paper of customer, lists, refused rows and notices that go out together."""
    small_screen()
    application = QApplication.instance() or QApplication(["servicedesk"])
    with tempfile.TemporaryDirectory() as folder, stand(Path(folder), application) as here:
        for name, job in _jobs(here):
            offer = job.offers[0]
            for size in offer.sizes:
                if size is not PaperSize.LETTER:
                    choice = PaperChoice(paper=offer.id, size=size)
                    yield name, job.make(choice)
                    if offer.can_be_large:
                        yield f"{name}-large", job.make(replace(choice, large=True))


def _jobs(here: Stand) -> Iterator[tuple[str, PrintJob]]:
    services = here.bench.services
    promises = services.promises.lists
    rows = promises.rows(list(promises.ids(PromiseFilter(chip=PromiseChip.OPEN))))
    customer = next(row.customer_id for row in rows if row.customer_id is not None)
    yield "customer-record", _of(here, "customers", str(customer))
    lists = here.window.page.list_presenter
    yield "customer-list", lists.list_job()
    here.window.go(Place(room="promises"))
    here.settle()
    yield "promise-list", here.window.page.list_presenter.list_job()
    for chip in (ComplaintChip.OPEN, ComplaintChip.ALL):
        here.window.go(Place(room="complaints", part=chip.value))
        here.settle()
        yield f"complaint-list-{chip.value}", here.window.page.list_presenter.list_job()
    for room, part in (("today", ""), ("settings", "hours"), ("settings", "registrations")):
        yield f"{room}-{part}-list", _of(here, room, "", part)
    yield "import-refused", _refused(here)
    yield "closure-notices", _notices(here)
    yield from jobs_of_privacy(here)


def _of(here: Stand, room: str, item: str, part: str = "") -> PrintJob:
    here.window.go(Place(room=room, part=part, item=item))
    here.settle()
    job = here.window.page.print_job()
    if job is None:
        raise LookupError(f"nothing to print in {room}")
    return job


def _refused(here: Stand) -> PrintJob:
    here.window.go(Place(room="importing"))
    presenter = here.window.page.presenter
    path = here.folder / "customers.csv"
    path.write_text(_LIST, encoding="utf-8")
    presenter.choose(path)
    here.settle()
    presenter.check()
    here.settle()
    job = presenter.print_job()
    if job is None:
        raise LookupError("no row was refused")
    return job


def _notices(here: Stand) -> PrintJob:
    """The notices of a closure to everybody whom it touches, as they go out together."""
    services, today = here.bench.services, here.bench.today
    days = ClosureDraft(first=today + timedelta(1), last=today + timedelta(14))
    closure = services.calendars.add_closure(days, "Ruth").card
    writing = services.letters_writing
    more = {"cover": "Tom Reed, on 01632 960124", "urgent": "Ring Tom, also on Sundays"}
    drafts = tuple(
        replace(one, values={**one.values, **more})
        for one in writing.drafts_for_closure(closure.id, "Ruth")
    )
    cards = writing.issue_all(drafts, "Ruth").card
    return writing.issued_job(tuple(card.id for card in cards))
