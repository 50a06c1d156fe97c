# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a paper may name: a closed list, each with the place where the owner fills it in."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.letters import Part
from servicedesk.domain.letters_filling import FieldText, fields_in
from servicedesk.domain.retention import RetainedKind
from servicedesk.domain.standards import ServiceStandard, StandardChannel, StopEvent


class FillIn(StrEnum):
    """Where something is filled in that a paper names."""

    BUSINESS = "business"
    HOURS = "hours"
    PEOPLE = "people"
    CHARTER = "charter"


KEEP = "keep."
"""Begins the names of how long something is kept, followed by the kind of record."""

LAW = "law."
"""Begins the names of facts of the law, which stand in the dated file of law and nowhere else."""

LAW_FACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "law.data_rights": ("data_rights",),
        "law.data_complaint": ("data_complaint",),
        "law.data_regulator": ("data_regulator",),
        "law.legal_rights": ("legal_rights",),
        "law.free_advice": ("free_advice_eng_wls", "free_advice_sct", "free_advice_nir"),
        "law.basis_contract": ("basis_contract",),
        "law.basis_duty": ("basis_duty",),
        "law.basis_interests": ("basis_interests",),
        "law.basis_consent": ("basis_consent",),
    }
)
"""Name of a field -> ids of the facts, of which one at most holds in a nation."""

OPTIONAL = frozenset({"stand_in", "lead", "limits", "outside_help", "aim"})
"""Fields that a paper goes without quietly."""

_FILLED_IN = {
    "business.name": FillIn.BUSINESS,
    "business.owner": FillIn.BUSINESS,
    "handler": FillIn.BUSINESS,
    "ways": FillIn.BUSINESS,
    "hours_line": FillIn.HOURS,
    "stand_in": FillIn.PEOPLE,
    "lead": FillIn.PEOPLE,
    "limits": FillIn.PEOPLE,
    "aim": FillIn.CHARTER,
    "outside_help": FillIn.CHARTER,
    "promises": FillIn.CHARTER,
    "promise.acknowledge": FillIn.CHARTER,
    "promise.decide": FillIn.CHARTER,
    "promise.call": FillIn.CHARTER,
    "promise.message": FillIn.CHARTER,
    "promise.late": FillIn.CHARTER,
    "promise.refund": FillIn.CHARTER,
}
_BUSINESS = ("business.address", "business.phone", "business.email", "business.website")
_KEPT = tuple(f"{KEEP}{kind.value}" for kind in RetainedKind)

FILLED_IN: Mapping[str, FillIn] = MappingProxyType(
    {**_FILLED_IN, **dict.fromkeys(_BUSINESS, FillIn.BUSINESS)}
)
"""Name of a field -> where its value comes from, for those that the owner fills in."""

MAY_NAME = frozenset({*FILLED_IN, *_KEPT, f"{KEEP}backups", *LAW_FACTS})
"""Everything that a paper may name."""

_LATE = frozenset({"order_slip", "repair_slip", "delivery_slip"})
"""Keys of standards about running late that stand on another page of the charter."""

_MESSAGES = (
    StandardChannel.EMAIL,
    StandardChannel.WEB,
    StandardChannel.SMS,
    StandardChannel.SOCIAL,
)


def names_in(parts: Iterable[Part]) -> tuple[str, ...]:
    """Names of all fields that a text speaks of, each once."""
    parts = tuple(parts)
    plain = (name for part in parts for name in FieldText(part.text).get_identifiers())
    return tuple(dict.fromkeys((*fields_in(parts), *plain)))


def missing_in(parts: Iterable[Part], values: Mapping[str, str]) -> tuple[str, ...]:
    """Names of fields that the owner would want filled in, and that have no value."""
    return tuple(
        name
        for name in names_in(parts)
        if name in FILLED_IN and name not in OPTIONAL and not values.get(name)
    )


def standard_for(name: str, standards: Iterable[ServiceStandard]) -> ServiceStandard | None:
    """The standard of the charter that says what a field of a paper stands for; None for none.

    Args:
        name: such as "promise.decide".
        standards: those that are promised, in print order.
    """
    return next((one for one in standards if _says(name, one)), None)


def _says(name: str, one: ServiceStandard) -> bool:
    match name:
        case "promise.acknowledge":
            return one.stop_event is StopEvent.COMPLAINT_ACKNOWLEDGED
        case "promise.decide":
            return one.stop_event is StopEvent.COMPLAINT_DECIDED
        case "promise.call":
            is_call = one.channel is StandardChannel.PHONE
            return is_call and one.stop_event is StopEvent.CONTACT_ANSWERED
        case "promise.message":
            return one.channel in _MESSAGES and one.stop_event is StopEvent.CONTACT_ANSWERED
        case "promise.late":
            return one.page == "late" or one.key in _LATE
        case _:
            return one.stop_event is StopEvent.REFUNDED
