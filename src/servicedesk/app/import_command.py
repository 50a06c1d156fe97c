# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk import``: a list brought in without a window, or tried out and nothing kept."""

import json
from dataclasses import replace
from pathlib import Path

from servicedesk.app.arguments import Arguments
from servicedesk.app.bootstrap import Program
from servicedesk.app.console_desk import ended, opened, tell
from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Counts, LookChoices, Meaning, PlanChoices, Refused
from servicedesk.domain.importing_columns import first_taken
from servicedesk.domain.importing_plan import ImportLook
from servicedesk.services.exchange import Exchange, Plan
from servicedesk.services.exchange_reading import Quiet

DONE, SOME_LEFT_OUT = 0, 1

_WHO = "owner"
"""Who does things while nobody has been chosen as serving."""

_COUNTS = ("added", "updated", "unchanged", "skipped", "refused")


def bring_in(typed: Arguments) -> int:
    """Bring a list in: all of it in one step, or nothing.

    Args:
        typed: what holds the list, its file, and how.

    Returns:
        0 brought in, or nothing new in it; 1 some rows were left out, and each was named; 2
        nothing was brought in.
    """
    return ended(typed.profile, lambda program: _bring_in(program, typed))


def _bring_in(program: Program, typed: Arguments) -> int:
    holds, path = ListKind(typed.kind or ""), typed.file or Path()
    with opened(program, typed.password_file) as desk:
        exchange = desk.services.exchange
        look = exchange.look(path, LookChoices(holds=holds))
        choices = _choices(exchange, look, typed)
        plan = exchange.plan(look, choices)
        look = replace(look, columns=choices.columns)
        counts, refused = plan.counts, plan.refused
        if not typed.dry_run and counts.added + counts.updated:
            desk.services.backups.back_up(BackupReason.BEFORE_IMPORT, Quiet())
            done = exchange.run(plan, Quiet(), _WHO).card
            counts, refused = done.counts, done.refused
    if typed.json:
        tell(json.dumps(_told(program, typed, look, plan, counts, refused), ensure_ascii=False))
    else:
        _tell(program, typed, look, counts, refused)
    return SOME_LEFT_OUT if refused else DONE


def _choices(exchange: Exchange, look: ImportLook, typed: Arguments) -> PlanChoices:
    choices = PlanChoices(columns=look.columns)
    if typed.mapping is not None:
        card = exchange.mappings.named(typed.mapping, look.holds)
        return exchange.with_mapping(look, choices, card)
    return choices


def _tell(
    program: Program,
    typed: Arguments,
    look: ImportLook,
    counts: Counts,
    refused: tuple[Refused, ...],
) -> None:
    words = program.words
    if look.layout is not None:
        tell(words.say("import_command.layout", program=words.enum(look.layout)))
    for heading in first_taken(look.columns, is_ours=look.is_ours):
        tell(words.say("import_command.first_taken", heading=heading))
    key = "would" if typed.dry_run else "done"
    tell(words.say(f"import_command.{key}", name=look.name))
    for name in _COUNTS:
        number = getattr(counts, name)
        if number or name == "added":
            tell(words.say(f"import_command.{name}", n=f"{number:,}"))
    for one in refused:
        reason = words.refusal(Refusal(one.code, None, **one.params))
        tell(words.say("import_command.line", line=str(one.line), reason=reason, shown=one.shown))


def _told(
    program: Program,
    typed: Arguments,
    look: ImportLook,
    plan: Plan,
    counts: Counts,
    refused: tuple[Refused, ...],
) -> dict[str, object]:
    """The answer for another program; its shape is told by ``servicedesk import --help``."""
    words = program.words
    return {
        "kind": look.holds.value,
        "file": plan.name,
        "source": look.source.value,
        "letters": None if look.letters is None else look.letters.value,
        "layout": None if look.layout is None else look.layout.value,
        "dry_run": typed.dry_run,
        "rows": look.count,
        "columns": [
            {
                "heading": column.heading,
                "meaning": None if column.meaning is Meaning.LEFT_OUT else column.meaning.value,
            }
            for column in look.columns
        ],
        "counts": {name: getattr(counts, name) for name in _COUNTS},
        "refused": [
            {
                "line": one.line,
                "code": one.code,
                "reason": words.refusal(Refusal(one.code, None, **one.params)),
                "shown": one.shown,
            }
            for one in refused
        ],
    }
