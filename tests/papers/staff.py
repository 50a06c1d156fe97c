# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The briefing sheet: little to say, all there can be, hostile words, and large print."""

from collections.abc import Iterator
from datetime import date, timedelta

from servicedesk.documents.briefing_sheet import briefing_sheet_pdf
from servicedesk.documents.fonts import Faces
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.between_us import (
    BetweenCard,
    BetweenDraft,
    Within,
    between_standard,
    checked_between,
)
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.people import PersonCard, Role
from servicedesk.domain.staff import Praise, staff_view
from servicedesk.domain.staff_papers import ROOMS, Briefing, briefing_sheet, flowing
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE, LONG_NAME, PROMISES

TODAY = date(2026, 11, 23)
RUTH = PersonCard(id=1, name="Ruth Hollins", role=Role.OWNER)
TOM = PersonCard(id=2, name="Tom Hollins", role=Role.STAND_IN, limit_pence=10_000)
SAM = PersonCard(id=3, name="Sam Ogden", role=Role.STAFF, limit_pence=0)
CROWD = tuple(
    PersonCard(id=place, name=f"Helper {place} of the shop", role=Role.STAFF, limit_pence=2_550)
    for place in range(4, 10)
)
AGREED = (
    BetweenDraft(
        asks="the counter",
        what="say whether a part is in stock",
        number=1,
        counted=Within.OPENING_HOURS,
    ),
    BetweenDraft(what="leave the van swept and fuelled"),
    BetweenDraft(asks="each other", what="answer a note in the book", number=1),
    BetweenDraft(asks="whoever closes", what="count the till with them", number=10,
                 counted=Within.MINUTES),
    BetweenDraft(what="tell the others before we promise their time"),
)  # fmt: skip
SAID = (
    "Tom carried the slabs to the boot and would not hear of thanks. You can tell he likes his "
    "work.",
    "Sam found the hinge that the whole second act hangs on.",
)


def _between(draft: BetweenDraft, place: int) -> BetweenCard:
    tidy = checked_between(draft)
    standard = between_standard(tidy, f"between_us_{place}", real_words())
    return BetweenCard(id=place, draft=tidy, standard=standard)


def briefing(
    people: tuple[PersonCard, ...] = (RUTH, TOM, SAM),
    promises: int = 7,
    agreed: tuple[BetweenDraft, ...] = AGREED[:3],
    said: tuple[str, ...] = SAID,
    business: str = "Hollins Hardware",
) -> Briefing:
    """What a sheet is made of."""
    praise = tuple(
        Praise(
            feedback_id=place,
            ref=f"F-2026-{place:04}",
            given_on=TODAY - timedelta(days=place),
            text=text,
            staff=people[1].name,
        )
        for place, text in enumerate(said, 1)
    )
    view = staff_view(
        {one.id: one for one in people},
        (),
        3 if promises else None,
        praise=praise,
        between=tuple(_between(one, place) for place, one in enumerate(agreed, 1)),
    )
    sentences = tuple(one.sentence for one in PROMISES[:promises])
    return Briefing(business=business, today=TODAY, view=view, promises=sentences)


def every_paper_of_staff(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of every briefing sheet."""
    words = real_words()
    hard = f"{HOSTILE} " * 3
    made = {
        "shop": briefing(),
        "little": briefing((RUTH, TOM), 0, (), ()),
        "much": briefing((RUTH, TOM, SAM, *CROWD), 12, AGREED, SAID * 3, LONG_NAME),
        "hostile": briefing(
            agreed=(BetweenDraft(asks=HOSTILE[:40], what=HOSTILE[:120]),),
            said=(hard,),
            business=HOSTILE,
        ),
    }
    for name, one in made.items():
        for size in (PaperSize.A4, PaperSize.LETTER):
            fitted = (
                briefing_sheet_pdf(briefing_sheet(one, words, room), size, faces) for room in ROOMS
            )
            found = next((paper for paper in fitted if paper is not None), None)
            if found is None:
                raise AssertionError(f"the sheet {name} has no room on {size}")
            yield f"briefing-{name}-{size}", found
    paper = flowing(briefing_sheet(made["shop"], words))
    yield "briefing-large", text_pdf(paper, PaperSize.A4, faces, words, large=True)
