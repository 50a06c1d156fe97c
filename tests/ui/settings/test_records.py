# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pages with a list: added, changed and removed by key, taken back, nothing typed is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.services.printing import Printing
from servicedesk.store.calendars import bank_holidays
from servicedesk.store.facts import business_facts, fact_id
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.closures_presenter import ClosuresPresenter
from servicedesk.ui.settings.holidays_presenter import HolidaysPresenter
from servicedesk.ui.settings.holidays_topic import HolidaysTopic
from servicedesk.ui.settings.hours_topic import HoursTopic
from servicedesk.ui.settings.people_presenter import PeoplePresenter
from servicedesk.ui.settings.people_topic import PeopleTopic
from servicedesk.ui.settings.records_presenter import RecordsPresenter
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.settings.registrations_presenter import RegistrationsPresenter
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.helpers import audits
from tests.ui.charter.benches import Heard

PRESENTERS = (ClosuresPresenter, HolidaysPresenter, PeoplePresenter, RegistrationsPresenter)


def shown(page: RecordsTopic, qtbot: QtBot) -> RecordsTopic:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.arrive()
    page.show()
    qtbot.waitExposed(page)
    return page


def form_of(page: RecordsTopic, qtbot: QtBot) -> FormDialog:
    assert page.form is not None
    qtbot.waitExposed(page.form)
    return page.form


def line_of(form: FormDialog, question_id: str) -> QWidget:
    return next(f for f in form.fields() if f.question_id == question_id).focus_target()


def save(form: FormDialog, qtbot: QtBot) -> None:
    form.save_button.click()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [500, 1150])
def test_no_column_is_cut_off(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, percent: int, width: int
) -> None:
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    for name in ("Ruth Hollins", "Tom Hollins"):
        bench.services.people.add(PersonDraft(name=name, limit_pence=10000), "Ruth")
    page = shown(PeopleTopic(bench), qtbot)
    page.resize(width, 700)
    across = page.list.horizontalHeader()
    seen = [at for at in range(across.count()) if not across.isSectionHidden(at)]
    assert seen == list(range(len(seen)))
    assert len(seen) == 4 or width == 500
    assert across.length() <= page.list.viewport().width()
    for at in seen:
        assert across.sectionSize(at) >= page.list.sizeHintForColumn(at)


