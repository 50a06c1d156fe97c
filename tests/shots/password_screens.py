# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of what keeps others out: password, PIN, and what covers the screen."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Trouble
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.pin import PinForm
from servicedesk.ui.settings.password_form import Wanted
from servicedesk.ui.settings.password_topic import PasswordTopic
from servicedesk.ui.settings.pin_box import PinForm as NewPinForm
from servicedesk.ui.shell.cover import Cover
from servicedesk.ui.shell.unlock_page import UnlockPage, WaitingPage
from tests.shots.lone_windows import shown
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def password_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "unlock", _unlock, frozenset()
    yield "unlock-wrong", _wrong, frozenset()
    yield "unlock-help", _help, frozenset()
    yield "unlock-waiting", _waiting, frozenset()
    for wanted in Wanted:
        yield f"dialog-password-{wanted.value}", _form(wanted), frozenset({"PasswordForm"})
    yield "dialog-pin", _pin, frozenset({"PinForm"})
    yield "dialog-pin-new", _new_pin, frozenset({"PinForm"})
    yield "cover", _cover, frozenset({"Cover"})


def _alone(stand: Stand, take: Take, page: QWidget) -> None:
    from servicedesk.ui.shell.window import Shell

    window = Shell(stand.theme)
    window.resize(stand.window.size())
    window.show_stage(page)
    shown(stand, take, window)


def _page(stand: Stand) -> UnlockPage:
    return UnlockPage("servicedesk.db", stand.bench.labels)


def _unlock(stand: Stand, take: Take) -> None:
    _alone(stand, take, _page(stand))


def _wrong(stand: Stand, take: Take) -> None:
    page = _page(stand)
    page.field.show_typed("correct hose")
    page.show_button.click()
    words = stand.bench.labels.trouble(Trouble("password_wrong", name="servicedesk.db"))
    page.say_wrong(f"{words.happened} {words.do}")
    _alone(stand, take, page)


def _help(stand: Stand, take: Take) -> None:
    page = _page(stand)
    page.help.buttons[0].click()
    _alone(stand, take, page)


def _waiting(stand: Stand, take: Take) -> None:
    page = WaitingPage(
        "Giving your file its new password …",
        "Your file stays as it is until the new one is finished and read back.",
    )
    page.show_step(40, 100)
    _alone(stand, take, page)


def _form(wanted: Wanted) -> Show:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="settings", part="password"))
        stand.settle()
        (topic,) = stand.window.findChildren(PasswordTopic)
        topic.open_form(wanted)
        stand.settle()
        form = topic.form
        if form is not None:
            take(form)
            form.reject()

    return show


def _pin(stand: Stand, take: Take) -> None:
    form = PinForm(stand.bench, stand.window)
    form.field.show_error("That is not the PIN. Nothing was opened.")
    shown(stand, take, form)


def _new_pin(stand: Stand, take: Take) -> None:
    shown(stand, take, NewPinForm(stand.bench, stand.window))


def _cover(stand: Stand, take: Take) -> None:
    cover = Cover(stand.theme, stand.bench.clock.now, stand.window)
    cover.resize(stand.window.size())
    shown(stand, take, cover)
