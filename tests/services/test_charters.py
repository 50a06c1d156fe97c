# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charter in the file: drafted, approved, published, superseded, withdrawn, compared."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from servicedesk.domain.blocks import Logo, PaperSize, Printed
from servicedesk.domain.charters import (
    ChangeKind,
    CharterCard,
    CharterDraft,
    CharterStatus,
    SentenceChange,
)
from servicedesk.domain.charters_rules import Obstacle
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.standards import Amount, Measure, ServiceStandard, Unit
from servicedesk.services.charters import Charters, VersionLine
from servicedesk.services.charters_papers import CharterPapers
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
PAGE = "how_fast"


def standard(key: str, hours: int = 4) -> ServiceStandard:
    return ServiceStandard(
        key=key,
        title=f"Title of {key}",
        action="ring you back within {limit}",
        measure=Measure.DURATION,
        page=PAGE,
        limit=Amount(value=Decimal(hours), unit=Unit.HOUR),
    )


DRAFT = CharterDraft(
    trade="plumber_trades",
    guide_version=1,
    answers={
        "trading_name": "Bright Taps",
        "how_you_work": ("you_go",),
        "review_by": date(2027, 9, 1),
    },
    standards=(standard("call_back"), standard("quote", 24)),
    suggested=("call_back",),
)
CHANGE = SentenceChange(kind=ChangeKind.ADDED, place=PAGE, after="We will ring.")


class FakePapers:
    """Papers that need no printing: as many lines in the way as a test wants."""

    def __init__(self) -> None:
        self.blocking = 0
        self.asked = 0
        self.printed_on: list[tuple[date, int | None]] = []

    def obstacles(self, draft: CharterDraft, today: date) -> tuple[Obstacle, ...]:
        warning = Obstacle(code="not_asked_yet", page="ask_first", blocks=False)
        return (*(Obstacle(code="phone_missing", page=PAGE),) * self.blocking, warning)

    def changes(
        self, before: CharterDraft, after: CharterDraft, today: date
    ) -> tuple[SentenceChange, ...]:
        return () if before == after else (CHANGE,)

    def poster(
        self,
        draft: CharterDraft,
        today: date,
        size: PaperSize = PaperSize.A4,
        *,
        number: int | None = None,
        results: tuple[str, ...] = (),
    ) -> Printed:
        from reportlab.pdfgen.canvas import Canvas

        assert results == ()
        self.printed_on.append((today, number))
        canvas = Canvas("", pagesize=(200, 300))
        canvas.drawString(20, 250, f"Version {number}")
        return Printed(data=canvas.getpdfdata(), pages=1)


@pytest.fixture
def papers() -> FakePapers:
    return FakePapers()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(date(2026, 9, 14))


@pytest.fixture
def services(tmp_path: Path, papers: FakePapers, clock: FixedClock) -> Iterator[Services]:
    path = new_file(tmp_path)
    made = surroundings(path, clock, papers=lambda: cast(CharterPapers, papers))
    with opened(path) as file:
        yield open_services(file, made)


@pytest.fixture
def charters(services: Services) -> Charters:
    return services.charters


def published(charters: Charters, draft: CharterDraft = DRAFT) -> CharterCard:
    kept = charters.keep_draft(draft, RUTH).card
    charters.approve(kept.id, RUTH)
    return charters.publish(kept.id, RUTH).card


def test_nothing_is_there_to_begin_with(charters: Charters) -> None:
    assert charters.published() is None
    assert charters.newest() is None
    assert charters.versions() == ()


def test_a_draft_comes_back_as_it_was_kept(charters: Charters) -> None:
    done = charters.keep_draft(DRAFT, RUTH)
    assert done.card == charters.newest()
    assert done.card.draft == DRAFT
    assert (done.card.number, done.card.status) == (1, CharterStatus.DRAFT)
    assert done.changes[Kind.CHARTER] == {done.card.id}
    assert len(done.changes[Kind.STANDARD]) == 2


