# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Hostile words where they are not kept as they are: passwords, PINs, packs, and names of columns.

A password and a PIN are taken or refused with a sentence, and nowhere is a word of them afterwards;
the reasons of a pack stay until it goes out, and none that is too long goes with it.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.domain.access_packs import PackChoices
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.data_requests import LINE_MOST
from servicedesk.services.password import Password
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.mapping_card import MappingCard
from servicedesk.ui.importing.presenter import ImportingPresenter
from servicedesk.ui.people.pin import PinForm
from servicedesk.ui.privacy.requests_pack import PackDialog
from servicedesk.ui.settings.password_form import PasswordForm, Wanted
from servicedesk.ui.settings.password_presenter import PasswordPresenter
from servicedesk.ui.settings.pin_box import PinForm as NewPinForm
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.faults.counting import note
from tests.walks.hostile_forms import PATEL, furnish
from tests.walks.test_hostile_forms import HOSTILE, texts
from tests.walks.test_hostile_words import edits, paste

MARK = "wheel-4711"
"""Stands in all that is typed, so that it would be found."""


def _password(wanted: Wanted) -> Callable[[Workbench, Shell], FormDialog]:
    def opened(bench: Workbench, window: Shell) -> FormDialog:
        presenter = PasswordPresenter(bench)
        form = PasswordForm(wanted, presenter, bench, window)
        presenter.setParent(form)
        return form

    return opened


def _pin(bench: Workbench, window: Shell) -> FormDialog:
    bench.services.owner_pin.set("0420", "0420", bench.who)
    bench.services.owner_pin.close()
    return PinForm(bench, window)


SECRET = {
    **{f"password {wanted.value}": _password(wanted) for wanted in Wanted},
    "pin": _pin,
    "new pin": lambda bench, window: NewPinForm(bench, window),
}


def _rows(folder: Path) -> list[str]:
    """Every row of every table, as text."""
    found: list[str] = []
    with closing(driver.open_bare(folder / "shop.servicedesk", Access.READ_ONLY)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            if not str(name).startswith(("search", "sqlite")):
                found += [str(tuple(row)) for row in connection.execute(f"SELECT * FROM {name}")]
    return found


@pytest.mark.parametrize("name", SECRET)
def test_what_is_secret_is_refused_in_a_sentence_and_kept_nowhere(
    window: Shell,
    bench: Workbench,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    if name != "password set":  # as if the file had one, which is none of these
        monkeypatch.setattr(Password, "is_set", lambda _self: True)
        monkeypatch.setattr(Password, "is_right", lambda _self, _typed: False)
    for text in HOSTILE.values():
        form = SECRET[name](bench, window)
        form.open()
        first, *others = edits(form)
        for edit, words in ((first, f"{MARK}{text}"), *((one, f"{text}{MARK}") for one in others)):
            paste(qtbot, edit, words)
        form.save_button.click()
        bench.tasks.wait()
        QApplication.processEvents()
        assert form.isVisible()
        assert any(field.error() for field in form.fields())
        form.reject()
        assert [row for row in _rows(tmp_path) if MARK in row] == []
    note("hostile words as a password or PIN", len(HOSTILE))


def test_the_reasons_of_a_pack_come_back_and_none_too_long_goes_out(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    furnish(bench)
    bench.services.customers.add(CustomerDraft(name="Joan Fielding"), "Ruth")
    said = ContactDraft(customer_id=PATEL, text="Joan Fielding sent her", at=bench.clock.now())
    bench.services.contacts.log(said, "Ruth")
    pack = bench.services.access_packs.gather(PATEL)
    assert pack.to_look_at
    for what, text in HOSTILE.items():
        gone: list[PackChoices] = []
        dialog = _pack(bench, window, gone)
        paste(qtbot, dialog.list.search, text)
        dialog.list.search.clear()
        for row in dialog.list.rows:
            row.out.setChecked(False)
            row.out.click()
            paste(qtbot, row.why.focus_target(), text)
        dialog.save_button.click()
        QApplication.processEvents()
        if gone:
            reasons = [reason for one in gone for reason in one.left_out.values()]
            assert reasons, what
            assert all(0 < len(reason) <= LINE_MOST for reason in reasons), what
        else:
            assert any(field.error() for field in dialog.fields()), what
        stands = texts(dialog)
        dialog.reject()
        again = _pack(bench, window, gone)
        assert texts(again) == stands, what
        again.reject()


def _pack(bench: Workbench, window: Shell, gone: list[PackChoices]) -> PackDialog:
    pack = bench.services.access_packs.gather(PATEL)
    dialog = PackDialog(bench, pack, PackChoices(), window, is_asked=False)
    dialog.print_wanted.connect(gone.append)
    dialog.open()
    return dialog


def test_a_name_for_kept_columns_is_refused_whole(window: Shell, bench: Workbench) -> None:
    presenter = ImportingPresenter(bench)
    card = MappingCard(presenter, window)
    presenter.state_changed.connect(lambda: card.show_state(presenter.state))
    card.name.setText(HOSTILE["25,000 letters"][:2000])
    assert len(card.name.text()) == 2000
    card.keep_button.click()
    assert presenter.state.errors.get("name")
    assert len(card.name.text()) == 2000
