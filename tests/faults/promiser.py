# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that writes promises down and issues letters about them until it is killed.

``python -m tests.faults.promiser`` makes one letter of its own, so that all it needs is brought in,
then forks a child for each path it is given. The child tells its process id ("child 7"), then each
visit whose promises are kept ("promises") and each letter that is issued ("letter"); "ended" means
that it is dead.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.store.opening import open_file
from tests.faults.saver import tell
from tests.services.letters_made import FRIDAY, TODAY, Shop, said, shop_of
from tests.store.files import MOMENT, new_file, opened

EACH_VISIT = 3
"""Promises that are saved in one step."""

LONG = "x" * 400
"""Notes of each promise: a few of them are wider than a page of the file."""

WHO = "Ruth"


def promise_and_write(shop: Shop) -> None:
    """One visit: its promises in one step, then a letter about the last of them."""
    one = PromiseDraft(
        text="Bring the saw", due=Due(day=FRIDAY), promiser="Tom", made_on=TODAY, notes=LONG
    )
    drafts = tuple(replace(one, customer_id=customer_of(shop)) for _ in range(EACH_VISIT))
    made = shop.services.promises.make_many(drafts, WHO).card
    tell("promises")
    writing = shop.services.letters_writing
    letter = writing.draft("L14", promise_id=made[-1].id)
    writing.issue(said(letter, new_due="2026-10-09", reason="The saw is late."), WHO)
    tell("letter")


def customer_of(shop: Shop) -> int:
    """The one customer of the file."""
    found = shop.services.search.people("Patel")
    return found[0].id if found else shop.customer()


def work_for_ever(path: Path) -> None:
    """Go from visit to visit until killed."""
    tell(f"child {os.getpid()}")
    shop = shop_of(open_file(path, backups=path.parent / "backups", moment=MOMENT))
    while True:
        promise_and_write(shop)


def main() -> None:
    """Fork a child for every line, and wait for its end."""
    with tempfile.TemporaryDirectory() as folder, opened(new_file(Path(folder))) as file:
        promise_and_write(shop_of(file))
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            work_for_ever(Path(line.strip()))
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