def test_a_draft_is_changed_in_its_place(charters: Charters) -> None:
    first = charters.keep_draft(DRAFT, RUTH).card
    mended = replace(
        DRAFT,
        answers={**DRAFT.answers, "trading_name": "Brighter Taps"},
        standards=(standard("call_back", 2), standard("visit")),
    )
    done = charters.keep_draft(mended, RUTH)
    assert done.card.id == first.id
    newest = charters.newest()
    assert newest is not None
    assert newest.draft == mended
    assert len(charters.versions()) == 1


def test_keeping_the_same_draft_again_changes_nothing(charters: Charters) -> None:
    charters.keep_draft(DRAFT, RUTH)
    assert charters.keep_draft(DRAFT, RUTH).changes == ChangeSet()


def test_a_changed_draft_is_no_longer_approved(charters: Charters) -> None:
    kept = charters.keep_draft(DRAFT, RUTH).card
    approved = charters.approve(kept.id, RUTH).card
    assert (approved.status, approved.approved_on) == (CharterStatus.APPROVED, date(2026, 9, 14))
    again = charters.keep_draft(replace(DRAFT, trade="cafe"), RUTH).card
    assert (again.status, again.approved_on) == (CharterStatus.DRAFT, None)
    assert charters.newest() == again


def test_publishing_gives_a_version_its_days(charters: Charters) -> None:
    card = published(charters)
    assert card == charters.published()
    assert card.status is CharterStatus.PUBLISHED
    assert (card.published_on, card.effective_from) == (date(2026, 9, 14), date(2026, 9, 14))
    assert card.review_by == date(2027, 9, 1)


def test_a_version_comes_into_force_on_the_day_its_owner_named(charters: Charters) -> None:
    later = replace(DRAFT, answers={**DRAFT.answers, "in_force_from": date(2026, 12, 1)})
    assert published(charters, later).effective_from == date(2026, 12, 1)


def test_the_next_version_supersedes_the_one_before(charters: Charters, clock: FixedClock) -> None:
    first = published(charters)
    clock.set(date(2027, 1, 5))
    second = published(charters, replace(DRAFT, trade="cafe"))
    assert second.number == 2
    assert charters.published() == second
    assert charters.versions() == (
        VersionLine(
            id=second.id,
            number=2,
            status=CharterStatus.PUBLISHED,
            published_on=second.published_on,
            review_by=second.review_by,
        ),
        VersionLine(
            id=first.id,
            number=1,
            status=CharterStatus.SUPERSEDED,
            published_on=first.published_on,
            ended_on=charters.version(first.id).ended_on,
            review_by=first.review_by,
        ),
    )
    assert charters.version(first.id).ended_on is not None


def test_a_published_version_is_never_edited(charters: Charters) -> None:
    first = published(charters)
    second = charters.keep_draft(replace(DRAFT, trade="cafe"), RUTH).card
    assert second.id != first.id
    assert charters.published() == first
    with pytest.raises(Refusal) as refused:
        charters.approve(first.id, RUTH)
    assert refused.value.code == "charter_step_not_allowed"


def test_a_draft_cannot_be_published_unapproved(charters: Charters) -> None:
    kept = charters.keep_draft(DRAFT, RUTH).card
    with pytest.raises(Refusal) as refused:
        charters.publish(kept.id, RUTH)
    assert refused.value.code == "charter_step_not_allowed"


def test_lines_that_block_keep_a_version_back(charters: Charters, papers: FakePapers) -> None:
    papers.blocking = 2
    kept = charters.keep_draft(DRAFT, RUTH).card
    charters.approve(kept.id, RUTH)
    with pytest.raises(Refusal) as refused:
        charters.publish(kept.id, RUTH)
    assert refused.value.code == "charter_not_publishable"
    assert refused.value.params["lines"] == 2
    assert charters.published() is None


def test_a_version_that_is_not_there_is_refused(charters: Charters) -> None:
    for step in (charters.approve, charters.publish):
        with pytest.raises(Refusal) as refused:
            step(7, RUTH)
        assert refused.value.code == "record_gone"


