# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every screen there is: rooms, topics, pages of guides and of the help, dialogs, lone windows.

What has a list of its own in the program is read from there, so that a new room or page is in
the pictures by itself. Dialogs are named here; a test holds this list against the program.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from servicedesk.domain.errors import Trouble
from servicedesk.domain.guides import QuestionKind
from servicedesk.ui.core.rooms import Place
from tests.shots.by_hand_screens import by_hand_screens
from tests.shots.complaint_file_screens import complaint_file_screens
from tests.shots.complaint_form_screens import complaint_form_screens
from tests.shots.complaint_screens import complaint_screens
from tests.shots.complaint_state_screens import complaint_state_screens
from tests.shots.customer_screens import customer_screens
from tests.shots.feedback_screens import feedback_screens
from tests.shots.forgetting_screens import forgetting_screens
from tests.shots.improve_ideas_screens import improve_ideas_screens
from tests.shots.improve_screens import improve_screens
from tests.shots.lone_windows import lone_windows, shown
from tests.shots.privacy_desk_screens import privacy_desk_screens
from tests.shots.promise_screens import promise_screens
from tests.shots.requests_screens import requests_screens
from tests.shots.selfcheck_screens import selfcheck_screens
from tests.shots.staff_screens import staff_screens
from tests.shots.stand import Stand
from tests.shots.taking_out_screens import taking_out_screens
from tests.shots.today_screens import today_screens
from tests.shots.trust_states import trust_states
from tests.shots.written_screens import written_screens
from tests.shots.yearly_screens import yearly_screens

Take = Callable[[QWidget], None]
"""Takes a picture of a widget."""


@dataclass(frozen=True)
class Screen:
    """Something to take a picture of.

    Args:
        name: of the picture, without its ending.
        show: brings it on the screen, has the picture taken, and takes it away again.
        classes: names of the dialog classes that it shows.
    """

    name: str
    show: Callable[[Stand, Take], None]
    classes: frozenset[str] = field(default_factory=frozenset)


def every_screen(stand: Stand) -> Iterator[Screen]:
    """All of them, in the order in which a person meets them."""
    from tests.shots.importing_screens import importing_screens
    from tests.shots.letter_screens import letter_screens
    from tests.shots.people_screens import people_screens

    yield from (Screen(*one) for one in lone_windows())
    yield from _rooms(stand)
    yield from _first_steps()
    yield from _settings()
    yield from _charter(stand)
    yield from _help()
    yield from _dialogs()
    yield from people_screens()
    yield from importing_screens()
    yield from letter_screens()
    yield from (Screen(*one) for one in customer_screens())
    yield from (Screen(*one) for one in promise_screens())
    yield from (Screen(*one) for one in complaint_form_screens())
    yield from (Screen(*one) for one in complaint_screens())
    yield from (Screen(*one) for one in complaint_file_screens())
    yield from (Screen(*one) for one in complaint_state_screens())
    yield from (Screen(*one) for one in by_hand_screens())
    yield from (Screen(*one) for one in feedback_screens())
    yield from (Screen(*one) for one in selfcheck_screens())
    kinds = (yearly_screens, improve_ideas_screens, taking_out_screens, privacy_desk_screens,
             requests_screens, forgetting_screens, trust_states)  # fmt: skip
    yield from (Screen(*one) for made in kinds for one in made())
    yield from (Screen(*one) for one in improve_screens())
    yield from (Screen(*one) for one in staff_screens())
    yield from (Screen(*one) for one in written_screens())
    yield from (Screen(*one) for one in today_screens())
    yield from _moments()


def _at(name: str, room: str, part: str = "", item: str = "") -> Screen:
    """A place in the window."""

    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room=room, part=part, item=item))
        stand.settle()
        take(stand.window)

    return Screen(name, show)


def _rooms(stand: Stand) -> Iterator[Screen]:
    from servicedesk.ui.shell.rooms import quiet_rooms

    for room in (*stand.window.rooms, *quiet_rooms()):
        yield _at(room.id, room.id)


def _first_steps() -> Iterator[Screen]:
    """The pages of the first run, which a new file begins in."""

    def step(at: int) -> Callable[[Stand, Take], None]:
        def show(stand: Stand, take: Take) -> None:
            stand.window.go(Place(room="first_run"))
            stand.window.page.presenter.go(at)
            stand.settle()
            take(stand.window)

        return show

    for at in range(4):
        yield Screen(f"first_run-{at + 1}", step(at))


