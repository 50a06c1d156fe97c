# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form about a customer: typed by keys, who may be the same shown, nothing typed lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from servicedesk.domain.customers import Address, Channel, CustomerDraft, CustomerStatus
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.errors import Refusal
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.form import CustomerForm, show_customer_form
from servicedesk.ui.widgets.field import Field
from tests.helpers import audits
from tests.helpers.qt import seen_texts
from tests.services.customers_made import RUTH, added
from tests.ui.charter.benches import Heard


def shown(form: CustomerForm, qtbot: QtBot) -> CustomerForm:
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    return form


def field(form: CustomerForm, question_id: str) -> Field:
    return next(one for one in form.fields() if one.question_id == question_id)


def line(form: CustomerForm, question_id: str) -> QLineEdit:
    target = field(form, question_id).focus_target()
    assert isinstance(target, QLineEdit)
    return target


def fill(form: CustomerForm, **values: object) -> None:
    for question_id, value in values.items():
        field(form, question_id).show_typed(value)


def save(form: CustomerForm) -> None:
    form.save_button.click()


def links(form: CustomerForm) -> list[str]:
    return [link.text() for link in form.alike.findChildren(QPushButton) if link.isVisible()]


def newest(bench: Workbench) -> CustomerDraft:
    ids = bench.services.customer_lists.ids(CustomerFilter())
    return bench.services.customers.get(max(ids)).draft


