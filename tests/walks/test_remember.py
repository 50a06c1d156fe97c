# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demand 29: the line to remember stands, and is said, wherever a customer appears.

It is never on paper that a customer may see.
"""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.printing import Printing
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.customers.duplicates import DuplicatesTopic
from servicedesk.ui.customers.form import CustomerForm
from servicedesk.ui.customers.merge import show_merge
from servicedesk.ui.customers.page import CustomersPage
from servicedesk.ui.letters.page import LettersPage
from servicedesk.ui.people.contact_form import ContactForm
from servicedesk.ui.people.enquiries import EnquiriesPage
from servicedesk.ui.people.promise_form import show_promise_form
from servicedesk.ui.people.reviews import ReviewsPage
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.people.who_panel import WhoModel
from servicedesk.ui.promises.page import PromisesPage
from servicedesk.ui.shell.search_panel import SearchPanel
from servicedesk.ui.shell.search_presenter import SearchPresenter
from servicedesk.ui.today.page import TodayPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, seen_texts, speak_british
from tests.helpers.records import DAY, put_contact, put_promise
from tests.ui.charter.benches import bench_in
from tests.ui.widgets.made import write

RUTH = "Ruth"
LINE = "Rings the back door"
WORDS = "ring back about the boiler"


@pytest.fixture
def bench(tmp_path, qtbot):
    """A bench over a file with one customer, with whom everything is open."""
    speak_british()
    with bench_in(tmp_path, FixedClock(DAY)) as made, dressed(made.theme):
        services = made.services
        phone = (Reach(kind=ReachKind.PHONE, shown="01632 960123"),)
        draft = CustomerDraft(name="Mrs Meena Patel", reaches=phone, remember=LINE)
        one = services.customers.add(draft, RUTH).card.id
        services.customers.add(CustomerDraft(name="Meena Patel", reaches=phone), RUTH)
        put_promise(services.units, one, WORDS, due_on=DAY + timedelta(days=1))
        put_contact(services.units, one, "a new tap", next_on=DAY)
        need = SupportDraft(need=SupportNeed.MORE_TIME, review_on=DAY + timedelta(days=2))
        services.support.add_need(one, need, RUTH)
        yield made


def stands(widget, qtbot):
    """Show a page as a person has it before them."""
    qtbot.addWidget(widget)
    widget.resize(1158, 700)
    widget.show()
    return widget


def read(widget):
    """What can be read on it, once it is there."""
    QApplication.processEvents()
    return seen_texts(widget)


def sentences(model):
    """What is said of each row of a list."""
    rows = range(model.rowCount())
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def of_customers(bench, qtbot):
    page = stands(CustomersPage(bench), qtbot)
    page.arrive(Place(room="customers", item="1"))
    return read(page), sentences(page.list.model)


def of_promise_page(bench, qtbot):
    page = stands(PromisesPage(bench), qtbot)
    page.arrive(Place(room="promises", item="1"))
    return read(page), read(page)


def of_promise_rows(bench, qtbot):
    page = stands(PromisesPage(bench), qtbot)
    page.arrive(Place(room="promises"))
    model, lines = page.pane.model, page.pane.presenter.lines
    return [lines(model.record(0)).remember], sentences(model)


def of_letter(bench, qtbot):
    page = stands(LettersPage(bench), qtbot)
    page.arrive(Place(room="letters", part="L14", item="promise:1"))
    return read(page), read(page)


def of_today(bench, qtbot):
    page = stands(TodayPage(bench), qtbot)
    page.arrive(Place(room="today"))
    return read(page), [row.accessibleName() for row in page.rows()]


def of_search(bench, qtbot, typed):
    window = stands(QWidget(), qtbot)
    presenter = SearchPresenter(bench, window)
    panel = SearchPanel(presenter, bench.labels, bench.theme, window)
    presenter.prepare()
    presenter.look_for(typed)
    said = sentences(panel._model)
    return said, said


def of_found_customers(bench, qtbot):
    return of_search(bench, qtbot, "Mrs Meena")


def of_found_promises(bench, qtbot):
    return of_search(bench, qtbot, "boiler")


def of_found_contacts(bench, qtbot):
    return of_search(bench, qtbot, "new tap")


def of_who_suggested(bench, qtbot):
    window = stands(QWidget(), qtbot)
    column = QVBoxLayout(window)
    field = WhoField(bench)
    column.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
    field.focus_target().setFocus()
    write(field, "Meena")
    said = sentences(window.findChild(WhoModel))
    return said, said


def of_who_chosen(bench, qtbot):
    field = stands(WhoField(bench), qtbot)
    field.set_customer(1)
    return read(field), [field.focus_target().accessibleDescription()]


def of_promise_form(bench, qtbot):
    host = stands(QWidget(), qtbot)
    form = show_promise_form(bench, host, customer_id=1)
    return read(form), [form.who.focus_target().accessibleDescription()]


def of_contact_form(bench, qtbot):
    form = stands(ContactForm(bench, None, 1), qtbot)
    return read(form), [form.who.focus_target().accessibleDescription()]


def of_alike(bench, qtbot):
    form = stands(CustomerForm(bench, name="Meena Patel"), qtbot)
    names = [link.accessibleName() for link in form.alike.findChildren(QPushButton)]
    return read(form), names


def of_duplicates(bench, qtbot):
    page = stands(DuplicatesTopic(bench), qtbot)
    page.arrive()
    qtbot.waitUntil(lambda: bool(page.presenter.state.lines))
    return read(page), sentences(page.list.model())


def of_merging(bench, qtbot):
    host = stands(QWidget(), qtbot)
    dialog = show_merge(bench, host, [1, 2])
    return read(dialog), [dialog.outcome.accessibleDescription()]


def of_reviews(bench, qtbot):
    page = stands(ReviewsPage(bench), qtbot)
    page.arrive(Place(room="reviews"))
    page.list.choose(page.presenter.lines[0].id)
    return read(page), sentences(page.model)


def of_enquiries(bench, qtbot):
    page = stands(EnquiriesPage(bench), qtbot)
    page.arrive(Place(room="enquiries"))
    page.list.choose(1)
    return read(page), sentences(page.model)


SURFACES = {
    name.removeprefix("of_"): surface
    for name, surface in list(globals().items())
    if name.startswith("of_") and name != "of_search"
}


@pytest.mark.parametrize("surface", SURFACES)
def test_demand_29_the_line_stands_and_is_said_wherever_the_customer_appears(bench, qtbot, surface):
    seen, said = SURFACES[surface](bench, qtbot)
    assert any(LINE in text for text in seen)
    assert any(LINE in sentence for sentence in said)


def test_demand_29_papers_of_a_job_and_lists_leave_the_line_out(bench, qtbot):
    rounds = bench.services.rounds
    jobs = [rounds.job_sheet(1), rounds.slips([1]), rounds.tomorrow()]
    for page, place in ((DuplicatesTopic(bench), None), (EnquiriesPage(bench), Place(room=""))):
        stands(page, qtbot)
        page.arrive(*filter(None, (place,)))
        bench.tasks.wait()
        QApplication.processEvents()
        jobs.append(page.print_job())

    for job in jobs:
        choice = PaperChoice(paper=job.offers[0].id, size=PaperSize.A4)
        assert LINE not in " ".join(Printing().texts(job.make(choice).data))
