# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with the charter: draft it, approve it, publish it, withdraw it, compare it.

One version is published at a time and never edited afterwards: whoever changes something makes
a new version, which takes the place of the old one on the day it is published.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from servicedesk.domain.blocks import Logo
from servicedesk.domain.charters import (
    CharterAction,
    CharterCard,
    CharterDraft,
    CharterStatus,
    SentenceChange,
    next_status,
)
from servicedesk.domain.charters_data import answers_to_data
from servicedesk.domain.charters_obstacles import PaperNeed, keeping_back
from servicedesk.domain.clock import Clock
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import ChangeSet
from servicedesk.services.attachments import attach
from servicedesk.services.unit import Reading, Unit, Units
from servicedesk.store import charters as kept

if TYPE_CHECKING:  # it brings the whole of printing with it, which no start needs
    from servicedesk.services.charters_papers import CharterPapers

PICTURE_DPI = 150
"""Pixels per inch of the poster on the screen: an A4 page is 1240 by 1754."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterDone:
    """What a step left behind.

    Args:
        card: the version as it is now.
        changes: the records that the step touched; empty when there was nothing to do.
    """

    card: CharterCard
    changes: ChangeSet


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One version in the list of all of them.

    Args:
        id: of the row.
        number: of the version.
        status: where it is in its life.
        published_on, ended_on: days of the steps taken, or None.
        review_by: last day before it should be looked at again, once published.
    """

    id: int
    number: int
    status: CharterStatus
    published_on: date | None = None
    ended_on: date | None = None
    review_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterPicture:
    """A poster for the screen.

    Args:
        png: the page as an image.
        words: all that stands on it, for those who cannot see it.
    """

    png: bytes
    words: str


class Charters:
    """The use cases of the charter.

    Args:
        units: opens changes and reads.
        clock: tells the day.
        papers: makes the papers; called when the first one is needed.
    """

    def __init__(
        self,
        units: Units,
        clock: Clock,
        papers: "Callable[[], CharterPapers]",
    ) -> None:
        self._units = units
        self._clock = clock
        self._papers = papers

    def published(self) -> CharterCard | None:
        """The version that is published now, or None."""
        with self._units.read() as reading:
            return kept.published_charter(reading)

    def newest(self) -> CharterCard | None:
        """The version with the highest number, whatever became of it, or None."""
        with self._units.read() as reading:
            return kept.newest_charter(reading)

    def versions(self) -> tuple[VersionLine, ...]:
        """Every version, newest first."""
        with self._units.read() as reading:
            cards = [_version(reading, one) for one in kept.charter_numbers(reading)]
        return tuple(
            VersionLine(
                id=card.id,
                number=card.number,
                status=card.status,
                published_on=card.published_on,
                ended_on=card.ended_on,
                review_by=card.review_by,
            )
            for card in cards
        )

    def version(self, version_id: int) -> CharterCard:
        """One version, whatever became of it.

        Raises:
            Refusal: ``record_gone`` when there is no such version.
        """
        with self._units.read() as reading:
            return _version(reading, version_id)

    def changes_between(self, before_id: int, after_id: int) -> tuple[SentenceChange, ...]:
        """What changed between two versions, sentence by sentence.

        Raises:
            Refusal: ``record_gone`` when there is no such version.
        """
        with self._units.read() as reading:
            before, after = _version(reading, before_id), _version(reading, after_id)
        return self._papers().changes(before.draft, after.draft, self._clock.today())

    def poster_picture(self, card: CharterCard, results: tuple[str, ...] = ()) -> PosterPicture:
        """The poster of a version as the screen shows it.

        A published version reads as on the day it was published: what would be missing today
        puts no draft mark on it.

        Args:
            card: the version.
            results: how the business is doing against it, a line each.
        """
        from servicedesk.documents.page_images import page_png, page_texts  # PDFium: first use

        day = card.published_on or self._clock.today()
        pdf = self._papers().poster(card.draft, day, number=card.number, results=results).data
        return PosterPicture(png=page_png(pdf, 0, PICTURE_DPI), words=page_texts(pdf)[0].strip())

    def keep_draft(self, draft: CharterDraft, who: str) -> CharterDone:
        """Keep what the owner has said so far.

        It changes the newest version while that may still be edited, and begins a new one
        otherwise. An approved version becomes a draft again.

        Args:
            draft: all of it.
            who: keeps it.
        """
        with self._units.change("keep charter draft", who) as unit:
            card = _keep(unit, draft)
        return CharterDone(card=card, changes=unit.changes)

    def approve(self, version_id: int, who: str) -> CharterDone:
        """Say that a draft may be published.

        Raises:
            Refusal: ``record_gone``, or ``charter_step_not_allowed``.
        """
        with self._units.change("approve charter", who) as unit:
            card = self._approve(unit, _version(unit.connection, version_id))
        return CharterDone(card=card, changes=unit.changes)

    def publish(self, version_id: int, who: str) -> CharterDone:
        """Publish an approved version; the one before it is superseded the same day.

        What the poster needs is enough: the short way ends on a wall. Longer papers that need
        more keep their draft mark until a later version.

        Its reverse is to withdraw it, not undo: it hangs on a wall by then.

        Raises:
            Refusal: ``record_gone``, ``charter_step_not_allowed``, or
                ``charter_not_publishable`` while a line keeps it back.
        """
        with self._units.change("publish charter", who, is_barrier=True) as unit:
            card = self._publish(unit, _version(unit.connection, version_id))
        return CharterDone(card=card, changes=unit.changes)

    def publish_draft(
        self, draft: CharterDraft, who: str, print_it: Callable[[CharterCard], None]
    ) -> CharterDone:
        """Keep, approve and publish in one step, as one yes from the owner may.

        A draft that says the same as the published version makes no new one.

        Args:
            draft: all of it.
            who: says yes.
            print_it: gets the version before the step is final; whatever it raises takes the
                step back, so that nothing is published whose papers could not be made.

        Raises:
            Refusal: ``charter_not_publishable`` while a line keeps it back.
        """
        current = self.published()
        if current is not None and _says_the_same(current.draft, draft):
            print_it(current)
            return CharterDone(card=current, changes=ChangeSet())
        with self._units.change("publish charter", who, is_barrier=True) as unit:
            card = self._publish(unit, self._approve(unit, _keep(unit, draft)))
            print_it(card)
        return CharterDone(card=card, changes=unit.changes)

    def withdraw(self, who: str) -> CharterDone:
        """Take the published version down, without another in its place.

        Raises:
            Refusal: ``charter_none_published`` when there is nothing to withdraw.
        """
        with self._units.change("withdraw charter", who, is_barrier=True) as unit:
            current = kept.published_charter(unit.connection)
            if current is None:
                raise Refusal("charter_none_published")
            card = self._end(unit, current, CharterAction.WITHDRAW)
        return CharterDone(card=card, changes=unit.changes)

    def _approve(self, unit: Unit, card: CharterCard) -> CharterCard:
        status = next_status(card.status, CharterAction.APPROVE)
        return _save(unit, replace(card, status=status, approved_on=self._clock.today()))

    def _publish(self, unit: Unit, card: CharterCard) -> CharterCard:
        status = next_status(card.status, CharterAction.PUBLISH)
        today = self._clock.today()
        left = keeping_back(self._papers().obstacles(card.draft, today), PaperNeed.POSTER)
        if left:
            raise Refusal("charter_not_publishable", lines=len(left))
        current = kept.published_charter(unit.connection)
        if current is not None:
            self._end(unit, current, CharterAction.SUPERSEDE)
        answers = card.draft.answers
        published = replace(
            card,
            status=status,
            published_on=today,
            effective_from=_day(answers.get("in_force_from")) or today,
            review_by=_day(answers.get("review_by")),
        )
        return _save(unit, published)

    def _end(self, unit: Unit, card: CharterCard, action: CharterAction) -> CharterCard:
        status = next_status(card.status, action)
        return _save(unit, replace(card, status=status, ended_on=self._clock.today()))


