# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What letters about a complaint may name, stage by stage, and the facts of law they carry."""

from types import MappingProxyType

from servicedesk.domain.complaints import Finding
from servicedesk.domain.letters import FieldKind, LetterStage
from servicedesk.domain.letters_fields_requests import ABOUT_A_REQUEST

LAW = "law."
"""Begins the names of facts of the law, which stand in the dated file of law and nowhere else."""

LAW_NAMES = (
    "free_advice",
    "court",
    "final_response",
    "legal_rights",
    "data_received",
    "data_regulator",
    "cancel_right",
    "cancel_how",
    "cancel_cost",
    "cancel_form",
    "request_time",
    "request_rights",
)
"""Names under which a fact of the law can stand in a letter."""

OF_LAW = frozenset({"L23A", "L23B", "L29"})
"""Letters that rest on the law of the four nations and exist nowhere else."""

COMPLAINT_REF = "complaint.ref"
"""The reference of the complaint; a letter that may name it shows it beside its own."""

FINDING = "finding"
"""Whether we agree: kept with the complaint, while the letter says it point by point."""

CHOICES = MappingProxyType({FINDING: tuple(Finding)})
"""What can be chosen, by the name of the field."""

SORRY = "sorry"
"""The sentence that says sorry: there where we agree, or where something was hard for them."""

SORRY_FOR = MappingProxyType({SORRY: ("effect_on_you", FINDING)})
"""On what that sentence hangs."""

SORRY_WHERE = frozenset({Finding.UPHELD, Finding.PARTLY})
"""Findings after which sorry is due."""

OUTSIDE = "adr.paragraph"
"""The one field in which a body for outside help can be named in our own letters."""

ABOUT_A_COMPLAINT = frozenset(
    {
        LetterStage.RECEIVED,
        LetterStage.PROGRESS,
        LetterStage.QUESTION,
        LetterStage.ANSWER,
        LetterStage.APOLOGY,
        LetterStage.FINAL,
        LetterStage.SECOND_LOOK,
        LetterStage.REFUND,
        LetterStage.REMEDY,
        LetterStage.GOODWILL,
        LetterStage.FOLLOW_UP,
        LetterStage.DATA_RECEIVED,
        LetterStage.DATA_ANSWER,
        LetterStage.CLAIM,
        LetterStage.CANCELLATION,
        LetterStage.BEHAVIOUR,
    }
)
"""Stages that a complaint goes through, and two letters that may come of one."""

_TO_THEM = ABOUT_A_COMPLAINT - {LetterStage.CLAIM, LetterStage.CANCELLATION}
_ANSWERS = frozenset(
    {
        LetterStage.ANSWER,
        LetterStage.FINAL,
        LetterStage.SECOND_LOOK,
        LetterStage.DATA_ANSWER,
    }
)
_SORRY = _ANSWERS | {LetterStage.APOLOGY}

_LINE, _TEXT, _LINES = FieldKind.LINE, FieldKind.TEXT, FieldKind.LINES
_DAY, _MONEY, _CHOICE = FieldKind.DAY, FieldKind.MONEY, FieldKind.CHOICE


def _at(*stages: LetterStage) -> frozenset[LetterStage]:
    return frozenset(stages)


