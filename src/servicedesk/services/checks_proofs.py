# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Looks in the records for what proves answers of a check."""

from collections.abc import Iterable, Mapping

from servicedesk.domain.checks import CheckQuestion
from servicedesk.domain.checks_proofs import A_YEAR, LATELY, Proof, Tally, proof_of
from servicedesk.services.backup_shelf import read_status
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store.checks_proofs import tallies

_BACKUP = "backup_made"
_NEVER = -1


def read_proofs(
    reading: Reading, questions: Iterable[CheckQuestion], around: Surroundings
) -> Mapping[str, Proof]:
    """What the records prove, by question id, in one statement.

    Args:
        reading: of the file.
        questions: that are asked.
        around: tells the day, and where the backups lie.
    """
    provable = [question for question in questions if question.proof]
    codes = {question.proof for question in provable}
    today = around.clock.today()
    values = {"today": today, "lately": today - LATELY, "year": today - A_YEAR}
    found = dict(tallies(reading, codes, values))
    if _BACKUP in codes:
        found[_BACKUP] = Tally(number=_days_since_backup(around))
    proofs = (proof_of(question, found[question.proof]) for question in provable)
    return {proof.question_id: proof for proof in proofs if proof is not None}


def _days_since_backup(around: Surroundings) -> int:
    newest = read_status(around, None).newest
    if newest is None:
        return _NEVER
    return (around.clock.now() - newest.at).days
