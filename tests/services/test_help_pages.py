# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The help is read once, and is found by the search."""

import pytest

import servicedesk
from servicedesk.domain.search import HitKind
from servicedesk.services.registry import open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened


@pytest.fixture
def services(tmp_path):
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock()))


def test_pages_and_parts_are_read_once(services):
    help_pages = services.help_pages
    assert help_pages.pages is help_pages.pages
    assert help_pages.parts is help_pages.parts
    assert help_pages.version == servicedesk.__version__


def test_the_search_finds_every_page_by_its_title_and_its_words(services):
    for page in services.help_pages.pages:
        (group,) = [g for g in services.search.find(page.title) if g.kind is HitKind.HELP]
        assert ("help", page.id) in [(hit.room, hit.part) for hit in group.hits]
    groups = services.search.find("busy Saturday one person off sick")
    assert [hit.part for group in groups for hit in group.hits if group.kind is HitKind.HELP] == [
        "charter"
    ]
