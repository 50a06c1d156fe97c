# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The 69 standards side by side: the facts as found, our data and the sentences as written."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_data import standard_from_data
from servicedesk.domain.standards_sentences import Statement

HERE = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One standard of a public charter; ``position`` may end in "_later"."""

    charter: str
    position: str
    standard: ServiceStandard
    written: Statement

    @property
    def name(self) -> str:
        return f"{self.charter}, {self.position}"


def written_standards() -> list[Sample]:
    """Every standard that was written by hand, in order; later versions after the first."""
    sentences = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))
    charters = tomllib.loads((HERE / "standards.toml").read_text(encoding="utf-8"))
    found = []
    for charter in charters["charter"]:
        name = charter["name"]
        later = {entry["of"]: entry["change"] for entry in charter.get("later", ())}
        for position, data in enumerate(charter["standards"]):
            editions = {str(position): data}
            if data["key"] in later:
                editions[f"{position}_later"] = data | later[data["key"]]
            for place, mapping in editions.items():
                written = sentences[name][place]
                found.append(
                    Sample(
                        charter=name,
                        position=place,
                        standard=standard_from_data(mapping),
                        written=Statement(
                            main=written["main"], details=tuple(written.get("details", ()))
                        ),
                    )
                )
    return found


def found_facts(samples: Path) -> dict[tuple[str, str], dict]:
    """The facts of charters.json by charter and position; a later version as one more."""
    charters = json.loads((samples / "charters" / "charters.json").read_text(encoding="utf-8"))
    facts = {}
    for charter in charters["charters"]:
        for position, fact in enumerate(charter["standards"]):
            extra = dict(fact.get("extra", {}))
            later = extra.pop("later_version", None)
            facts[charter["name"], str(position)] = fact | {"extra": extra}
            if later is not None:
                value, unit = later
                changed = {"value": value, "unit": unit, "extra": extra}
                facts[charter["name"], f"{position}_later"] = fact | changed
    return facts
