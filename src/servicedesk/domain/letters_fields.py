# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The closed catalogue of what a letter may name, stage by stage, and the words of its voice."""

from dataclasses import dataclass
from enum import StrEnum

from servicedesk.domain import letters_fields_complaints as of_complaints
from servicedesk.domain import letters_fields_feedback as of_feedback
from servicedesk.domain import letters_fields_requests as of_requests
from servicedesk.domain import letters_notice as of_notice
from servicedesk.domain.letters import FieldKind, LetterStage, Voice

DAYS = "closure.days"
"""Made of the first and the last day: "on 24 December 2026", "from ... to ..."."""

MADE_OF = {
    DAYS: ("closure.from", "closure.to"),
    **of_complaints.SORRY_FOR,
    **of_feedback.DECIDED_BY,
}
"""Fields that are made of others, with those."""

UNPRINTED = frozenset({of_complaints.FINDING, of_feedback.DECISION})
"""Fields that a letter needs for what it does, and prints nowhere."""

_BY_RECORD = (of_complaints, of_feedback, of_requests)
_EVERY = frozenset(LetterStage)
_ABOUT = frozenset({LetterStage.PROMISE, LetterStage.DELAY, LetterStage.DONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField:
    """One thing that a letter may name.

    Args:
        name: as it stands in braces.
        kind: how it is typed and printed.
        stages: where it may stand.
        is_ours: it comes from the business or the calendar and is not typed for one letter.
        has_help: a line under it says what to write.
        choices: what can be chosen, where one of several is.
    """

    name: str
    kind: FieldKind = FieldKind.LINE
    stages: frozenset[LetterStage] = _EVERY
    is_ours: bool = False
    has_help: bool = False
    choices: tuple[StrEnum, ...] = ()


def _ours(*names: str) -> tuple[LetterField, ...]:
    return tuple(LetterField(name=name, is_ours=True) for name in names)


def _of(stage: LetterStage, **kinds: FieldKind) -> tuple[LetterField, ...]:
    """Fields of one stage; two underscores in a name stand for its full stop."""
    return tuple(
        LetterField(name=name.replace("__", "."), kind=kind, stages=frozenset({stage}))
        for name, kind in kinds.items()
    )


_FIELDS = (
    *_ours(
        *("business.name", "business.owner", "business.address", "business.phone"),
        *("business.email", "business.website", "business.reg_lines"),
        *("our_ref", "reach_us"),
    ),
    LetterField(name="today", kind=FieldKind.DAY, is_ours=True),
    LetterField(name="customer.name"),
    LetterField(name="customer.salutation"),
    LetterField(name="customer.address_block", kind=FieldKind.LINES),
    LetterField(name="signatory"),
    LetterField(name="stand_in"),
    LetterField(name="reply_by", kind=FieldKind.DAY),
    LetterField(name="promise.text", kind=FieldKind.TEXT, stages=_ABOUT),
    LetterField(name="promise.made_on", kind=FieldKind.DAY, stages=_ABOUT),
    LetterField(name="promise.due", kind=FieldKind.DAY, stages=_ABOUT),
    LetterField(name="promise.time", stages=_ABOUT),
    LetterField(name="promise.promiser", stages=_ABOUT),
    LetterField(name="promise.condition", kind=FieldKind.TEXT, stages=_ABOUT),
    LetterField(name="promise.remedy", kind=FieldKind.TEXT, stages=_ABOUT),
    LetterField(name="promise.job", stages=_ABOUT),
    *_of(
        LetterStage.DELAY,
        old_due=FieldKind.DAY,
        new_due=FieldKind.DAY,
        choices=FieldKind.LINES,
    ),
    LetterField(
        name="reason",
        kind=FieldKind.TEXT,
        stages=frozenset({LetterStage.DELAY, LetterStage.PROGRESS}),
    ),
    *_of(LetterStage.DONE, done_on=FieldKind.DAY, guarantee=FieldKind.TEXT),
    *_of(
        LetterStage.VISIT,
        slot__day=FieldKind.DAY,
        slot__window=FieldKind.LINE,
        slot__place=FieldKind.LINE,
        who_comes=FieldKind.LINE,
        expect=FieldKind.TEXT,
        price=FieldKind.MONEY,
        change_rule=FieldKind.TEXT,
        cancel_right=FieldKind.TEXT,
    ),
    LetterField(name=DAYS, stages=frozenset({LetterStage.CLOSURE}), is_ours=True),
    *_of(
        LetterStage.CLOSURE,
        closure__from=FieldKind.DAY,
        closure__to=FieldKind.DAY,
        closure__back_on=FieldKind.DAY,
        closure__reason=FieldKind.LINE,
        cover=FieldKind.TEXT,
        urgent=FieldKind.TEXT,
        effect=FieldKind.LINES,
    ),
    *(
        LetterField(name=name, kind=kind, stages=at, has_help=name in of_notice.HELPED)
        for name, (kind, at) in of_notice.TYPED.items()
    ),
    *(
        LetterField(
            name=name,
            kind=kind,
            stages=at,
            has_help=name in of.HELPED,
            choices=of.CHOICES.get(name, ()),
        )
        for of in _BY_RECORD
        for name, (kind, at) in of.TYPED.items()
    ),
    *(
        LetterField(name=name, stages=at, is_ours=True)
        for of in _BY_RECORD
        for name, at in of.OURS.items()
    ),
)

CATALOGUE = {one.name: one for one in _FIELDS}
"""Every field there is, by name."""

FRAME = frozenset({"customer.name", "signatory"})
"""What stands around the words of every letter, whether they name it or not."""

_WE = ("we", "We", "us", "our", "Our", "are", "were")
_ONE = ("I", "I", "me", "my", "My", "am", "was")

VOICES = {
    Voice.WE: dict(zip(_WE, _WE, strict=True)),
    Voice.ONE: dict(zip(_WE, _ONE, strict=True)),
}
"""The small words that change with who speaks: name in braces -> what is printed."""

VOICE_WORDS = frozenset(_WE)
"""Names that stand for them."""


def may_name(stage: LetterStage) -> frozenset[str]:
    """Names of everything that a letter of a stage may name."""
    fields = (one.name for one in CATALOGUE.values() if stage in one.stages)
    return VOICE_WORDS | frozenset(fields)


def named(name: str) -> str:
    """A field as a template names it."""
    return f"{{{name}}}"
