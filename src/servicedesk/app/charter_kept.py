# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the command has to do with the file of a profile: the only part of it that opens one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from servicedesk.app.bootstrap import OWNER, Program, create_desk
from servicedesk.app.console_desk import opened
from servicedesk.domain.charters import CharterCard, CharterDraft
from servicedesk.system.files import could_be_folder

if TYPE_CHECKING:  # it brings the database in
    from servicedesk.services.charters import CharterDone


def published(program: Program) -> CharterCard | None:
    """The charter that is published in this profile, or None; nothing is made or changed.

    Raises:
        Trouble: whatever keeps the file from being opened, or the profile from being one.
    """
    if not program.places.database.exists():
        could_be_folder(program.places.data)
        return None
    with opened(program) as desk:
        return desk.services.charters.published()


def publish(
    program: Program, draft: CharterDraft, print_it: Callable[[CharterCard], None]
) -> "CharterDone":
    """Publish a draft; the file is made when there is none yet.

    Args:
        program: names the profile.
        draft: nothing keeps its poster back.
        print_it: writes the papers; whatever it raises takes the step back.

    Raises:
        Refusal: what ``print_it`` raises.
        Trouble: the same, or whatever keeps the file from being opened or made.
    """
    program.places.make()
    if not program.places.database.exists():
        create_desk(program)
    with opened(program) as desk:
        done = desk.services.charters.publish_draft(draft, OWNER, print_it)
        desk.log.note("charter.published", number=done.card.number)
        return done
