# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The tree of known faults: what the rules refuse, and what the world does to us.

``ServicedeskError > Refusal | Trouble``. Anything else that is raised is our own bug.
Neither carries display text: the words for a code stand once in ``resources/words``.
"""

from collections.abc import Mapping
from types import MappingProxyType

Param = str | int
"""What may stand in a sentence about a fault."""


class ServicedeskError(Exception):
    """A fault we know: a code, and the values that its sentence needs.

    Args:
        code: names the sentence in the words file, in lower case with underscores.
        params: values for the placeholders of that sentence.
    """

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, Param] = MappingProxyType(params)

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code}({shown})" if shown else self.code


class Refusal(ServicedeskError):
    """The rules say no, and the person can mend it: shown beside the field, never a box.

    Words: ``[refusal] code = "One sentence with {param}."``

    Args:
        code: as for ServicedeskError.
        field: the field or answer to mend, or None when it is about the whole.
        params: as for ServicedeskError.
    """

    def __init__(self, code: str, field: str | None = None, **params: Param) -> None:
        super().__init__(code, **params)
        self.field = field


class Trouble(ServicedeskError):
    """The world says no: disk full, file locked, folder gone, newer file.

    Words: ``[trouble.code] happened = "..."``, ``safe = "..."``, ``do = "..."``.
    """
