# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Strings that break programs, as notes, needs, consents and names of files.

Each is kept as it reads, or refused with a sentence that can be said; nothing else happens.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.contacts_waits import read_wait
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import clean_text, without_turns
from servicedesk.domain.record_files import file_name_for_copy
from servicedesk.domain.support import (
    ConsentChannel,
    ConsentDraft,
    SafetyDraft,
    SafetyKind,
    SupportDraft,
    SupportNeed,
)
from servicedesk.domain.support_words import guard
from servicedesk.services.registry import Services
from tests.helpers.builders import words
from tests.services.customers_made import added, shop

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def hostile(samples: Path) -> list[str]:
    found = json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8"))
    return [str(each) for each in found]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path) as made:
        yield made


@pytest.fixture
def patel(services: Services) -> int:
    return added(services, "Mrs Meena Patel").id


def kept_or_told(step: Callable[[], str]) -> str:
    """What was kept, or the sentence with which it was refused."""
    try:
        return step()
    except Refusal as refusal:
        return words().refusal(refusal)


def test_notes_are_kept_as_they_read(services: Services, patel: int, hostile: list[str]) -> None:
    for text in hostile:
        draft = ContactDraft(customer_id=patel, text=text, at=NOON)
        kept = kept_or_told(lambda draft=draft: services.contacts.log(draft, RUTH).card.draft.text)
        assert kept == without_turns(clean_text(text)).strip()
    entries = services.timeline.of(patel, limit=1000)
    assert len(entries) == len(hostile)
    assert all(entry.title for entry in entries)


def test_needs_and_safety_notes_are_kept_or_refused(
    services: Services, patel: int, hostile: list[str]
) -> None:
    safety = SafetyDraft(
        kind=SafetyKind.ANIMAL,
        text="dog",
        yes_words="yes",
        agreed_on=TODAY,
        ends_on=date(2027, 1, 1),
    )
    for text in hostile:
        need = SupportDraft(need=SupportNeed.OTHER, detail=text, yes_words=text)
        kept_or_told(lambda draft=need: str(services.support.add_need(patel, draft, RUTH)))
        note = replace(safety, text=text)
        kept_or_told(lambda draft=note: str(services.support.add_safety(patel, draft, RUTH)))
        guard(text)
    sheet = services.support.of(patel)
    assert "\n" not in services.support.help_line(sheet)
    assert all(card.draft.text for card in sheet.safety)


def test_consents_are_kept_or_refused(services: Services, patel: int, hostile: list[str]) -> None:
    for text in hostile:
        draft = ConsentDraft(
            channel=ConsentChannel.EMAIL,
            wording=text,
            given_on=TODAY,
            how=text,
            withdrawn_on=TODAY,
        )
        kept_or_told(lambda draft=draft: str(services.support.give_consent(patel, draft, RUTH)))
    assert all(card.draft.wording for card in services.support.of(patel).consents)


def test_files_keep_strange_names_and_copies_get_plain_ones(
    services: Services, patel: int, hostile: list[str], tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for number, text in enumerate(hostile):
        content = f"{number}".encode()
        kept_or_told(
            lambda name=text, content=content: (
                services.record_files.add(Kind.CUSTOMER, patel, content, name, RUTH).card.name
            )
        )
    for card in services.record_files.of(Kind.CUSTOMER, patel):
        path = folder / file_name_for_copy(card.name)
        assert path.parent == folder
        services.record_files.save_copy(card.id, path)
        assert path.resolve().parent == folder.resolve()


def test_waits_are_read_or_refused(hostile: list[str]) -> None:
    for text in hostile:
        assert kept_or_told(lambda text=text: str(read_wait(text)))
