# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures of bringing lists in: what is in a list, what would happen, what did."""

from collections.abc import Callable, Iterator

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import DayOrder
from servicedesk.ui.core.places import Place
from servicedesk.ui.importing.state import Stage
from tests.shots.screens import Screen, Take
from tests.shots.stand import Stand

_LIST = """\
Name,Phone,E-mail,Address,Town,Postcode,Customer since,Notes
Zoë Fitzpatrick,07700 900401,zoe@bakery.example,12 Mill Lane,Hebden,HX7 8AA,03/04/2019,Prefers texts
Ó Néill & Daughters Ltd,01632 960402,office@oneill.example,690 Teresa Loaf,Leeds,LS1 0DD,05/06/2020,
Bartłomiej Wiśniewski,07700 900403,,"Flat 68, Walker Junction",Perth,PH3 2GQ,,Rings after six
,,,9 Low Road,York,YO1 1AA,,
Total,,,,,,,3
"""


def importing_screens() -> Iterator[Screen]:
    """Every step after the first, which is the room itself; the last is undone."""
    for at, name in enumerate(("look", "check", "done"), start=2):
        yield Screen(f"importing-{at}-{name}", _step(at))
    yield Screen("importing-changes", _changes)
    yield Screen("importing-refused", _other("customers.pdf", b"%PDF-1.7 no list"))
    yield Screen("importing-complaints", _complaints)
    yield Screen("importing-complaints-check", lambda stand, take: _complaints(stand, take, True))
    unsure = _LIST.replace("Wiśniewski", "Müller").replace("Bartłomiej", "Jürgen")
    yield Screen("importing-letters", _other("letters.csv", unsure.encode("cp1252")))


_AGAIN = """\
Name,Phone,E-mail,Line to remember
MRS MEENA PATEL,01632 960 217,meena@patel.example,Ring twice
"""


_COMPLAINTS = """\
Date received,Customer,What happened,Submitted via,Status,Date closed
02/11/2026,Zoë Fitzpatrick,The plumber came two hours late and left the floor wet,Phone,Closed,05/11/2026
13/11/2026,Sam Poe,Nobody rang back about the leak,Web,open,
,,No day in this row,Web,open,
"""  # noqa: E501


def _complaints(stand: Stand, take: Take, is_checked: bool = False) -> None:
    """Complaints from a list, whose columns were kept under a name."""
    stand.window.go(Place(room="importing"))
    presenter = stand.window.page.presenter
    presenter.set_holds(ListKind.COMPLAINTS)
    path = stand.folder / "complaints.csv"
    path.write_text(_COMPLAINTS, encoding="utf-8")
    presenter.choose(path)
    stand.settle()
    presenter.set_day_order(5, DayOrder.DAY_FIRST)
    if is_checked:
        presenter.check()
    else:
        presenter.keep_mapping("Complaints from the till")
    stand.settle()
    if not is_checked:
        page = stand.window.page
        page._scrolls[page.presenter.state.stage].show_whole(page.steps[Stage.LOOK].strangers)
    take(stand.window)
    if not is_checked:
        stand.bench.services.undo.undo("Ruth")
    presenter.begin_again()
    presenter.set_holds(ListKind.CUSTOMERS)
    stand.settle()


def _changes(stand: Stand, take: Take) -> None:
    """Somebody who is there, as a list tells of them: what would change."""
    stand.window.go(Place(room="importing"))
    presenter = stand.window.page.presenter
    path = stand.folder / "again.csv"
    path.write_text(_AGAIN, encoding="utf-8")
    presenter.choose(path)
    stand.settle()
    presenter.check()
    stand.settle()
    take(stand.window)
    presenter.begin_again()
    stand.settle()


def _other(name: str, data: bytes) -> Callable[[Stand, Take], None]:
    """A file that makes the page say something about itself."""

    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="importing"))
        presenter = stand.window.page.presenter
        path = stand.folder / name
        path.write_bytes(data)
        presenter.choose(path)
        stand.settle()
        take(stand.window)
        presenter.begin_again()
        stand.settle()

    return show


def _step(at: int) -> Callable[[Stand, Take], None]:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="importing"))
        presenter = stand.window.page.presenter
        path = stand.folder / "customers.csv"
        path.write_text(_LIST, encoding="utf-8")
        presenter.choose(path)
        stand.settle()
        if at > 2:
            presenter.set_day_order(6, DayOrder.DAY_FIRST)
            presenter.check()
            stand.settle()
        if at > 3:
            presenter.run()
            stand.settle()
        take(stand.window)
        if at > 3:
            presenter.undo()
            stand.settle()
        presenter.begin_again()
        stand.settle()

    return show