def test_tab_goes_from_the_phone_to_the_e_mail(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    form = shown(show_customer_form(bench, None), qtbot)
    line(form, "phones").setFocus()
    QTest.keyClicks(form.focusWidget(), "01632 960123")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert form.focusWidget() is line(form, "emails")


def test_a_customer_is_added_by_keys_alone(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    form = shown(show_customer_form(bench, None), qtbot)
    assert form.focusWidget() is line(form, "name")
    QTest.keyClicks(form.focusWidget(), "Mrs Meena Patel")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.focusWidget().accessibleName() == "Phone"
    QTest.keyClicks(form.focusWidget(), "01632 960123")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.focusWidget().accessibleName() == "Phone, 2"
    QTest.keyClicks(form.focusWidget(), "07700 900123")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.focusWidget().accessibleName() == "Phone, 3"
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.focusWidget().accessibleName() == "E-mail"
    save(form)
    assert heard.said == ["Mrs Meena Patel added."]
    card = bench.services.customers.get(1)
    assert [reach.shown for reach in card.draft.reaches] == ["01632 960123", "07700 900123"]
    assert heard.places == [Place(room="customers", item="1")]
    bench.services.undo.undo(RUTH)
    assert not bench.services.customer_lists.ids(CustomerFilter())


def test_demand_5_a_walk_in_needs_no_email(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    form = shown(CustomerForm(bench), qtbot)
    save(form)
    assert field(form, "name").error().startswith("Please give a name, a phone number")
    assert form.isVisible()
    fill(form, phones=("07700 900123",))
    save(form)
    assert not form.isVisible()
    assert heard.said == ["Customer added."]


def test_everything_that_is_typed_is_kept(bench: Workbench, qtbot: QtBot) -> None:
    add = bench.services.own_fields.add
    on = OwnFieldOn.CUSTOMER
    kinds = (OwnFieldKind.TEXT, OwnFieldKind.DAY, OwnFieldKind.YES_NO)
    for kind in kinds:
        add(OwnFieldDraft(on=on, name=f"Our {kind}", kind=kind), RUTH)
    add(OwnFieldDraft(on=on, name="Fuel", kind=OwnFieldKind.CHOICE, choices=("Gas", "Oil")), RUTH)
    form = shown(CustomerForm(bench, name="The Crown"), qtbot)
    fill(
        form,
        kind="firm",
        ask_for="Ann Crown",
        addresses=("4 High Street, Leeds, ls1 4dy", "9 Low Road"),
        emails=("a@crown.example",),
        prefers="email",
        best_time="mornings",
        remember="Ring the side door",
        status="asked",
        buys="business",
        tags="vip, Pub ,, ",
        heard_from="a friend",
        notes="One.\nTwo.",
        salutation="all at the Crown",
        sort_key="Crown",
        first_visit_on="2/11",
        own_1="some",
        own_2="3/12",
        own_3=False,
        own_4="Oil",
    )
    save(form)
    draft = newest(bench)
    assert draft.name == "The Crown"
    assert (draft.is_organisation, draft.ask_for, draft.is_consumer) == (True, "Ann Crown", False)
    assert draft.addresses == (
        Address(lines="4 High Street\nLeeds", postcode="LS1 4DY"),
        Address(lines="9 Low Road"),
    )
    assert (draft.prefers, draft.status) == (Channel.EMAIL, CustomerStatus.ASKED)
    assert (draft.tags, draft.remember) == (("vip", "Pub"), "Ring the side door")
    assert (draft.salutation, draft.sort_key) == ("all at the Crown", "crown")
    assert str(draft.first_visit_on) == "2026-11-02"
    assert draft.own == {"1": "some", "2": "2026-12-03", "3": "no", "4": "Oil"}
    again = shown(CustomerForm(bench, 1), qtbot)
    save(again)
    assert newest(bench) == draft


def test_what_cannot_be_read_is_said_beside_its_field(bench: Workbench, qtbot: QtBot) -> None:
    wanted = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="Size", kind=OwnFieldKind.NUMBER)
    bench.services.own_fields.add(wanted, RUTH)
    form = shown(CustomerForm(bench, name="Tom"), qtbot)
    fill(form, first_visit_on="31/11")
    save(form)
    assert "31/11" in field(form, "first_visit_on").error()
    fill(form, first_visit_on="", own_1="large")
    save(form)
    assert field(form, "first_visit_on").error() == ""
    assert "large" in field(form, "own_1").error()
    fill(form, own_1="12.50")
    save(form)
    assert newest(bench).own == {"1": "12.5"}


def test_who_may_be_the_same_is_a_link(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    meena = added(bench.services, "Mrs Meena Patel", phones=("01632 960123",))
    form = shown(CustomerForm(bench), qtbot)
    assert links(form) == []
    with qtbot.waitSignal(form.presenter.state_changed):
        QTest.keyClicks(line(form, "name"), "Meena Pat")
    assert links(form) == ["Mrs Meena Patel, 01632 960123"]
    assert form.focusWidget() is line(form, "name")
    QTest.keyClick(line(form, "name"), Qt.Key.Key_Down)
    link = form.focusWidget()
    assert link.accessibleName() == "Mrs Meena Patel, 01632 960123"
    QTest.keyClick(link, Qt.Key.Key_Down)
    assert form.focusWidget() is link
    QTest.keyClick(link, Qt.Key.Key_Up)
    assert form.focusWidget() is line(form, "name")
    QTest.keyClick(line(form, "name"), Qt.Key.Key_Down)
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert heard.places == [Place(room="customers", item=str(meena.id))]
    assert not form.isVisible()
    again = shown(CustomerForm(bench), qtbot)
    assert line(again, "name").text() == "Meena Pat"


def test_whoever_is_changed_is_not_warned_of_at_once(bench: Workbench, qtbot: QtBot) -> None:
    added(bench.services, "Tom Hollins", phones=("01632 960123",))
    ann = added(bench.services, "Ann Hollins", phones=("01632 960123",))
    form = shown(CustomerForm(bench, ann.id), qtbot)
    assert links(form) == []
    fill(form, phones=("01632 960123", "01632 960124"))
    form.presenter.look(form.values())
    assert links(form) == ["Tom Hollins, 01632 960123"]


def test_demand_29_the_line_to_remember_warns_of_what_says_why(
    bench: Workbench, qtbot: QtBot
) -> None:
    form = shown(CustomerForm(bench, name="Tom"), qtbot)
    fill(form, remember="has dementia")
    form.presenter.look(form.values())
    assert "dementia" in form.presenter.state.warnings["remember"]
    fill(form, remember="ring twice")
    form.presenter.look(form.values())
    assert form.presenter.state.warnings == {}
    save(form)
    assert bench.services.customer_lists.rows([1])[0].remember == "ring twice"


def test_what_was_typed_is_there_after_esc(bench: Workbench, qtbot: QtBot) -> None:
    form = shown(CustomerForm(bench), qtbot)
    fill(form, name="Tom", phones=("1", "2"))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    again = shown(CustomerForm(bench), qtbot)
    assert field(again, "phones").value() == ("1", "2")
    save(again)
    assert field(shown(CustomerForm(bench), qtbot), "name").value() == ""


def test_one_who_is_gone_cannot_be_changed(bench: Workbench) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        CustomerForm(bench, 7)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_can_be_read_and_reached(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, percent: int, scheme: str
) -> None:
    bench.theme.set_percent(percent)
    bench.theme.set_scheme(scheme)
    bench.theme.apply(qapp)
    for kind in OwnFieldKind:
        choices = ("Gas", "Oil") if kind is OwnFieldKind.CHOICE else ()
        wanted = OwnFieldDraft(
            on=OwnFieldOn.CUSTOMER, name=f"Our {kind}", kind=kind, choices=choices
        )
        bench.services.own_fields.add(wanted, RUTH)
    added(bench.services, "Mrs Meena Patel", phones=("01632 960123",))
    form = shown(CustomerForm(bench, name="Meena Patel"), qtbot)
    fill(form, kind="firm", phones=("1", "2"), addresses=("4 High Street, Leeds",))
    form._show_kind()
    form.resize(44 * bench.theme.em(1), 680)
    form.presenter.look({**form.values(), "name": "Meena Patel"})
    qtbot.wait(1)
    assert "\n".join(audits.findings(form)) == ""


def test_an_address_is_seen_whole(bench: Workbench, qtbot: QtBot, qapp: QApplication) -> None:
    bench.theme.apply(qapp)
    card = added(bench.services, "Tom", place=("4 Mill Lane\nTodmorden", "OL14 5QX"))
    form = shown(CustomerForm(bench, card.id), qtbot)
    text = field(form, "addresses").focus_target()
    qtbot.waitUntil(lambda: text.height() >= text.sizeHint().height())


def test_an_e_mail_without_its_sign_is_asked_about_and_kept(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    form = shown(CustomerForm(bench, name="Ann Brown"), qtbot)
    emails = field(form, "emails")
    line(form, "emails").setFocus()
    for text, asked in (("ann.post.example", "There is no @ in it"), ("ann@", "the whole e-mail")):
        line(form, "emails").setText("")
        QTest.keyClicks(line(form, "emails"), text)
        assert not any("e-mail address?" in said for said in seen_texts(form))
        emails.commit()
        assert any(asked in said for said in seen_texts(form))
        assert asked in line(form, "emails").accessibleDescription()
    save(form)
    assert [reach.shown for reach in newest(bench).reaches] == ["ann@"]
    again = shown(CustomerForm(bench), qtbot)
    fill(again, emails=("ann@post.example",))
    field(again, "emails").commit()
    assert not any("e-mail address?" in said for said in seen_texts(again))
