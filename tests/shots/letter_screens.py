# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures of letters: about a promise, to somebody new, to several, and one that has gone out."""

from collections.abc import Callable, Iterator

from servicedesk.ui.core.rooms import Place
from tests.shots.screens import Screen, Take
from tests.shots.stand import Stand

ROOM = "letters"


def letter_screens() -> Iterator[Screen]:
    """All of them, in the order in which a person meets them."""
    yield Screen("letters-delay", lambda stand, take: _written(stand, take, "L14"))
    yield Screen("letters-delay-end", lambda stand, take: _written(stand, take, "L14", end=True))
    yield Screen("letters-appointment", lambda stand, take: _at(stand, take, "L19", ""))
    yield Screen("letters-new", lambda stand, take: _at(stand, take, "L13", ""))
    yield Screen("letters-thanks", lambda stand, take: _at(stand, take, "L17", ""))
    yield Screen("letters-answer", lambda stand, take: _at(stand, take, "L18", ""))
    yield Screen("letters-closure", _closure)
    yield Screen("letters-complaint", lambda stand, take: _complaint(stand, take, ""))
    yield Screen("letters-complaint-news", lambda stand, take: _complaint(stand, take, "L02"))
    yield Screen("letters-complaint-now", lambda stand, take: _at(stand, take, "L01", ""))
    for part in ("L08", "L09", "L23B", "L29"):
        yield Screen(f"letters-complaint-{part}", _after_answer(part))
    yield Screen("letters-issued", _issued)
    yield Screen("letters-complaint-issued", _told)
    yield Screen("dialog-wording", _wording, frozenset({"WordingDialog"}))


def _at(stand: Stand, take: Take, part: str, item: str) -> None:
    stand.window.go(Place(room=ROOM, part=part, item=item))
    stand.settle()
    take(stand.window)


def _promise(stand: Stand) -> int:
    """An open promise of the pretend shop to somebody."""
    from servicedesk.domain.promises import PromiseChip, PromiseFilter

    lists = stand.bench.services.promises.lists
    ids = list(lists.ids(PromiseFilter(chip=PromiseChip.OPEN)))
    named = (row.id for row in lists.rows(ids) if row.customer_name)
    return next(named, ids[0])


def _written(stand: Stand, take: Take, part: str, *, end: bool = False) -> None:
    stand.window.go(Place(room=ROOM, part=part, item=f"promise:{_promise(stand)}"))
    stand.settle()
    if end:
        from servicedesk.ui.letters.write import WriteLetter

        bar = stand.window.findChild(WriteLetter)._page.verticalScrollBar()
        bar.setValue(bar.maximum())
        stand.settle()
    take(stand.window)


def _complaint(stand: Stand, take: Take, part: str) -> None:
    """Letters about the open complaint of the pretend shop that is not answered."""
    from servicedesk.domain.complaints import Stage
    from servicedesk.domain.complaints_listed import ComplaintFilter

    lists = stand.bench.services.complaints.lists
    rows = lists.rows(list(lists.ids(ComplaintFilter())))
    early = (Stage.RECEIVED, Stage.ACKNOWLEDGED, Stage.INVESTIGATING)
    row = next(one for one in rows if one.stage in early)
    _at(stand, take, part, f"complaint:{row.id}")


def _after_answer(part: str) -> Callable[[Stand, Take], None]:
    """A letter with something to choose in it, about a complaint at the stage for it."""

    def show(stand: Stand, take: Take) -> None:
        from servicedesk.domain.complaints import ComplaintDraft, Finding, Track
        from servicedesk.domain.complaints_asks import Given
        from servicedesk.domain.complaints_stages import Action

        services, now = stand.bench.services, stand.bench.clock.now()
        track = Track.DATA_PROTECTION if part == "L23B" else Track.ORDINARY
        draft = ComplaintDraft(
            text="The tap dripped again", customer_id=1, received_at=now, track=track
        )
        made = services.complaints.log(draft, "Ruth").card.id
        told = {"words": "The washer was too small.", "finding": Finding.PARTLY}
        told |= {"letter": True, "suited_them": True}
        looked = (Action.INVESTIGATE, {})
        answered = ((Action.DECIDE, told), (Action.SECOND_LOOK, {"by_whom": "Tom Hollins"}))
        steps = (looked, *answered) if part == "L09" else (looked,)
        for action, said in steps:
            services.complaints.take(made, action, Given(on=stand.bench.today, **said), "Ruth")
        _at(stand, take, part, f"complaint:{made}")
        stand.window.go(Place(room="today"))
        stand.settle()
        for _ in range(len(steps) + 1):
            services.undo.undo("Ruth")

    return show


def _told(stand: Stand, take: Take) -> None:
    """A letter about a complaint that has gone out."""
    from servicedesk.domain.complaints import ComplaintDraft

    services, now = stand.bench.services, stand.bench.clock.now()
    said = ComplaintDraft(text="The tap dripped again", customer_id=1, received_at=now)
    made = services.complaints.log(said, "Ruth").card.id
    draft = services.letters_writing.draft("L01", complaint_id=made, who="Ruth")
    card = services.letters_writing.issue(draft, "Ruth").card
    _at(stand, take, "issued", str(card.id))


def _closure(stand: Stand, take: Take) -> None:
    """Notices to everybody whom a closure touches, some of them without an address."""
    from datetime import timedelta

    from servicedesk.domain.calendars_kept import ClosureDraft

    calendars, today = stand.bench.services.calendars, stand.bench.today
    days = ClosureDraft(first=today + timedelta(1), last=today + timedelta(14))
    closure = calendars.add_closure(days, "Ruth").card
    _at(stand, take, "L21", f"closure:{closure.id}")
    stand.window.go(Place(room="today"))
    stand.settle()
    stand.bench.services.undo.undo("Ruth")


def _issued(stand: Stand, take: Take) -> None:
    writing = stand.bench.services.letters_writing
    draft = writing.draft("L13", promise_id=_promise(stand), who="Ruth")
    card = writing.issue(draft, "Ruth").card
    _at(stand, take, "issued", str(card.id))


def _wording(stand: Stand, take: Take) -> None:
    from servicedesk.ui.letters.wording import WordingDialog

    dialog = WordingDialog(stand.bench, "L15", stand.window)
    dialog.show()
    stand.settle()
    take(dialog)
    dialog.close()
    dialog.deleteLater()