def _version(reading: Reading, version_id: int) -> CharterCard:
    card = kept.charter(reading, version_id)
    if card is None:
        raise Refusal("record_gone", record=kept.charter_versions.name)
    return card


def _save(unit: Unit, card: CharterCard) -> CharterCard:
    """Write down where in its life a version is."""
    unit.update(
        kept.charter_versions,
        card.id,
        {
            "status": card.status,
            "approved_on": card.approved_on,
            "published_on": card.published_on,
            "effective_from": card.effective_from,
            "review_by": card.review_by,
            "ended_on": card.ended_on,
        },
    )
    return card


def _keep(unit: Unit, draft: CharterDraft) -> CharterCard:
    newest = kept.newest_charter(unit.connection)
    if newest is None or newest.ended_on or newest.status is CharterStatus.PUBLISHED:
        return _begin(unit, draft)
    status = next_status(newest.status, CharterAction.EDIT)
    unit.update(kept.charter_versions, newest.id, _values(unit, draft))
    _rewrite_standards(unit, newest.id, draft)
    return _save(unit, replace(newest, draft=draft, status=status, approved_on=None))


def _begin(unit: Unit, draft: CharterDraft) -> CharterCard:
    number = kept.last_number(unit.connection) + 1
    status = CharterStatus.DRAFT
    values = {"number": number, "status": status, **_values(unit, draft)}
    version_id = unit.insert(kept.charter_versions, values)
    _rewrite_standards(unit, version_id, draft)
    return CharterCard(id=version_id, number=number, status=status, draft=draft)


def _values(unit: Unit, draft: CharterDraft) -> dict[str, object]:
    return kept.version_values(draft, None if draft.logo is None else _keep_logo(unit, draft.logo))


def _keep_logo(unit: Unit, logo: Logo) -> int:
    return attach(unit, BytesIO(logo.png), name="logo.png", media_type="image/png")


def _rewrite_standards(unit: Unit, version_id: int, draft: CharterDraft) -> None:
    """Make the rows of a version's standards say what the draft says, row by row."""
    rows = kept.standard_ids(unit.connection, version_id)
    wanted = {standard.key for standard in draft.standards}
    for key in rows.keys() - wanted:
        unit.remove(kept.service_standards, rows[key])
    for position, standard in enumerate(draft.standards):
        values = kept.standard_values(standard, version_id, position)
        if standard.key in rows:
            unit.update(kept.service_standards, rows[standard.key], values)
        else:
            unit.insert(kept.service_standards, values)


def _says_the_same(one: CharterDraft, other: CharterDraft) -> bool:
    return _said(one) == _said(other)


def _said(draft: CharterDraft) -> tuple[object, ...]:
    """What a reader of the papers could tell apart."""
    answers: Mapping[str, object] = answers_to_data(draft.answers)
    return draft.trade, answers, draft.standards, draft.logo


def _day(answer: object) -> date | None:
    return answer if isinstance(answer, date) else None
