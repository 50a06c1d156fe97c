# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The customer service charter: what a draft holds, the life of its versions, what changed.

States follow the life cycle of ISO 10001 read for a shop: a version is drafted, approved,
published, and later superseded by the next one or withdrawn. Exactly one version is published
at a time, and a published one is never edited: a change makes a new version.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from servicedesk.domain.errors import Refusal

if TYPE_CHECKING:  # the file is opened before anything of them is needed
    from servicedesk.domain.blocks import Logo
    from servicedesk.domain.guides import Answers
    from servicedesk.domain.standards import ServiceStandard


class CharterStatus(StrEnum):
    """Where a version of the charter is in its life."""

    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class CharterAction(StrEnum):
    """What can be done to a version."""

    EDIT = "edit"
    APPROVE = "approve"
    PUBLISH = "publish"
    SUPERSEDE = "supersede"
    WITHDRAW = "withdraw"


class ChangeKind(StrEnum):
    """How a sentence differs between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterDraft:
    """What the owner has said so far.

    Args:
        trade: id of the preset it began from.
        guide_version: version of the charter guide the answers belong to.
        answers: by question id; only what was answered or preset.
        standards: service standards in print order, ticked or not.
        suggested: keys of the standards that the short way offers first.
        logo: or None.
    """

    trade: str
    guide_version: int
    answers: "Answers"
    standards: "tuple[ServiceStandard, ...]"
    suggested: tuple[str, ...] = ()
    logo: "Logo | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterCard:
    """One version of the charter as kept.

    Args:
        id: of the row.
        number: 1 for the first version; counts up, never used twice.
        status: where it is in its life.
        draft: what it says; never changes once it is published.
        approved_on, published_on, ended_on: days of the steps taken, or None.
        effective_from: first day it is in force, once published.
        review_by: last day before it should be looked at again, once published.
    """

    id: int
    number: int
    status: CharterStatus
    draft: CharterDraft
    approved_on: date | None = None
    published_on: date | None = None
    effective_from: date | None = None
    review_by: date | None = None
    ended_on: date | None = None


LIFE: Mapping[tuple[CharterStatus, CharterAction], CharterStatus] = MappingProxyType(
    {
        (CharterStatus.DRAFT, CharterAction.EDIT): CharterStatus.DRAFT,
        (CharterStatus.DRAFT, CharterAction.APPROVE): CharterStatus.APPROVED,
        (CharterStatus.APPROVED, CharterAction.EDIT): CharterStatus.DRAFT,
        (CharterStatus.APPROVED, CharterAction.PUBLISH): CharterStatus.PUBLISHED,
        (CharterStatus.PUBLISHED, CharterAction.SUPERSEDE): CharterStatus.SUPERSEDED,
        (CharterStatus.PUBLISHED, CharterAction.WITHDRAW): CharterStatus.WITHDRAWN,
    }
)
"""The whole life cycle: what each action makes of each status; a pair not here is refused."""


def allowed_actions(status: CharterStatus) -> tuple[CharterAction, ...]:
    """What can be done to a version in this status, in the order of CharterAction."""
    return tuple(action for action in CharterAction if (status, action) in LIFE)


def next_status(status: CharterStatus, action: CharterAction) -> CharterStatus:
    """The status after an action.

    Raises:
        Refusal: ``charter_step_not_allowed`` when the life cycle has no such step.
    """
    try:
        return LIFE[status, action]
    except KeyError:
        raise Refusal(
            "charter_step_not_allowed", status=status.value, action=action.value
        ) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a charter says in one place.

    Args:
        place: key of a standard or id of a question, the same in every version.
        sentences: in print order.
    """

    place: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChange:
    """One sentence that differs between two versions; the missing side is empty."""

    kind: ChangeKind
    place: str
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class _Pairing:
    place: str
    found: list[SentenceChange] = field(default_factory=list)

    def removed(self, sentences: Iterable[str]) -> None:
        for sentence in sentences:
            self.found.append(
                SentenceChange(kind=ChangeKind.REMOVED, place=self.place, before=sentence)
            )

    def added(self, sentences: Iterable[str]) -> None:
        for sentence in sentences:
            self.found.append(
                SentenceChange(kind=ChangeKind.ADDED, place=self.place, after=sentence)
            )

    def replaced(self, before: Sequence[str], after: Sequence[str]) -> None:
        both = min(len(before), len(after))
        for old, new in zip(before[:both], after[:both], strict=True):
            self.found.append(
                SentenceChange(kind=ChangeKind.REWORDED, place=self.place, before=old, after=new)
            )
        self.removed(before[both:])
        self.added(after[both:])


def _changes_in_place(place: str, before: Sequence[str], after: Sequence[str]) -> _Pairing:
    pairing = _Pairing(place)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for _, i1, i2, j1, j2 in (op for op in matcher.get_opcodes() if op[0] != "equal"):
        pairing.replaced(before[i1:i2], after[j1:j2])
    return pairing


def changed_sentences(before: Sequence[Said], after: Sequence[Said]) -> tuple[SentenceChange, ...]:
    """What changed between two versions, sentence by sentence.

    Args:
        before: all that the older version says.
        after: all that the newer version says.

    Returns:
        Changes in the print order of the newer version; places it no longer has come last.
    """
    old = {said.place: said.sentences for said in before}
    new = {said.place: said.sentences for said in after}
    places = [*new, *(place for place in old if place not in new)]
    found: list[SentenceChange] = []
    for place in places:
        found += _changes_in_place(place, old.get(place, ()), new.get(place, ())).found
    return tuple(found)
