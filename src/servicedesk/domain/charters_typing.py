# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands half-typed in the fields of a charter, as plain values for the drafts.

Anything may stand in a field: what does not fit its question yet is kept as it was typed, so
that neither a slip nor a power cut takes it away.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from servicedesk.domain.drafts import plain_value
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_data import standard_from_data, standard_to_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """What is typed and not said yet.

    Args:
        page: id of the page that was open; empty for the first.
        typed: question id -> what stands in the field, as ``guides_answers.checked`` takes it.
        standards: those that are being edited, as they stand in their editor.
    """

    page: str = ""
    typed: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    standards: tuple[ServiceStandard, ...] = ()


def typing_to_data(typing: Typing) -> dict[str, object]:
    """Typing as plain values (text, numbers, lists, mappings), fit for JSON."""
    return {
        "page": typing.page,
        "typed": {key: plain_value(value) for key, value in typing.typed.items()},
        "standards": [standard_to_data(standard) for standard in typing.standards],
    }


def typing_from_data(data: object) -> Typing:
    """The typing that ``typing_to_data`` made plain; whatever has another shape is left out.

    A draft is only a help: one that an older or newer version wrote must never keep anybody
    from going on.
    """
    if not isinstance(data, Mapping):
        return Typing()
    page, typed, standards = data.get("page"), data.get("typed"), data.get("standards")
    return Typing(
        page=page if isinstance(page, str) else "",
        typed={
            str(key): value
            for key, value in (typed.items() if isinstance(typed, Mapping) else ())
            if isinstance(value, str | int | list | dict)
        },
        standards=_standards(standards if isinstance(standards, list) else ()),
    )


def _standards(found: list[object] | tuple[()]) -> tuple[ServiceStandard, ...]:
    made = []
    for entry in found:
        if isinstance(entry, Mapping):
            try:
                made.append(standard_from_data(entry))
            except Refusal:  # of another version: the standard as it was kept stands
                continue
    return tuple(made)