def test_a_closure_is_added_changed_and_removed(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(RecordsTopic(bench, ClosuresPresenter(bench)), qtbot)
    assert page.first_focus() is page.add_button
    page.add_button.click()
    form = form_of(page, qtbot)
    qtbot.keyClicks(line_of(form, "first"), "24/12")
    qtbot.keyClicks(line_of(form, "last"), "2.1.27")
    qtbot.keyClicks(line_of(form, "reason"), "Christmas")
    save(form, qtbot)
    (line,) = page.presenter.state.lines
    assert line.cells == ("Thu 24 Dec 2026", "Sat 2 Jan 2027", "Christmas", "4 opening days")
    assert page.first_focus() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    form = form_of(page, qtbot)
    assert form.values()["reason"] == "Christmas"
    qtbot.keyClicks(line_of(form, "reason"), "again ")
    save(form, qtbot)
    assert page.presenter.state.lines[0].cells[2].split() == ["again", "Christmas"]
    page.remove_button.click()
    assert page.presenter.state.lines == ()
    bench.changes.announce(bench.services.undo.undo(bench.who).changes)
    assert len(page.presenter.state.lines) == 1
    assert heard.said == ["Closure added.", "Closure changed.", "Closure removed."]


@pytest.mark.parametrize(
    ("values", "field", "part"),
    [
        ({}, "first", "first day"),
        ({"first": "whenever"}, "first", "whenever"),
        ({"first": "1/11/2026"}, "first", "over"),
        ({"first": "fri", "last": "today"}, "last", "before the first"),
        ({"first": "fri", "reason": "x" * 121}, "reason", "too long by 1: there is room for 120"),
    ],
)
def test_a_closure_that_makes_no_sense_is_said_beside_the_field(
    bench: Workbench, values: dict[str, object], field: str, part: str
) -> None:
    wrong = ClosuresPresenter(bench).save(None, values)
    assert wrong is not None
    assert part in wrong[field]
    assert bench.services.calendars.closures() == ()


def test_the_first_wrong_field_gets_the_keyboard_and_nothing_is_lost(
    bench: Workbench, qtbot: QtBot
) -> None:
    page = shown(RecordsTopic(bench, ClosuresPresenter(bench)), qtbot)
    page.arrive("add")
    form = form_of(page, qtbot)
    qtbot.keyClicks(line_of(form, "first"), "24/12")
    qtbot.keyClicks(line_of(form, "last"), "soon")
    save(form, qtbot)
    assert form.focusWidget() is line_of(form, "last")
    assert "soon" in form.fields()[1].error()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert page.form is None
    page.add()
    again = form_of(page, qtbot)
    assert again.values()["first"] == date(2026, 12, 24)
    assert again.values()["last"] == "soon"
    again.reject()


def test_closures_say_what_they_take_away(bench: Workbench) -> None:
    calendars = bench.services.calendars
    for first in (date(2026, 11, 28), date(2026, 11, 30)):
        calendars.add_closure(ClosureDraft(first=first), "Ruth")
    cells = [line.cells[3] for line in ClosuresPresenter(bench).state.lines]
    assert cells == ["no day you would be open", "1 opening day"]


def test_a_bank_holiday_is_added_and_taken_out(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(HolidaysTopic(bench), qtbot)
    before = len(page.presenter.state.lines)
    assert "2032" in page.presenter.state.note
    assert not page.change_button.isVisible()
    assert page.presenter.save(None, {"day": "4/7", "name": "Town fair"}) == {}
    page.presenter.load()
    fair = date(2027, 7, 4)
    (line,) = (one for one in page.presenter.state.lines if one.id == fair.toordinal())
    assert line.cells == ("Sun 4 Jul 2027", "Town fair", "added by you")
    page.arrive(str(fair.toordinal()))
    page.remove_button.click()
    assert len(page.presenter.state.lines) == before
    wrong = page.presenter.save(None, {"day": "25/12", "name": "Christmas"})
    assert wrong is not None
    assert "already" in wrong["day"]
    assert page.presenter.save(None, {"day": "", "name": ""}) == {
        "day": "Please give the day, such as 4/7 or 4 july."
    }
    page.list.opened.emit(line)
    assert page.form is None
    assert page.presenter.values(line.id) == {}
    assert heard.said == ["Bank holiday added.", "Bank holiday taken out."]


def test_an_old_list_offers_to_be_brought_up_to_date(bench: Workbench, qtbot: QtBot) -> None:
    bench.services.business.save({"nation": "eng"}, "Ruth")
    with bench.services.units.change("make it old", "Ruth") as unit:
        note = fact_id(unit.connection, "holidays_known_up_to.eng")
        assert note is not None
        unit.update(business_facts, note, {"value": '{"day": "2026-11-30"}'})
        unit.remove(bank_holidays, 20)
    page = shown(HolidaysTopic(bench), qtbot)
    assert isinstance(page, HolidaysTopic)
    assert page.refill_button.isVisible()
    page.refill_button.click()
    assert not page.refill_button.isVisible()
    assert "2032" in page.presenter.state.note


def test_somewhere_else_the_list_begins_empty(bench: Workbench) -> None:
    bench.services.business.save({"nation": "elsewhere"}, "Ruth")
    state = HolidaysPresenter(bench).state
    assert state.lines == ()
    assert "not in the United Kingdom" in state.note


def test_people_stand_in_for_one_another(bench: Workbench, heard: Heard) -> None:
    presenter = PeoplePresenter(bench)
    assert presenter.save(None, {"name": "Ruth", "role": "owner"}) == {}
    ruth = bench.services.people.all()[0]
    values = {"name": "Tom", "role": "", "limit_pence": "50", "stand_in_id": str(ruth.id)}
    assert presenter.save(None, values) == {}
    presenter.load()
    assert [line.cells for line in presenter.state.lines] == [
        ("Ruth", "Owner", "no limit said", "nobody"),
        ("Tom", "Staff", "£50", "Ruth"),
    ]
    tom = presenter.state.lines[1].id
    assert presenter.values(tom) == {
        "name": "Tom",
        "role": "staff",
        "limit_pence": 5000,
        "stand_in_id": str(ruth.id),
    }
    assert presenter.values(ruth.id)["stand_in_id"] == "nobody"
    assert presenter.values(999) == {}
    assert presenter.save(tom, {**values, "limit_pence": 1250, "stand_in_id": "nobody"}) == {}
    presenter.load()
    assert presenter.state.lines[1].cells[2:] == ("£12.50", "nobody")
    wrong = presenter.save(tom, {"name": " ", "limit_pence": "lots", "stand_in_id": ""})
    assert wrong is not None
    assert "lots" in wrong["limit_pence"]
    assert "name" in str(presenter.save(tom, {"name": " "}))
    presenter.remove(tom)
    presenter.remove(tom)
    assert heard.said[-2] == "Person removed."
    assert "removed since" in heard.said[-1]


def test_registrations_say_how_they_stand(bench: Workbench) -> None:
    registrations = bench.services.registrations
    for ends_on in (
        None,
        date(2026, 11, 22),
        date(2026, 11, 23),
        date(2026, 11, 24),
        date(2027, 1, 22),
        date(2027, 1, 23),
    ):
        draft = RegistrationDraft(kind=RegistrationKind.INSURANCE, body="Mutual", ends_on=ends_on)
        registrations.add(draft, "Ruth")
    lines = RegistrationsPresenter(bench).state.lines
    assert [line.cells[1] for line in lines] == [
        "no end",
        "has ended",
        "ends today",
        "ends tomorrow",
        "ends in 60 days",
        "in force",
    ]
    assert [line.is_quiet for line in lines] == [False, True, False, False, False, False]


def test_a_registration_is_added_changed_and_removed(bench: Workbench, heard: Heard) -> None:
    presenter = RegistrationsPresenter(bench)
    values = {"kind": "", "body": "Gas Safe Register", "checked_on": "2/11", "ends_on": "31/3"}
    assert presenter.save(None, values) == {}
    presenter.load()
    (line,) = presenter.state.lines
    assert (line.cells[2], line.cells[5]) == ("Wed 31 Mar 2027", "Mon 2 Nov 2026")
    assert presenter.values(line.id)["kind"] == "registration"
    assert presenter.values(999) == {}
    changed = {**presenter.values(line.id), "kind": "insurance", "number": "7"}
    assert presenter.save(line.id, changed) == {}
    wrong = presenter.save(line.id, {**changed, "ends_on": date(2026, 11, 1)})
    assert wrong is not None
    assert "before you checked" in wrong["ends_on"]
    presenter.remove(line.id)
    assert heard.said == ["Added.", "Changed.", "Removed."]


def test_a_record_that_is_gone_cannot_be_typed_again(bench: Workbench) -> None:
    assert ClosuresPresenter(bench).values(7) == {}
    bench.services.calendars.add_closure(ClosureDraft(first=date(2026, 12, 24)), "Ruth")
    presenter = ClosuresPresenter(bench)
    values = presenter.values(presenter.state.lines[0].id)
    assert values == {"first": date(2026, 12, 24), "reason": ""}


def texts(job: PrintJob | None) -> str:
    """All that stands on the paper of a job."""
    assert job is not None
    (offer,) = job.offers
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    return " ".join(Printing().texts(printed.data))


def test_every_list_prints_as_it_stands(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_jobs: list[PrintJob] = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_: shown_jobs.append(job)
    )
    for name in ("Ruth", "Anna"):
        bench.services.people.add(PersonDraft(name=name), "Ruth")
    page = shown(PeopleTopic(bench), qtbot)
    page.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    page.print_button.click()
    assert [job.title for job in shown_jobs] == ["People"]
    said = texts(page.print_job())
    for part in ("Name", "Stand-in", "no limit said"):
        assert part in said
    assert said.index("Anna") < said.index("Ruth")
    assert "Christmas" in texts(shown(HolidaysTopic(bench), qtbot).print_job())


def test_an_empty_list_says_so_with_one_button_and_an_example(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.theme.apply(qapp)
    opened: list[bool] = []
    monkeypatch.setattr(bench.doors, "open_demo", lambda: opened.append(True))
    for made in (PeoplePresenter, RegistrationsPresenter):
        page = shown(RecordsTopic(bench, made(bench)), qtbot)
        qapp.processEvents()
        buttons = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
        assert buttons == [page.presenter.words.add, "Show me an example"]
        assert page.print_job() is None
        page.print_button.click()
        page.example_button.click()
        assert audits.findings(page) == []
    assert opened == [True, True]


def test_opening_hours_print_once_they_are_known(
    bench: Workbench, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown_jobs: list[PrintJob] = []
    monkeypatch.setattr(
        "servicedesk.ui.printing.preview.show_print", lambda job, *_: shown_jobs.append(job)
    )
    page = HoursTopic(bench)
    qtbot.addWidget(page)
    page.arrive()
    page.print_button.click()
    assert heard.said == ["There is nothing to print on this page."]
    bench.services.business.save({"opening_hours": {"monday": ["09:00-17:00"]}}, "Ruth")
    page.arrive()
    page.print_button.click()
    assert "Monday" in texts(shown_jobs[0])


@pytest.mark.parametrize("made", PRESENTERS)
def test_hostile_strings_are_kept_or_refused_in_every_field(
    bench: Workbench, made: type[RecordsPresenter], hostile: list[str]
) -> None:
    bench.services.people.add(PersonDraft(name="Ruth"), "Ruth")
    presenter = made(bench)
    usual = {"first": "+9", "day": "9/9", "name": "Tom", "body": "Mutual", "kind": "insurance"}
    for question in presenter.questions(None):
        for text in hostile[::3]:
            wrong = presenter.save(None, {**usual, question.id: text})
            assert wrong is not None
            assert all(wrong.values())
    presenter.load()
    assert all(all(type(cell) is str for cell in line.cells) for line in presenter.state.lines)


@pytest.mark.parametrize("made", PRESENTERS)
def test_every_form_can_be_seen_heard_and_walked(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, made: type[RecordsPresenter]
) -> None:
    bench.theme.apply(qapp)
    page = shown(RecordsTopic(bench, made(bench)), qtbot)
    page.add()
    form = form_of(page, qtbot)
    form.resize(form.width(), 1000)
    qapp.processEvents()
    # Tab goes round: from the last button to the first field, which had the keyboard to begin with.
    around = "Tab goes from WrapButton “Close” back"
    assert [line for line in audits.findings(form) if not line.startswith(around)] == []
    form.reject()


@pytest.mark.parametrize("made", PRESENTERS)
def test_a_form_that_fits_the_screen_does_not_scroll(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, made: type[RecordsPresenter]
) -> None:
    bench.theme.apply(qapp)
    page = shown(RecordsTopic(bench, made(bench)), qtbot)
    page.add_button.click()
    form = form_of(page, qtbot)
    qtbot.waitUntil(
        lambda: form._page.verticalScrollBar().maximum() == 0 or form.height() == form._highest()
    )
    assert form.height() <= form.screen().availableGeometry().height()
    form.close_button.click()
