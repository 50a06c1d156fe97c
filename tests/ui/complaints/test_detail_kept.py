# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A complaint that names one of us stays closed on its page until the owner's PIN was given."""

from servicedesk.ui.core.places import Place
from tests.ui.complaints.made import logged, settled, texts_on


def test_one_that_names_a_member_of_staff_waits_for_the_pin(page, bench):
    number = logged(bench, "Rude at the till", bench.clock.now(), staff="Tom")
    bench.services.owner_pin.set("0420", "0420", bench.who)
    bench.services.owner_pin.close()
    page.arrive(Place(room="complaints", item=str(number)))
    settled()
    detail = page.detail
    assert detail.presenter.state.is_kept
    assert detail.kept.isVisibleTo(page)
    assert page.print_job() is None
    assert "Rude at the till" not in texts_on(detail)
    assert bench.services.owner_pin.let_in("0420")
    detail.kept.opened.emit()
    assert detail.presenter.state.card is not None
    assert not detail.kept.isVisibleTo(page)
