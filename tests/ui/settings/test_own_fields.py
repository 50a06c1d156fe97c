# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields of the business's own and the bin, as pages of the settings."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.domain.own_fields import MOST, OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.bin_topic import BinTopic
from servicedesk.ui.settings.own_fields_topic import OwnFieldsTopic
from servicedesk.ui.settings.records_topic import RecordsTopic
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added
from tests.ui.charter.benches import Heard


def shown(page: RecordsTopic, qtbot: QtBot) -> RecordsTopic:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.arrive()
    page.show()
    qtbot.waitExposed(page)
    return page


def cells(page: RecordsTopic) -> list[str]:
    return [line.cells[0] for line in page.presenter.state.lines]


def fill(page: RecordsTopic, **values: object) -> None:
    form = page.form
    assert form is not None
    for field in form.fields():
        if field.question_id in values:
            field.show_typed(values[field.question_id])
    form.save_button.click()


def test_demand_35_a_field_of_ones_own_is_added(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = shown(OwnFieldsTopic(bench), qtbot)
    page.add()
    fill(page, name="")
    assert page.form is not None
    assert page.form.fields()[0].error().startswith("Please give the field a name")
    fill(page, name="Fuel", kind="choice", choices="Gas\nOil")
    assert heard.said == ["Field added."]
    assert cells(page) == ["Fuel"]
    page.list.choose(1)
    page.change_button.click()
    fill(page, name="Heating")
    assert bench.services.own_fields.all(OwnFieldOn.CUSTOMER)[0].draft == OwnFieldDraft(
        on=OwnFieldOn.CUSTOMER, name="Heating", kind=OwnFieldKind.CHOICE, choices=("Gas", "Oil")
    )
    page.add()
    fill(page, name="Van", on="promise")
    assert cells(page) == ["Heating", "Van"]


def test_fields_are_ordered_retired_and_asked_again(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    for name in ("A", "B", "C"):
        bench.services.own_fields.add(OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name=name), RUTH)
    page = shown(OwnFieldsTopic(bench), qtbot)
    page.list.choose(3)
    page.up_button.click()
    assert cells(page) == ["A", "C", "B"]
    page.down_button.click()
    assert cells(page) == ["A", "B", "C"]
    page.list.choose(1)
    assert page.remove_button.text() == "Retire"
    page.remove_button.click()
    assert cells(page) == ["B", "C", "A"]
    assert heard.said[-1] == "Field retired. What stands in it is kept."
    page.list.choose(1)
    assert page.remove_button.text() == "Ask again"
    assert not page.up_button.isEnabled()
    for number in range(MOST - 2):
        wanted = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name=f"Field {number}")
        bench.services.own_fields.add(wanted, RUTH)
    page.remove_button.click()
    assert heard.said[-1].startswith(f"There is room for {MOST} fields")


def test_the_bin_gives_back_by_enter(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    page = shown(BinTopic(bench), qtbot)
    assert page.first_focus() is None
    for name in ("Tom", "Ann"):
        bench.services.customers.bin([added(bench.services, name).id], RUTH)
    page.arrive()
    assert set(cells(page)) == {"Tom", "Ann"}
    assert page.first_focus() is page.list
    page.list.choose(1)
    first = cells(page)[0]
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert heard.said == [f"{first} is back."]
    assert len(cells(page)) == 1
    page.remove_button.click()
    assert cells(page) == []


def test_what_is_old_is_removed_for_good(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    bench.services.customers.bin([added(bench.services, "Tom").id], RUTH)
    bench.services.customers.bin([added(bench.services, "Ann").id], RUTH)
    page = shown(BinTopic(bench), qtbot)
    assert not page.empty_button.isVisible()
    clock = bench.clock
    assert isinstance(clock, FixedClock)
    clock.set(date(2027, 3, 1))
    page.arrive()
    assert page.presenter.state.note == "2 things have been here for more than 90 days."
    page.empty_button.click()
    assert cells(page) == []
    assert heard.said == ["The bin was emptied."]


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", [OwnFieldsTopic, BinTopic])
def test_the_pages_can_be_read_and_reached(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, percent: int, kind: type[RecordsTopic]
) -> None:
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    bench.services.customers.bin([added(bench.services, "Mrs Meena Patel").id], RUTH)
    for name in ("Boiler make", "Keys with us"):
        bench.services.own_fields.add(OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name=name), RUTH)
    page = shown(kind(bench), qtbot)
    page.list.choose(1)
    qtbot.wait(1)
    assert "\n".join(audits.findings(page)) == ""
