# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The notice of a new price on the screen: from an offer, to several, stopped half way."""

import pytest

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.fairness import OfferDraft
from servicedesk.ui.letters.sending import AT_ONCE
from servicedesk.ui.letters.state import About, Step, Then
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.letters.hands import button, field_of, typed

PLAN = OfferDraft(
    name="Boiler & care plan",
    per="a month",
    new_pence=1200,
    existing_pence=1550,
    leaving="Write to us\nRing us",
)


def offer_in(room):
    return room.bench.services.fairness.add_offer(PLAN, "Ruth").card.id


def two_in(room):
    names = ("Ben Ode", "Cy Young")
    return tuple(room.shop.customer(CustomerDraft(name=name)) for name in names)


def place_of(*numbers):
    return f"customers:{','.join(map(str, numbers))}"


def fill(room, **more):
    values = {"from": "1/12/2026", "why": "Parts cost more", "better": "There is none", **more}
    for name, text in values.items():
        typed(room, f"notice.{name}", text)


@pytest.mark.parametrize(
    ("item", "about"),
    [
        ("offer:3", About(offer_id=3)),
        ("customers:1,2", About(customer_ids=(1, 2))),
        ("customers:1,2:offer:3", About(customer_ids=(1, 2), offer_id=3)),
    ],
)
def test_places_name_an_offer_and_several_customers(item, about):
    assert About.read(item) == about
    assert About.read(item).item == item


@pytest.mark.parametrize("item", ["customers:", "customers:1,,2", "customers:1;2", "customers:-1"])
def test_a_place_that_names_nobody_is_about_nothing(item):
    assert About.read(item) == About()


def test_nobody_gets_two_and_only_an_offer_goes_with_them():
    assert About.read("customers:1,2,1:promise:3") == About(customer_ids=(1, 2))


def test_somebody_else_is_written_to_about_the_same_offer():
    assert About(offer_id=3, customer_ids=(1, 2)).to(5) == About(customer_id=5, offer_id=3)


def test_the_notice_of_an_offer_has_its_prices(room):
    room.go("L20", f"offer:{offer_in(room)}")
    assert field_of(room, "notice.what").value() == "Boiler & care plan"
    assert field_of(room, "notice.old").value() == "£15.50 a month"
    assert field_of(room, "notice.new").value() == "£12.00 a month"
    assert field_of(room, "notice.leave").value() == "Write to us; Ring us"
    assert any("To tell many at once" in said for said in seen_texts(room.page))
    assert "About which offer or plan?" not in seen_texts(room.page)
    assert findings(room.page) == []


def test_an_offer_that_is_gone_leads_back_to_the_letters(room):
    room.go("L20", "offer:77")
    assert room.page.presenter.state.step is Step.CHOOSE
    assert len(room.heard.said) == 1


def test_only_notices_go_to_several(room):
    room.go("", place_of(*two_in(room)))
    found = {one.id for one in room.page.presenter.state.choices}
    assert found == {"L20", "L21"}
    button(room, "New price or renewal").click()
    assert room.heard.places[-1].part == "L20"
    assert About.read(room.heard.places[-1].item).customer_ids
    room.go("", f"offer:{offer_in(room)}")
    assert [one.id for one in room.page.presenter.state.choices] == ["L20"]


def test_several_get_the_notice_of_an_offer(room):
    offer, whom = offer_in(room), two_in(room)
    room.go("L20", place_of(*whom))
    assert room.page.presenter.state.letters == 2
    assert any(said.startswith("2 letters, one for each") for said in seen_texts(room.page))
    assert not any("To tell many at once" in said for said in seen_texts(room.page))
    button(room, "Boiler && care plan").click()
    place = room.heard.places[-1]
    assert (place.part, place.item) == ("L20", f"{place_of(*whom)}:offer:{offer}")
    room.go(place.part, place.item)
    assert "customer.name" not in room.page.write._fields
    fill(room)
    room.settle()
    assert "Dear Ben Ode" in room.page.presenter.state.drawn.words
    button(room, "Next page").click()
    room.settle()
    words = room.page.presenter.state.drawn.words
    for part in ("Dear Cy Young", "£15.50 a month", "£12.00 a month", "Parts cost more"):
        assert part in words
    assert findings(room.page) == []
    button(room, "Issue and print").click()
    room.settle()
    assert room.heard.said == ["2 letters are issued and kept."]
    assert len(room.printed) == 1
    writing = room.bench.services.letters_writing
    assert [len(writing.of(customer_id=one)) for one in whom] == [1, 1]


def test_somebody_who_was_chosen_first_keeps_their_letter_about_the_offer(room):
    offer, whom = offer_in(room), room.shop.customer()
    room.go("L20", f"customer:{whom}")
    button(room, "Boiler && care plan").click()
    assert room.heard.places[-1].item == f"customers:{whom}:offer:{offer}"
    room.go("L20", room.heard.places[-1].item)
    assert room.page.presenter.state.draft.customer_id == whom
    assert room.page.presenter.state.letters == 1
    room.go("L20")
    button(room, "Boiler && care plan").click()
    assert room.heard.places[-1].item == f"offer:{offer}"


def test_a_day_that_is_over_holds_all_of_them_back(room):
    whom = two_in(room)
    room.go("L20", f"{place_of(*whom)}:offer:{offer_in(room)}")
    fill(room, **{"from": "1/9/2026"})
    room.page.write.issue(Then.SAVE)
    assert room.page.presenter.state.held is not None
    writing = room.bench.services.letters_writing
    assert [writing.of(customer_id=one) for one in whom] == [(), ()]


def test_many_notices_show_how_far_they_are_and_are_stopped(room, qtbot):
    customers = [CustomerDraft(name=f"Customer {at + 1}") for at in range(AT_ONCE + 1)]
    whom = tuple(room.shop.customer(one) for one in customers)
    room.go("L20", f"{place_of(*whom)}:offer:{offer_in(room)}")
    fill(room)
    presenter, foot = room.page.presenter, room.page.write.print_button.parentWidget()
    room.page.write.issue(Then.PRINT)
    assert presenter.state.sending == (0, len(whom))
    foot.stop_button.click()
    assert presenter.state.sending is None
    room.settle()
    writing = room.bench.services.letters_writing
    assert not any(writing.of(customer_id=one) for one in whom)
    with qtbot.waitSignal(presenter.issued, timeout=60_000) as issued:
        room.page.write.issue(Then.PRINT)
    assert [one.customer_id for one in issued.args[0]] == list(whom)
    assert len(room.printed) == 1
