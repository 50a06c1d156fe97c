# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The help as screens use it: its pages, and what comes with the program."""

from collections.abc import Iterable
from functools import cached_property

import servicedesk
from servicedesk.content.help_pages import load_help, load_parts
from servicedesk.domain.help_pages import HelpPage, Part
from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.services.surroundings import Surroundings


class HelpPages:
    """Reads the help once.

    Args:
        around: where the program's data files are.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    @property
    def version(self) -> str:
        """The version of the program."""
        return servicedesk.__version__

    @cached_property
    def pages(self) -> tuple[HelpPage, ...]:
        """Every page, in the order in which they are read; may raise Trouble."""
        return load_help(self._around.resources)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Everything that comes with the program, with its licences; may raise Trouble."""
        return load_parts(self._around.resources)

    def entries(self) -> Iterable[Entry]:
        """Every page, for the search; may raise Trouble."""
        for page in self.pages:
            yield Entry(
                kind=HitKind.HELP,
                hit=Hit(title=page.title, room="help", part=page.id),
                text=page.words,
            )
