# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can stand on "you said, we did": what does comes first, read in few statements."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from servicedesk.domain.feedback import Decision, FeedbackCard, FeedbackKind, MayQuote, Quoting
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.feedback_made import RUTH, logged
from tests.store.files import new_file, opened

NOW = datetime(2026, 9, 14, 9, tzinfo=UTC)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(NOW)))


def now(services: Services, card: FeedbackCard) -> FeedbackCard:
    """As it stands in the file."""
    found = services.feedback.get(card.id)
    assert found is not None
    return found


def test_what_stands_on_the_wall_comes_before_what_was_decided(
    services: Services, heard: Heard
) -> None:
    feedback = services.feedback
    kind, yes = FeedbackKind.SUGGESTION, Quoting(may=MayQuote.YES)
    cards = [logged(services, f"Idea {at}", kind=kind, quoting=yes) for at in range(6)]
    for card in cards[:4]:
        feedback.decide(card.id, Decision.DONE, "We did.", RUTH)
    feedback.decide(cards[4].id, Decision.NOT_NOW, "No.", RUTH)
    said = logged(services, "No seat in the shop", quoting=yes)
    feedback.decide(said.id, Decision.PLANNED, "A bench comes.", RUTH)
    feedback.to_bin([cards[3].id], RUTH)
    feedback.put_on_wall(cards[0].id, True, RUTH)
    feedback.put_on_wall(said.id, True, RUTH)
    with heard.only_this():
        found = feedback.lists.decided(40)
    assert heard.verbs().count("SELECT") == 2  # the cards, and how many wait
    wanted = [said, cards[0], cards[2], cards[1]]
    assert found.cards == tuple(now(services, card) for card in wanted)
    assert found.open_count == 1
    assert feedback.lists.decided(3).cards == found.cards[:3]