def _settings() -> Iterator[Screen]:
    from servicedesk.ui.shell.settings_pages import topics

    for topic in topics():
        yield _at(f"settings-{topic.id}", "settings", topic.id)


def _charter(stand: Stand) -> Iterator[Screen]:
    for page in stand.bench.services.charter_writing.guide.pages:
        yield _at(
            f"charter-write-{page.number.rjust(2, '0')}-{page.id}", "charter", "write", page.id
        )
    yield _at("charter-begin", "charter", "begin")
    for line in stand.bench.services.charters.versions():
        yield _at(f"charter-version-{line.number}", "charter", "versions", str(line.id))


def _help() -> Iterator[Screen]:
    from servicedesk.system.resources import resources_folder

    pages = sorted(path.stem for path in (resources_folder() / "help" / "en").glob("*.md"))
    for page in dict.fromkeys((*pages, "shortcuts", "about")):
        yield _at(f"help-{page}", "help", page)


def _pressing(name: str, place: Place, words: str, dialog: str) -> Screen:
    """A dialog that a button opens."""

    def show(stand: Stand, take: Take) -> None:
        stand.window.go(place)
        stand.settle()
        if not stand.pressed(words, take):
            raise LookupError(f"{name}: no dialog behind a button “{words}…”")

    return Screen(name, show, frozenset({dialog}))


def _dialogs() -> Iterator[Screen]:
    for topic in ("closures", "open_days", "holidays", "people", "registrations"):
        yield _pressing(f"dialog-{topic}", Place(room="settings", part=topic), "Add", "FormDialog")
    for paper in ("poster", "leaflet", "full_text", "question_sheet"):
        yield Screen(f"dialog-print-{paper}", _print(paper), frozenset({"PrintPreview"}))
    yield Screen("dialog-why", _why, frozenset({"WhyDialog"}))
    yield Screen("dialog-restore", _restore, frozenset({"RestoreDialog"}))
    yield Screen("dialog-crash", _crash, frozenset({"CrashWindow"}))


def _why(stand: Stand, take: Take) -> None:
    """Ten opening days over all that does not count in them."""
    from servicedesk.domain.promises import Allowance
    from servicedesk.ui.people.why_panel import WhyDialog, words_of

    bench = stand.bench
    count = bench.services.calendars.why(
        Allowance(amount=10, unit="opening", start=bench.clock.now())
    )
    shown(stand, take, WhyDialog(words_of(count, None, bench), stand.window))


def _print(paper: str) -> Callable[[Stand, Take], None]:
    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.printing.preview import PrintPreview

        services = stand.bench.services
        job = services.charter_printing.job(services.charters.published(), paper)
        shown(stand, take, PrintPreview(job, stand.bench, stand.window))

    return show


def _restore(stand: Stand, take: Take) -> None:
    from pathlib import Path

    from servicedesk.ui.backups.restore import RestoreDialog

    bench = stand.bench
    kept = bench.services.backups.kept()
    dialog = RestoreDialog(
        bench.services.backups.look_into,
        bench.tasks,
        bench.labels,
        bench.today,
        parent=stand.window,
    )
    dialog.presenter.choose(Path(kept[0].path))
    shown(stand, take, dialog)


def _crash(stand: Stand, take: Take) -> None:
    from servicedesk.ui.shell.crash_window import CrashWindow

    report = "Traceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n"
    shown(stand, take, CrashWindow(report, lambda: "", stand.window))


def _moments() -> Iterator[Screen]:
    """What comes for a moment: menus, hits, a sentence, a message; and pages with nothing yet."""
    from servicedesk.ui.charter.wizard_state import PUBLISH

    yield _at("charter-write-publish", "charter", "write", PUBLISH)
    yield Screen("charter-standard-more", _more_of_a_standard)
    yield Screen("charter-on-paper", _on_paper)
    yield Screen("charter-none", _no_charter)
    for topic in ("open_days", "people", "registrations"):
        yield Screen(f"settings-{topic}-none", _empty_list(topic))
    yield Screen("settings-hours-waiting", _hours_waiting)
    yield Screen("settings-closures-touched", _closures_touched)
    yield Screen("search-hits", _hits)
    yield Screen("undo-bar", _undo_bar)
    for menu in ("new", "serving", "more"):
        yield Screen(f"menu-{menu}", _menu(menu))
    yield Screen("message", _message)


