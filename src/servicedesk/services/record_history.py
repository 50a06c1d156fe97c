# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was changed in a record, when and by whom."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import partial

from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.domain.record_history import (
    FieldChange,
    HistoryLine,
    Image,
    change_of,
    fields_changed,
    value_said,
)
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.own_fields import fields_on
from servicedesk.store.record_history import Noted, noted_of, sorts_of

_OWN_ON = {
    Kind.CUSTOMER: OwnFieldOn.CUSTOMER,
    Kind.PROMISE: OwnFieldOn.PROMISE,
    Kind.COMPLAINT: OwnFieldOn.COMPLAINT,
}


class RecordHistory:
    """What was changed in a record, when and by whom.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def of(self, kind: Kind, record_id: int) -> tuple[HistoryLine, ...]:
        """Every change of a record and its parts, the newest first; one of nothing is left out.

        Args:
            kind: of the record.
            record_id: of the record; of one that is gone there is nothing.
        """
        with self._units.read() as reading:
            zone = calendar_in(reading, self._around.resources).days.zone
            own = _own_names(reading, kind)
            noted = tuple(noted_of(reading, kind, record_id))
        phrases = self._around.phrases

        def moment_said(at: datetime) -> str:
            here = at.astimezone(zone)
            return f"{day_words(here.date(), phrases)}, {here:%H:%M}"

        told = partial(
            value_said, day_said=partial(day_words, phrases=phrases), moment_said=moment_said
        )
        lines = []
        for one in noted:
            fields = fields_changed(one.before, one.after, sorts_of(one.table), told, one.table)
            fields += _own_changed(one, own)
            if fields:
                lines.append(_line(one, fields))
        return tuple(lines)


def _own_names(reading: Reading, kind: Kind) -> dict[str, str]:
    on = _OWN_ON.get(kind)
    return {} if on is None else {str(one.id): one.draft.name for one in fields_on(reading, on)}


def _own_changed(one: Noted, names: Mapping[str, str]) -> tuple[FieldChange, ...]:
    was, became = _own(one.before), _own(one.after)
    return tuple(
        FieldChange(field=name, before=was.get(key, ""), after=became.get(key, ""))
        for key, name in names.items()
        if was.get(key, "") != became.get(key, "")
    )


def _own(image: Image | None) -> dict[str, str]:
    text = str((image or {}).get("own") or "")
    return dict(json.loads(text)) if text else {}


def _line(one: Noted, fields: tuple[FieldChange, ...]) -> HistoryLine:
    return HistoryLine(
        at=one.at,
        who=one.who,
        use_case=one.use_case,
        change=change_of(one.before, one.after),
        table=one.table,
        is_part=one.is_part,
        fields=fields,
    )
