# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an import would change about customers who are there: who, which answer, from what to what.

It is shown before anything is kept, so that nobody is surprised afterwards.
"""

from collections.abc import Iterable, Iterator, Mapping

from servicedesk.domain.customers import CustomerDraft, ReachKind
from servicedesk.domain.customers_addresses import address_text
from servicedesk.domain.importing import Changed, Fate, Meaning
from servicedesk.domain.importing_plan import Action

CHANGES_MOST = 200
"""Changes that are listed; of more there is the number."""


def listed(
    actions: Iterable[Action], there: Mapping[int, CustomerDraft], most: int = CHANGES_MOST
) -> tuple[tuple[Changed, ...], int]:
    """What would change about customers who are there.

    Args:
        actions: in the order of the file.
        there: the customers whom rows are about, as they are kept, by number.
        most: how many changes are listed.

    Returns:
        The first of them, and how many there are in all.
    """
    newest = dict(there)
    found: list[Changed] = []
    count = 0
    for action in actions:
        if action.fate is not Fate.UPDATED or action.key not in there:
            continue
        before, newest[action.key] = newest[action.key], action.draft
        for change in _changes(before, action):
            count += 1
            if len(found) < most:
                found.append(change)
    return tuple(found), count


def _changes(before: CustomerDraft, action: Action) -> Iterator[Changed]:
    olds, news = _answers(before), _answers(action.draft)
    who = before.name or next((reach.shown for reach in before.reaches), "")
    for what, new in news.items():
        old = olds[what]
        gone = "; ".join(one for one in old if one and one not in new)
        come = "; ".join(one for one in new if one and one not in old)
        if gone or come:
            yield Changed(key=action.key, line=action.line, who=who, what=what, old=gone, new=come)


def _answers(draft: CustomerDraft) -> dict[Meaning, tuple[str, ...]]:
    """What a customer's record says of each sort of answer; what stays is not said again."""
    phones, emails = (
        tuple(reach.shown for reach in draft.reaches if reach.kind is kind)
        for kind in (ReachKind.PHONE, ReachKind.EMAIL)
    )
    since = draft.first_visit_on
    return {
        Meaning.NAME: (draft.name,),
        Meaning.ASK_FOR: (draft.ask_for,),
        Meaning.PHONE: phones,
        Meaning.EMAIL: emails,
        Meaning.ADDRESS: tuple(address_text(one).replace("\n", ", ") for one in draft.addresses),
        Meaning.TAGS: draft.tags,
        Meaning.HEARD_FROM: (draft.heard_from,),
        Meaning.REMEMBER: (draft.remember,),
        Meaning.NOTES: (" ".join(draft.notes.split()),),
        Meaning.SINCE: ("" if since is None else since.isoformat(),),
        Meaning.OWN: tuple(value for _, value in sorted(draft.own.items())),
    }