def _more_of_a_standard(stand: Stand, take: Take) -> None:
    from servicedesk.ui.charter.standard_row import StandardRow

    pages = stand.bench.services.charter_writing.guide.pages
    page = next(
        page for page in pages if any(one.kind is QuestionKind.STANDARD for one in page.questions)
    )
    stand.window.go(Place(room="charter", part="write", item=page.id))
    stand.settle()
    row = next(row for row in stand.window.findChildren(StandardRow) if row.isVisible())
    row._toggle.click()
    stand.settle()
    row._more.click()
    stand.settle()
    take(stand.window)
    row._more.click()
    row._toggle.click()
    stand.settle()


def _on_paper(stand: Stand, take: Take) -> None:
    """The wizard with its paper in sight; where there is little room that is a tab."""
    stand.window.go(Place(room="charter", part="write"))
    stand.settle()
    views = {
        one.text(): one
        for one in stand.window.findChildren(QAbstractButton)
        if one.isVisible() and one.text() in ("Questions", "On paper")
    }
    if views:
        views["On paper"].click()
        stand.settle()
    take(stand.window)
    if views:
        views["Questions"].click()


def _no_charter(stand: Stand, take: Take) -> None:
    from servicedesk.ui.charter.home import HomePage
    from servicedesk.ui.charter.home_presenter import HomeState

    stand.window.go(Place(room="charter"))
    stand.settle()
    (home,) = stand.window.findChildren(HomePage)
    home.presenter.state = HomeState()
    home.presenter.state_changed.emit()
    stand.settle()
    take(stand.window)
    home.presenter.reload()


def _hours_waiting(stand: Stand, take: Take) -> None:
    """Other hours that would move due dates, before they are saved."""
    stand.window.go(Place(room="settings", part="hours"))
    stand.settle()
    presenter = stand.window.page.current.presenter
    presenter.foretold = stand.bench.labels.count("calendar.shift.will_move", Decimal(3))
    presenter.state_changed.emit()
    stand.settle()
    take(stand.window)
    presenter.let_go()


def _closures_touched(stand: Stand, take: Take) -> None:
    """A closure with promises that are due in it."""
    from servicedesk.domain.calendars_shifting import TouchedPromise
    from servicedesk.domain.promises import Due

    stand.window.go(Place(room="settings", part="closures"))
    stand.settle()
    topic = stand.window.page.current
    line = topic.presenter.state.lines[0]
    due = Due(day=line.order[0])
    names = ("Mrs Patel", "Wellington Road Café")
    topic.presenter.touched = {
        line.id: tuple(
            TouchedPromise(
                id=at, ref="", customer_id=None, customer_name=name, text="bring the pump", due=due
            )
            for at, name in enumerate(names)
        )
    }
    topic.list.choose(line.id)
    topic.presenter.state_changed.emit()
    stand.settle()
    take(stand.window)
    topic.presenter.load()


def _empty_list(topic: str) -> Callable[[Stand, Take], None]:
    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.settings.records_presenter import RecordsState

        stand.window.go(Place(room="settings", part=topic))
        presenter = stand.window.page.current.presenter
        presenter.state = RecordsState()
        presenter.state_changed.emit()
        stand.settle()
        take(stand.window)
        presenter.load()

    return show


def _hits(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="today"))
    box = stand.window.search
    box.entered.emit()
    box.setText("opening")
    box.textEdited.emit("opening")
    stand.settle()
    take(stand.window)
    stand.window.go(Place(room="today"))


def _undo_bar(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="settings", part="people"))
    stand.bench.bar.say("Person added.", can_undo=True)
    stand.settle()
    take(stand.window)
    stand.window.undo_bar.hide()


def _menu(name: str) -> Callable[[Stand, Take], None]:
    def show(stand: Stand, take: Take) -> None:
        window = stand.window
        window.go(Place(room="today"))
        stand.settle()
        serving = window.rail.serving
        button = {"new": window.rail.new, "serving": serving, "more": window.band.more}[name]
        button.click()
        menu = QApplication.activePopupWidget()
        if menu is None:
            raise LookupError(f"menu-{name}: no menu behind its button")
        stand.settle()
        take(menu)
        menu.close()

    return show


def _message(stand: Stand, take: Take) -> None:
    from servicedesk.ui.core import messages

    def look() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(30, look)
            return
        stand.settle()
        take(box)
        box.close()

    QTimer.singleShot(0, look)
    fault = Trouble("disk_full", name="servicedesk.db")
    messages.show_trouble(stand.bench.labels.trouble(fault), stand.window)
