# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes a file of updates: the legal facts and bank holidays of this checkout, for older programs.

``python packaging/make_update.py --says "..." --target DIR``; the owner of an older version brings
it under Settings, Law and bank holidays.
"""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

import tomli_w

from servicedesk.content.brought import NAMES
from servicedesk.content.update_files import FORMAT

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def written(made_on: date, says: str) -> bytes:
    """The file of updates, as bytes.

    Args:
        made_on: the day.
        says: a sentence for the owner.
    """
    head = {"format": FORMAT, "made_on": made_on, "says": says}
    files = {name: (RESOURCES / name).read_text("utf-8") for name in NAMES}
    return tomli_w.dumps({"servicedesk_update": head, "files": files}).encode()


def main() -> None:
    """Write it, named after its day."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--says", default="", help="a sentence for the owner")
    parser.add_argument("--target", type=Path, default=Path())
    asked = parser.parse_args()
    today = datetime.now(tz=UTC).date()
    target = asked.target / f"{today.isoformat()}.servicedesk-update"
    target.write_bytes(written(today, asked.says))
    print(target)


if __name__ == "__main__":
    main()
