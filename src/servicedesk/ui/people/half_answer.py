# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The answer to a complaint that was typed and not written down: the letter takes it up."""

from typing import TYPE_CHECKING

from servicedesk.domain.complaints import Finding
from servicedesk.domain.letters_complaints_answer import NOT_ANSWERED, HalfAnswer

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

_FORM, _PART = "complaints", "answer"


def answer_kept_as(complaint_id: int) -> tuple[str, str]:
    """Where what is typed of an answer is kept."""
    return _FORM, f"{complaint_id}-{_PART}"


def half_answer(bench: "Workbench", complaint_id: int) -> HalfAnswer:
    """What was typed of an answer.

    Raises:
        Trouble: from the store.
    """
    kept = bench.services.drafts.kept(*answer_kept_as(complaint_id))
    if kept is None:
        return NOT_ANSWERED
    found, reasons = kept.values.get("finding"), kept.values.get("words")
    known = {one.value: one for one in Finding}
    return HalfAnswer(finding=known.get(str(found)), reasons=str(reasons or ""))


def forget_answer(bench: "Workbench", complaint_id: int) -> None:
    """The answer has gone out: what was typed of it before is not offered again.

    Raises:
        Trouble: from the store.
    """
    kept = answer_kept_as(complaint_id)
    if bench.services.drafts.kept(*kept) is not None:
        bench.services.drafts.drop(*kept)
