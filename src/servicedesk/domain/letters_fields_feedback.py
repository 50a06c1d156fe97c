# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What letters about feedback may name: a thank-you for praise, an answer to what was suggested."""

from types import MappingProxyType

from servicedesk.domain.feedback import Decision
from servicedesk.domain.letters import FieldKind, LetterStage

ABOUT_FEEDBACK = frozenset({LetterStage.COMPLIMENT, LetterStage.SUGGESTION})
"""Stages of letters that come of what somebody said without complaining."""

GIVEN_ON = "feedback.given_on"
"""The day on which they said it."""

GIVEN_HOW = "feedback.channel"
"""How they said it, such as "by phone"."""

FEEDBACK_REF = "feedback.ref"
"""The reference of the feedback, so that a slip that comes back finds it."""

MAY_QUOTE = "feedback.may_quote"
"""What they have said of being printed; a letter asks only while there is nothing."""

COMPLIMENT = "compliment"
"""Their praise, in their words."""

STAFF = "staff"
"""Whom of us it was passed on to."""

SUGGESTION = "suggestion"
"""What they said, in their words."""

DECISION = "decision"
"""What becomes of it: kept with the feedback, while the letter says it in a sentence."""

ANSWER = "answer"
"""What we did, or why not."""

DECIDED = "decided"
"""The words before that, which follow from the decision."""

DECIDED_BY = MappingProxyType({DECIDED: (DECISION,)})
"""On what those words hang."""

CHOICES = MappingProxyType({DECISION: tuple(Decision)})
"""What can be chosen, by the name of the field."""

_PRAISE = frozenset({LetterStage.COMPLIMENT})
_IDEA = frozenset({LetterStage.SUGGESTION})

TYPED = MappingProxyType(
    {
        GIVEN_ON: (FieldKind.DAY, ABOUT_FEEDBACK),
        GIVEN_HOW: (FieldKind.LINE, ABOUT_FEEDBACK),
        COMPLIMENT: (FieldKind.TEXT, _PRAISE),
        STAFF: (FieldKind.LINE, _PRAISE),
        SUGGESTION: (FieldKind.TEXT, _IDEA),
        DECISION: (FieldKind.CHOICE, _IDEA),
        ANSWER: (FieldKind.TEXT, _IDEA),
    }
)
"""What is typed for one letter: name -> how it is typed, and where it may stand."""

HELPED = frozenset({GIVEN_HOW, COMPLIMENT, STAFF, SUGGESTION, ANSWER})
"""Fields with a line of help under them, ``letter.help.<name>``."""

PAST = frozenset({GIVEN_ON})
"""Days that have been."""

OURS = MappingProxyType(
    {FEEDBACK_REF: ABOUT_FEEDBACK, MAY_QUOTE: _PRAISE, DECIDED: _IDEA},
)
"""What comes from the record: name -> where it may stand."""
