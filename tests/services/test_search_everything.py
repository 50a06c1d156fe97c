# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one box finds a thing of every kind, each in its group, and says where it opens."""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.domain.search import HitKind, words_of
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import charter_draft
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import logged
from tests.services.promises_made import draft as promise_draft
from tests.services.samples_made import FIRST, RUTH, TODAY, publish
from tests.services.test_search_near import whole_name
from tests.store.files import new_file, opened

Where = tuple[str, str, str]
"""Room, part and item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Full:
    """A shop with one thing of every kind.

    Args:
        services: of its file.
        places: where each opens, by a short name.
    """

    services: Services
    places: Mapping[str, Where]

    def found(self, text: str) -> dict[HitKind, list[Where]]:
        """Where the hits lead to, by their group."""
        groups = self.services.search.find(text)
        kinds = [group.kind for group in groups]
        assert len(set(kinds)) == len(kinds)
        return {
            group.kind: [(hit.room, hit.part, hit.item) for hit in group.hits] for group in groups
        }


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


@pytest.fixture
def full(services: Services) -> Full:
    version = publish(services)
    draft = charter_draft()
    first = replace(draft.standards[0], title="Zebra crossings swept", page="reach_us")
    services.charters.keep_draft(replace(draft, standards=(first, *draft.standards[1:])), RUTH)
    lucja = services.customers.add(CustomerDraft(name="Mrs Łucja Pickersgill"), RUTH).card.id
    promised = promise_draft(
        "ring back about the thermostat", customer_id=lucja, job_ref="SO 11824"
    )
    complaint = ComplaintDraft(
        text="The mitre saw stopped on the first morning",
        called="Siân Okonkwo",
        received_at=FixedClock(TODAY).now(),
    )
    contact = ContactDraft(
        text="asked about varnish", customer_id=lucja, at=FixedClock(TODAY).now()
    )
    steps = (WalkStep(what="Finds the yard", snag="no signpost at the gate"),)
    walk = WalkDraft(name="From missed call to invoice", walked_on=TODAY, steps=steps)
    insurer = RegistrationDraft(kind=RegistrationKind.INSURANCE, body="Mutual", number="CVM 20481")
    said = logged(
        services,
        "Lovely job on the banisters",
        called="Björn Featherstonehaugh",
        reach="01632 960 777",
        better="a kettle",
        source="Noticeboard",
        given_on=TODAY,
    )
    records = {
        "customers": lucja,
        "promises": services.promises.make(promised, RUTH).card.id,
        "complaints": services.complaints.log(complaint, RUTH).card.id,
        "feedback": said.id,
        "contacts": services.contacts.log(contact, RUTH).card.id,
    }
    places = {room: (room, "", str(number)) for room, number in records.items()}
    week = services.samples.plan(FIRST, ("call",), RUTH).card
    places |= {
        "week": ("measures", "samples", str(week.id)),
        "walk": ("measures", "walks", str(services.walks.add(walk, RUTH).card.id)),
        "published": ("charter", "versions", str(version)),
        "drafted": ("charter", "write", "reach_us"),
        "person": _in_settings("people", services.people.add(PersonDraft(name="Tom Ng"), RUTH)),
        "insurer": _in_settings("registrations", services.registrations.add(insurer, RUTH)),
        "help": ("help", "printing", ""),
    }
    return Full(services=services, places=places)


def _in_settings(part: str, done: object) -> Where:
    return "settings", part, str(done.card.id)


EVERYTHING = [
    *(("pick", HitKind.CUSTOMER, "customers"), ("kersg", HitKind.CUSTOMER, "customers")),
    *(("ucja", HitKind.CUSTOMER, "customers"), ("gill mrs luc", HitKind.CUSTOMER, "customers")),
    *(("thermo", HitKind.PROMISE, "promises"), ("p-2026-0001", HitKind.PROMISE, "promises")),
    *(("1182", HitKind.PROMISE, "promises"), ("182", HitKind.PROMISE, "promises")),
    *(("mitre", HitKind.COMPLAINT, "complaints"), ("konk", HitKind.COMPLAINT, "complaints")),
    *(("c20260001", HitKind.COMPLAINT, "complaints"), ("kwo sia", HitKind.COMPLAINT, "complaints")),
    *(("banist", HitKind.FEEDBACK, "feedback"), ("stoneh", HitKind.FEEDBACK, "feedback")),
    *(("f-2026-0001", HitKind.FEEDBACK, "feedback"), ("haugh bjo", HitKind.FEEDBACK, "feedback")),
    *(("kettle", HitKind.FEEDBACK, "feedback"), ("noticeb", HitKind.FEEDBACK, "feedback")),
    *(("01632960777", HitKind.FEEDBACK, "feedback"), ("960 777", HitKind.FEEDBACK, "feedback")),
    *(("varnish", HitKind.CONTACT, "contacts"), ("varn", HitKind.CONTACT, "contacts")),
    *(("sample week", HitKind.BY_HAND, "week"), ("30 november", HitKind.BY_HAND, "week")),
    *(("missed invo", HitKind.BY_HAND, "walk"), ("signp", HitKind.BY_HAND, "walk")),
    *(("price said", HitKind.STANDARD, "published"), ("orehand", HitKind.STANDARD, "published")),
    *(("zebra", HitKind.STANDARD, "drafted"), ("ossing", HitKind.STANDARD, "drafted")),
    *(("tom ng", HitKind.SETTING, "person"), ("20481", HitKind.SETTING, "insurer")),
    *(("printing", HitKind.HELP, "help"), ("rinting", HitKind.HELP, "help")),
]


@pytest.mark.parametrize(("typed", "kind", "name"), EVERYTHING)
def test_a_thing_of_every_kind_is_found_in_its_group_and_opens(
    full: Full, typed: str, kind: HitKind, name: str
) -> None:
    assert full.places[name] in full.found(typed)[kind]
    assert full.places[name] in full.found(typed.upper())[kind]


@pytest.mark.parametrize("typed", ["ermost", "itre", "anist", "arnish", "ignpost"])
def test_long_text_is_found_by_the_beginnings_of_its_words_alone(full: Full, typed: str) -> None:
    assert full.found(typed) == {}


@pytest.mark.parametrize("typed", ["Pikcersgill", "Lucia Pickersgil", "pickersgall"])
def test_a_name_that_was_nearly_typed_is_found(full: Full, typed: str) -> None:
    assert full.found(typed)[HitKind.CUSTOMER] == [full.places["customers"]]


def _of_customers(services: Services, name: str) -> str:
    return str(services.customers.add(CustomerDraft(name=name), RUTH).card.id)


def _of_complaints(services: Services, name: str) -> str:
    draft = ComplaintDraft(text="late", called=name, received_at=FixedClock(TODAY).now())
    return str(services.complaints.log(draft, RUTH).card.id)


def _of_feedback(services: Services, name: str) -> str:
    return str(logged(services, "tidy", called=name, given_on=TODAY).id)


def _of_people(services: Services, name: str) -> str:
    return str(services.people.add(PersonDraft(name=name), RUTH).card.id)


def _of_walks(services: Services, name: str) -> str:
    draft = WalkDraft(name=name, walked_on=TODAY, steps=(WalkStep(what="rings"),))
    return str(services.walks.add(draft, RUTH).card.id)


def _of_registrations(services: Services, name: str) -> str:
    draft = RegistrationDraft(kind=RegistrationKind.REGISTRATION, body=name, number="7")
    return str(services.registrations.add(draft, RUTH).card.id)


MADE: dict[str, tuple[HitKind, Callable[[Services, str], str]]] = {
    "customers": (HitKind.CUSTOMER, _of_customers),
    "complaints": (HitKind.COMPLAINT, _of_complaints),
    "feedback": (HitKind.FEEDBACK, _of_feedback),
    "people": (HitKind.SETTING, _of_people),
    "walks": (HitKind.BY_HAND, _of_walks),
    "registrations": (HitKind.SETTING, _of_registrations),
}
"""Whatever has a name that somebody typed: its group, and how it gets there."""


def letters_of(name: str, chance: random.Random) -> str:
    """Three or more letters of up to three words of a name, in any order."""
    words = [word for word in words_of(name) if len(word) >= 3]
    chance.shuffle(words)
    pieces = []
    for word in words[:3]:
        start = chance.randrange(len(word) - 2)
        pieces.append(word[start : start + chance.randint(3, len(word))])
    return " ".join(pieces)


@pytest.mark.parametrize("what", MADE)
def test_demand_10_three_letters_of_any_name_find_it_whatever_it_names(
    services: Services, samples: Path, what: str
) -> None:
    """Demand 10: any letters of a name, in any order, and it is among the first five hits."""
    forms = json.loads((samples / "names" / "name_forms.json").read_text("utf-8"))
    names = list(dict.fromkeys(map(whole_name, forms)))
    kind, make = MADE[what]
    items = {name: make(services, name) for name in names}
    chance = random.Random(10)
    missed = []
    for name in names:
        typed = letters_of(name, chance)
        hits = next((one.hits for one in services.search.find(typed) if one.kind is kind), ())
        if typed and items[name] not in [hit.item for hit in hits[:5]]:
            missed.append((name, typed))
    assert missed == []
