# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One search over everything: gathered once, gathered anew after a change, never per letter."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.services.registry import open_services
from tests.helpers.builders import charter_draft
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened


@pytest.fixture
def services(tmp_path):
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock()))


def hits(services, text):
    return {
        group.kind: [(hit.title, hit.room, hit.part, hit.item) for hit in group.hits]
        for group in services.search.find(text)
    }


def test_pages_and_questions_of_the_charter_are_found(services):
    found = hits(services, "reach")[HitKind.CHARTER_PAGE]
    assert ("How to reach us", "charter", "write", "reach_us") in found


def test_settings_lead_to_their_question(services):
    found = hits(services, "bank holidays")[HitKind.SETTING]
    assert found[0][1:] == ("settings", "hours", "open_bank_holidays")


def test_people_and_registrations_are_found_once_they_are_there(services):
    assert hits(services, "ogden") == {}
    person = services.people.add(PersonDraft(name="Sam Ogden"), "Ruth").card
    found = hits(services, "ogden")[HitKind.SETTING]
    assert found == [("Sam Ogden", "settings", "people", str(person.id))]
    draft = RegistrationDraft(kind=RegistrationKind.INSURANCE, body="Mutual", number="CVM 204815")
    card = services.registrations.add(draft, "Ruth").card
    found = hits(services, "204815 cvm")[HitKind.SETTING]
    assert found == [("Mutual", "settings", "registrations", str(card.id))]


def test_closures_are_found_by_their_reason_and_their_month(services):
    draft = ClosureDraft(first=date(2026, 12, 24), last=date(2027, 1, 2), reason="Stocktaking")
    card = services.calendars.add_closure(draft, "Ruth").card
    for typed in ("january", "stocktaking", "24 december"):
        found = hits(services, typed)[HitKind.SETTING]
        assert ("Stocktaking", "settings", "closures", str(card.id)) in found
    services.calendars.add_closure(ClosureDraft(first=date(2027, 3, 1)), "Ruth")
    (found, *_) = (group.hits for group in services.search.find("march 2027"))
    assert [(hit.title, hit.detail) for hit in found] == [("Closed", "Closure, 1 March 2027")]


def test_words_of_measures_are_found_in_the_help(services):
    places = hits(services, "sample week")[HitKind.HELP]
    assert any(part == "charter" for _, _, part, _ in places)


def test_a_standard_that_nobody_ticked_says_so_and_is_not_in_what_was_published(services):
    draft = charter_draft()
    first = replace(draft.standards[0], is_ticked=False, title="Zebra crossings")
    draft = replace(draft, standards=(first, *draft.standards[1:]))
    services.charters.keep_draft(draft, "Ruth")
    (group,) = services.search.find("zebra")
    assert "not ticked yet" in group.hits[0].detail
    services.charters.publish_draft(draft, "Ruth", lambda _card: None)
    assert services.search.find("zebra") == ()


def test_standards_and_versions_are_found_where_they_stand(services):
    assert HitKind.STANDARD not in hits(services, "missed")
    draft = charter_draft()
    services.charters.keep_draft(draft, "Ruth")
    wanted = draft.standards[0]
    found = hits(services, wanted.title)[HitKind.STANDARD]
    assert (wanted.title, "charter", "write", wanted.page) in found
    card = services.charters.publish_draft(draft, "Ruth", lambda _card: None).card
    found = hits(services, wanted.title)[HitKind.STANDARD]
    assert (wanted.title, "charter", "versions", str(card.id)) in found
    assert (wanted.title, "charter", "write", wanted.page) not in found
    versions = hits(services, "version 1")[HitKind.CHARTER_VERSION]
    assert versions == [
        ("Charter version 1, published", "charter", "versions", str(card.id)),
    ]


def test_a_provider_is_asked_again_only_after_a_change_of_its_kinds(services):
    from servicedesk.domain.kinds import Kind

    asked = []

    def gather():
        asked.append(1)
        yield Entry(kind=HitKind.HELP, hit=Hit(title="Zebra", room="help"))

    services.search.register(gather, frozenset({Kind.CHARTER}))
    for text in ("zeb", "zebr", "zebra"):
        assert hits(services, text)[HitKind.HELP] == [("Zebra", "help", "", "")]
    assert len(asked) == 1
    services.business.save({"trading_name": "Hollins"}, "Ruth")
    services.search.prepare()
    assert len(asked) == 1
    services.charters.keep_draft(charter_draft(), "Ruth")
    services.search.prepare()
    assert len(asked) == 2
