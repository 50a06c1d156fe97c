# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Puts beside actions the question of a check that each came of.

What is to be done is said in a few words, such as "Print it from the wizard": weeks later nobody
knows what that was about without the question.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.actions_rules import ActionLine
from servicedesk.domain.checks import Bank
from servicedesk.domain.errors import Trouble
from servicedesk.services.surroundings import Surroundings


def with_questions(lines: Iterable[ActionLine], around: Surroundings) -> tuple[ActionLine, ...]:
    """Lines with the question behind each, where it came of a check and the question is known.

    Args:
        lines: as read from the file.
        around: reads the questions; where it cannot, the lines stay without.
    """
    found = tuple(lines)
    if not any(_came_of_check(line) for line in found):
        return found
    texts: dict[str, str] = {}
    for bank in Bank:
        with suppress(Trouble):  # whoever opens the checks is told of it
            texts.update({one.id: one.text for one in around.check_bank(bank).questions})
    return tuple(
        replace(line, asked=texts.get(line.card.draft.source_key, ""))
        if _came_of_check(line)
        else line
        for line in found
    )


def _came_of_check(line: ActionLine) -> bool:
    return line.card.draft.source is ActionSource.SELF_CHECK