def test_a_published_version_can_be_withdrawn(charters: Charters, clock: FixedClock) -> None:
    published(charters)
    clock.set(date(2026, 10, 1))
    card = charters.withdraw(RUTH).card
    assert (card.status, card.ended_on) == (CharterStatus.WITHDRAWN, date(2026, 10, 1))
    assert charters.published() is None
    with pytest.raises(Refusal) as refused:
        charters.withdraw(RUTH)
    assert refused.value.code == "charter_none_published"


def test_after_a_withdrawal_a_new_version_begins(charters: Charters) -> None:
    published(charters)
    charters.withdraw(RUTH)
    assert charters.keep_draft(DRAFT, RUTH).card.number == 2


def test_one_yes_keeps_approves_and_publishes(charters: Charters) -> None:
    shown: list[CharterCard] = []
    done = charters.publish_draft(DRAFT, RUTH, shown.append)
    assert shown == [done.card]
    assert charters.published() == done.card
    assert done.card.approved_on == date(2026, 9, 14)


def test_the_same_words_make_no_new_version(charters: Charters) -> None:
    first = charters.publish_draft(DRAFT, RUTH, lambda _card: None)
    shown: list[CharterCard] = []
    again = charters.publish_draft(replace(DRAFT, suggested=()), RUTH, shown.append)
    assert again.card == first.card
    assert again.changes == ChangeSet()
    assert shown == [first.card]
    assert len(charters.versions()) == 1


def test_other_words_make_a_new_version(charters: Charters) -> None:
    charters.publish_draft(DRAFT, RUTH, lambda _card: None)
    other = replace(DRAFT, standards=(standard("call_back", 3),))
    assert charters.publish_draft(other, RUTH, lambda _card: None).card.number == 2


def test_nothing_is_published_whose_papers_could_not_be_made(charters: Charters) -> None:
    first = published(charters)

    def no_room(_card: CharterCard) -> None:
        raise Trouble("saving_no_room", file="poster-a4.pdf")

    with pytest.raises(Trouble):
        charters.publish_draft(replace(DRAFT, trade="cafe"), RUTH, no_room)
    assert charters.published() == first
    assert len(charters.versions()) == 1


def test_publishing_cannot_be_undone(services: Services) -> None:
    services.charters.keep_draft(DRAFT, RUTH)
    assert services.undo.can_undo == "keep charter draft"
    services.charters.publish_draft(DRAFT, RUTH, lambda _card: None)
    assert services.undo.can_undo is None


def test_a_kept_draft_can_be_undone(services: Services) -> None:
    services.charters.keep_draft(DRAFT, RUTH)
    services.charters.keep_draft(replace(DRAFT, standards=()), RUTH)
    services.undo.undo(RUTH)
    newest = services.charters.newest()
    assert newest is not None
    assert newest.draft == DRAFT


def test_a_logo_is_kept_with_the_version(charters: Charters) -> None:
    logo = Logo(png=b"\x89PNG" + bytes(2_000_000), width=900, height=300)
    card = published(charters, replace(DRAFT, logo=logo))
    newest = charters.published()
    assert newest is not None
    assert newest.draft.logo == logo
    other = replace(DRAFT, logo=replace(logo, png=b"\x89PNG"))
    assert charters.publish_draft(other, RUTH, lambda _card: None).card.number == card.number + 1


def test_versions_are_compared_sentence_by_sentence(charters: Charters) -> None:
    first = published(charters)
    second = published(charters, replace(DRAFT, trade="cafe"))
    assert charters.changes_between(first.id, second.id) == (CHANGE,)
    assert charters.changes_between(first.id, first.id) == ()
    with pytest.raises(Refusal) as refused:
        charters.changes_between(first.id, 99)
    assert refused.value.code == "record_gone"


def test_a_published_poster_reads_as_on_its_day(
    charters: Charters, papers: FakePapers, clock: FixedClock
) -> None:
    card = published(charters)
    clock.set(date(2029, 1, 1))
    picture = charters.poster_picture(card)
    assert picture.png.startswith(b"\x89PNG")
    assert picture.words == "Version 1"
    draft = charters.keep_draft(replace(DRAFT, trade="cafe"), RUTH).card
    charters.poster_picture(draft)
    assert papers.printed_on == [(date(2026, 9, 14), 1), (date(2029, 1, 1), 2)]
