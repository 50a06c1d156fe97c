# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of promises that no list of the program names: form, endings, each kind of page."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from servicedesk.domain.promises import PromiseChip, PromiseFilter
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def promise_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    form = frozenset({"PromiseForm"})
    yield "dialog-promise-new", _form, form
    yield "dialog-promise-several", _several, form
    yield "dialog-promise-change", _changing, form
    for ask in ("done_on", "new_date", "broken", "told", "waiting"):
        yield f"dialog-promise-{ask}", _asking(ask), frozenset({"PromiseDialog"})
    for chip in (PromiseChip.LATE, PromiseChip.KEPT, PromiseChip.OPEN):
        yield f"promises-{chip}", _page(chip), frozenset()


def _first(stand: Stand, chip: PromiseChip = PromiseChip.OPEN) -> int:
    lists = stand.bench.services.promises.lists
    return (lists.ids(PromiseFilter(chip=chip)) or lists.ids(PromiseFilter(chip=PromiseChip.ALL)))[
        0
    ]


def _taken(stand: Stand, take: Take, dialog: QDialog) -> None:
    dialog.show()
    stand.settle()
    take(dialog)
    dialog.close()
    dialog.deleteLater()


def _form(stand: Stand, take: Take) -> None:
    from servicedesk.ui.people.promise_form import PromiseForm
    from servicedesk.ui.people.promise_form_presenter import Aim

    card = stand.bench.services.promises.get(_first(stand))
    form = PromiseForm(stand.bench, Aim(customer_id=card.draft.customer_id), stand.window)
    form.due.show_typed("fri 5pm")
    _taken(stand, take, form)
    stand.bench.services.drafts.drop("promises")


def _several(stand: Stand, take: Take) -> None:
    from servicedesk.ui.people.promise_form import PromiseForm
    from servicedesk.ui.people.promise_form_presenter import Aim

    form = PromiseForm(stand.bench, Aim(text="send the quote"), stand.window)
    form.due.show_typed("fri")
    form._hold()
    form._more_button.click()
    _taken(stand, take, form)
    stand.bench.services.drafts.drop("promises")


def _changing(stand: Stand, take: Take) -> None:
    from servicedesk.ui.people.promise_form import PromiseForm
    from servicedesk.ui.people.promise_form_presenter import Aim

    _taken(stand, take, PromiseForm(stand.bench, Aim(promise_id=_first(stand)), stand.window))


def _asking(ask: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.people.ending import Asking
        from servicedesk.ui.people.promise_deeds import PromiseDeeds

        deeds = PromiseDeeds(stand.bench, stand.window)
        asking = Asking(stand.bench, stand.window, deeds)
        dialog = getattr(asking, ask)(_first(stand))
        stand.settle()
        take(dialog)
        dialog.reject()
        asking.deleteLater()
        deeds.deleteLater()

    return show


def _page(chip: PromiseChip) -> Show:
    """A promise of some sort, opened from its part of the list."""

    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="promises", part=chip.value))
        stand.window.go(Place(room="promises", item=str(_first(stand, chip))))
        stand.settle()
        take(stand.window)

    return show
