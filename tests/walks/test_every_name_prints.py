# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demand 15: every name prints, on every paper that bears one."""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.documents.fonts import load_faces, printable
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Address, CustomerDraft
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.printing import Printing
from servicedesk.ui.complaints.list_presenter import ListPresenter as ComplaintList
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.detail_presenter import DetailPresenter as CustomerDetail
from servicedesk.ui.customers.list_presenter import ListPresenter as CustomerList
from servicedesk.ui.promises.list_presenter import ListPresenter as PromiseList
from tests.helpers.builders import RESOURCES
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.ui.charter.benches import bench_in

RUTH = "Ruth"
DEMANDED = ("Łąchowski", "Đặng", "Ζωή")


@dataclass(frozen=True)
class Named:
    """A customer of a name, with a record of each kind.

    Args:
        name: as written.
        customer, promise, complaint: numbers of records.
        letter: number of a letter to them; 0 for a name that the demand does not speak of.
    """

    name: str
    customer: int
    promise: int
    complaint: int
    letter: int


@pytest.fixture(scope="module")
def names(samples: Path) -> tuple[str, ...]:
    """Those that the demand names, and every form of the samples."""
    forms = json.loads((samples / "names" / "name_forms.json").read_text("utf-8"))
    written = (f"{one['given']} {one['family']}".strip() for one in forms)
    return tuple(dict.fromkeys((*DEMANDED, *written)))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Workbench]:
    """A bench over a shop, which is filled by the fixture below alone."""
    speak_british()
    with bench_in(tmp_path_factory.mktemp("names"), FixedClock()) as made:
        facts = {"trading_name": "Đặng & Łąchowski", "owner_name": "Ζωή", "address": "9 Low Road"}
        made.services.business.save(facts, RUTH)
        yield made


@pytest.fixture(scope="module")
def people(bench: Workbench, names: tuple[str, ...]) -> tuple[Named, ...]:
    """Each of those names with a customer, a promise, a complaint, a letter and a contact."""
    services, made = bench.services, []
    now, today = bench.clock.now(), bench.today
    for name in names:
        draft = CustomerDraft(name=name, addresses=(Address(lines="4 High Street\nLeeds"),))
        who = services.customers.add(draft, RUTH).card.id
        due = Due(day=today + timedelta(3))
        promise = PromiseDraft(customer_id=who, text="mend the gate", due=due, made_on=today)
        complaint = ComplaintDraft(customer_id=who, text="the saw was blunt", received_at=now)
        about = services.complaints.log(complaint, RUTH).card.id
        services.contacts.log(ContactDraft(customer_id=who, text="rang", at=now), RUTH)
        letter = 0
        if name in DEMANDED:
            draft_of = services.letters_writing.draft("L01", complaint_id=about, who=RUTH)
            letter = services.letters_writing.issue(draft_of, RUTH).card.id
        made.append(
            Named(
                name=name,
                customer=who,
                promise=services.promises.make(promise, RUTH).card.id,
                complaint=about,
                letter=letter,
            )
        )
    return tuple(made)


def a_record(bench: Workbench, one: Named) -> PrintJob | None:
    presenter = CustomerDetail(bench)
    presenter.show(one.customer)
    return presenter.record_job()


def an_issued_letter(bench: Workbench, one: Named) -> PrintJob | None:
    return bench.services.letters_writing.issued_job((one.letter,))


def a_letter_to_be(bench: Workbench, one: Named) -> PrintJob | None:
    writing = bench.services.letters_writing
    return writing.preview(writing.draft("L03", complaint_id=one.complaint, who=RUTH))


OF_ONE: Mapping[str, Callable[[Workbench, Named], PrintJob | None]] = {
    "customer": a_record,
    "letter": an_issued_letter,
    "letter to be": a_letter_to_be,
    "envelope": lambda bench, one: bench.services.envelopes.for_customers((one.customer,)),
    "envelope of a letter": lambda bench, one: bench.services.envelopes.for_letters((one.letter,)),
    "label": lambda bench, one: bench.services.envelopes.labels((one.customer,)),
    "slip of a promise": lambda bench, one: bench.services.rounds.slips((one.promise,)),
    "job sheet": lambda bench, one: bench.services.rounds.job_sheet(one.promise),
    "slip of a complaint": lambda bench, one: bench.services.rounds.complaint_slips(
        (one.complaint,)
    ),
    "complaint": lambda bench, one: bench.services.complaint_papers.job(one.complaint),
    "pack": lambda bench, one: bench.services.complaint_papers.pack(one.complaint),
}

THICK = ("complaint", "pack", "letter", "letter to be", "envelope of a letter")
"""Papers that take long to make: the names that the demand speaks of are enough there."""


def customers_listed(bench: Workbench) -> PrintJob | None:
    presenter = CustomerList(bench)
    presenter.arrive()
    return presenter.list_job()


def promises_listed(bench: Workbench) -> PrintJob | None:
    presenter = PromiseList(bench)
    presenter.arrive()
    return presenter.list_job()


def complaints_listed(bench: Workbench) -> PrintJob | None:
    presenter = ComplaintList(bench)
    presenter.arrive(ComplaintChip.ALL)
    return presenter.list_job()


OF_ALL: Mapping[str, Callable[[Workbench], PrintJob | None]] = {
    "customers": customers_listed,
    "promises": promises_listed,
    "complaints": complaints_listed,
    "round": lambda bench: bench.services.rounds.tomorrow(),
}


@cache
def drawn(name: str) -> str:
    """A name as our fonts print it, without spaces and marks over letters."""
    return bare(printable(name, load_faces(RESOURCES / "fonts")))


def bare(text: str) -> str:
    """A text without spaces and without marks over letters: where those stand, readers differ."""
    signs = unicodedata.normalize("NFC", "".join(text.split()))
    return "".join(sign for sign in signs if not unicodedata.category(sign).startswith("M"))


def read(job: PrintJob | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of each paper on offer, and what the fonts lack."""
    assert job is not None
    for offer in job.offers:
        printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
        yield bare("".join(Printing().texts(printed.data))), printed.missing


@pytest.mark.parametrize("paper", OF_ONE)
def test_demand_15_every_name_prints_on_what_is_about_one_customer(
    bench: Workbench, people: tuple[Named, ...], paper: str
) -> None:
    few = len(DEMANDED) if paper in THICK else len(people)
    for one in people[:few]:
        for said, missing in read(OF_ONE[paper](bench, one)):
            assert drawn(one.name) in said
            assert one.name not in DEMANDED or missing == ()


@pytest.mark.parametrize("paper", OF_ALL)
def test_demand_15_every_name_prints_in_lists(
    bench: Workbench, people: tuple[Named, ...], paper: str
) -> None:
    if paper == "round":
        bench.clock.set(bench.clock.now() + timedelta(2))
    for said, _missing in read(OF_ALL[paper](bench)):
        for one in people:
            assert drawn(one.name) in said
        assert bare("Đặng & Łąchowski") in said
