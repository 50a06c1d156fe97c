# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pack as data that any program reads: their records column by column, and what names them."""

import json
from datetime import date, datetime

from servicedesk.domain.access_packs import AccessPack, HeldRecord


def pack_data(pack: AccessPack) -> bytes:
    """The pack as JSON, in UTF-8; what is kept back is named with its reason alone.

    Args:
        pack: all that is held, with what was decided about it.
    """
    records: dict[str, list[object]] = {}
    named: list[object] = []
    for one in pack.records:
        if one.left_out:
            continue
        if one.is_theirs:
            records.setdefault(one.table, []).append({**_values(one), "changes": _changes(one)})
        else:
            named.append(_named(one))
    kept_back = [{"what": line, "reason": why} for line, why in sorted(pack.left_out.items())]
    whole = {
        "name": pack.name,
        "made_on": pack.made_on.isoformat(),
        "records": records,
        "named_in": named,
        "kept_back": kept_back,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _named(record: HeldRecord) -> dict[str, object]:
    """A record of somebody else: what it says of them, or all of it where that was chosen."""
    said: dict[str, object] = _values(record)
    if record.is_part:
        said = {"says": [{"where": where, "words": words} for where, words in record.pairs]}
    return {"record": record.kind.value, **said, "changes": _changes(record)}


def _values(record: HeldRecord) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in record.values
    }


def _changes(record: HeldRecord) -> list[dict[str, str]]:
    return [{"when": when, "who": who, "what": what} for when, who, what in record.changes]
