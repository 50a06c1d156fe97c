# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the records prove about an answer of a check, with the figures that show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from servicedesk.domain.checks import Answer
from servicedesk.domain.phrases import Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the records say about a question.

    Args:
        question_id: of the bank.
        answer: that they speak for; only ever a beginning, open to change.
        code: of the sentence with the figures, under ``[check_proof]``.
        number: the figure that it turns on, by which one and many are told apart.
        params: the other words of the sentence.
    """

    question_id: str
    answer: Answer
    code: str
    number: int = 1
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def proof_sentence(proof: Proof, phrases: Phrases) -> str:
    """What the records prove, in words and figures."""
    return phrases.count(f"check_proof.{proof.code}", Decimal(proof.number), **proof.params)