TYPED = MappingProxyType(
    {
        "complaint.received_on": (_DAY, _TO_THEM),
        "complaint.channel": (_LINE, _TO_THEM),
        "complaint.summary": (_TEXT, _TO_THEM),
        "complaint.handler": (_LINE, _TO_THEM),
        "complaint.resolved_on": (_DAY, _TO_THEM),
        "complaint.answered_on": (_DAY, _TO_THEM),
        "complaint.asked_on": (_DAY, _at(LetterStage.QUESTION)),
        "decide_by": (_DAY, _at(LetterStage.RECEIVED, LetterStage.DATA_RECEIVED)),
        "progress": (_TEXT, _at(LetterStage.PROGRESS)),
        "still_to_do": (_TEXT, _at(LetterStage.PROGRESS)),
        "new_date": (_DAY, _at(LetterStage.PROGRESS)),
        "items": (_LINES, _at(LetterStage.QUESTION)),
        "why_needed": (_TEXT, _at(LetterStage.QUESTION)),
        "what_happened": (_TEXT, _SORRY),
        "effect_on_you": (_TEXT, _SORRY),
        "looked_at": (_TEXT, _ANSWERS),
        FINDING: (
            _CHOICE,
            _at(LetterStage.FINAL, LetterStage.SECOND_LOOK, LetterStage.DATA_ANSWER),
        ),
        "findings": (_LINES, _ANSWERS),
        "remedies": (_LINES, _SORRY),
        "change": (_TEXT, _SORRY),
        "goodwill": (_TEXT, _ANSWERS),
        "review_by": (_DAY, _ANSWERS),
        "review_how": (_TEXT, _ANSWERS),
        "offer": (_TEXT, _at(LetterStage.FINAL)),
        "if_accepted": (_TEXT, _at(LetterStage.FINAL)),
        "if_refused": (_TEXT, _at(LetterStage.FINAL)),
        "valid_until": (_DAY, _at(LetterStage.FINAL, LetterStage.GOODWILL)),
        "reviewed_by": (_TEXT, _at(LetterStage.SECOND_LOOK)),
        "review_result": (_TEXT, _at(LetterStage.SECOND_LOOK)),
        "amount": (_MONEY, _at(LetterStage.REFUND)),
        "method": (_LINE, _at(LetterStage.REFUND)),
        "paid_for": (_TEXT, _at(LetterStage.REFUND)),
        "sent_on": (_DAY, _at(LetterStage.REFUND)),
        "expect_by": (_DAY, _at(LetterStage.REFUND)),
        "sorry_for": (_TEXT, _at(LetterStage.REFUND)),
        "remedy.what": (_TEXT, _at(LetterStage.REMEDY)),
        "remedy.due": (_DAY, _at(LetterStage.REMEDY)),
        "remedy.window": (_LINE, _at(LetterStage.REMEDY)),
        "remedy.who": (_LINE, _at(LetterStage.REMEDY)),
        "remedy.access": (_TEXT, _at(LetterStage.REMEDY)),
        "gift_reason": (_TEXT, _at(LetterStage.GOODWILL)),
        "gift": (_TEXT, _at(LetterStage.GOODWILL)),
        "gift_how": (_TEXT, _at(LetterStage.GOODWILL)),
        "claim.bought": (_LINE, _at(LetterStage.CLAIM)),
        "claim.order": (_LINE, _at(LetterStage.CLAIM)),
        "claim.bought_on": (_DAY, _at(LetterStage.CLAIM)),
        "claim.fault": (_TEXT, _at(LetterStage.CLAIM)),
        "claim.waiting": (_TEXT, _at(LetterStage.CLAIM)),
        "claim.ask": (_TEXT, _at(LetterStage.CLAIM)),
        "contract.what": (_TEXT, _at(LetterStage.CANCELLATION)),
        "contract.date": (_DAY, _at(LetterStage.CANCELLATION)),
        "contract.delivered_on": (_DAY, _at(LetterStage.CANCELLATION)),
        "contract.cancel_by": (_DAY, _at(LetterStage.CANCELLATION)),
        "contract.begun": (_TEXT, _at(LetterStage.CANCELLATION)),
        "behaviour.on": (_DAY, _at(LetterStage.BEHAVIOUR)),
        "behaviour.what": (_TEXT, _at(LetterStage.BEHAVIOUR)),
        "behaviour.ask": (_TEXT, _at(LetterStage.BEHAVIOUR)),
        "behaviour.limits": (_TEXT, _at(LetterStage.BEHAVIOUR)),
        "behaviour.review_on": (_DAY, _at(LetterStage.BEHAVIOUR)),
    }
)
"""What is typed for one letter: name -> how it is typed, and where it may stand."""

HELPED = frozenset(
    {
        "progress",
        "still_to_do",
        "items",
        "why_needed",
        "what_happened",
        "effect_on_you",
        "looked_at",
        "findings",
        "remedies",
        "change",
        "goodwill",
        "offer",
        "review_result",
        "method",
        "paid_for",
        "sorry_for",
        "gift_reason",
        "complaint.channel",
        "complaint.summary",
        "remedy.access",
        "claim.waiting",
        "behaviour.what",
        "behaviour.limits",
    }
)
"""Fields with a line of help under them, ``letter.help.<name>``."""

PAST = frozenset(
    {
        "complaint.received_on",
        "complaint.resolved_on",
        "complaint.answered_on",
        "complaint.asked_on",
        "sent_on",
        "claim.bought_on",
        "contract.date",
        "behaviour.on",
    }
)
"""Days that have been, as a rule."""

OURS = MappingProxyType(
    {
        COMPLAINT_REF: _TO_THEM,
        "complaint.other_ref": _TO_THEM,
        OUTSIDE: _ANSWERS,
        SORRY: _at(LetterStage.FINAL, LetterStage.SECOND_LOOK, LetterStage.DATA_ANSWER),
        **{f"{LAW}{name}": ABOUT_A_COMPLAINT | ABOUT_A_REQUEST for name in LAW_NAMES},
    }
)
"""What comes from the record, the business or the law: name -> where it may stand."""
