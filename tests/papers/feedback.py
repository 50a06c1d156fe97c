# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers that hang on the wall with results: a usual shop, a new one, and a hostile one."""

from collections.abc import Iterator
from datetime import date

from servicedesk.documents.comment_cards import comment_cards_pdf
from servicedesk.documents.fonts import Faces
from servicedesk.documents.said_done import said_done_pdf
from servicedesk.documents.survey_sheet import survey_sheet_pdf
from servicedesk.documents.wall import wall_pdf
from servicedesk.domain.blocks import Logo, Panel, PaperSize, Printed
from servicedesk.domain.charters_live import Count, LivePage, Source, StandardResult, Standing
from servicedesk.domain.charters_live_papers import wall_page as live_wall_page
from servicedesk.domain.feedback_rules import Asked
from servicedesk.domain.letters import Voice
from servicedesk.domain.papers_feedback import Imprint, SaidDone, SaidPair
from servicedesk.domain.papers_feedback_making import AskingPapers, PaperSender
from servicedesk.domain.papers_wall import WallPage, WallResult
from servicedesk.domain.periods import Period
from servicedesk.domain.standards import MeasuredBy
from tests.helpers.builders import charter_source, promise
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE, LONG_NAME, logo

_DAYS = Period(first=date(2026, 9, 1), last=date(2026, 12, 15))
_WEEK = (date(2026, 12, 7), date(2026, 12, 12))
WALLS = (PaperSize.A3, PaperSize.A4, PaperSize.LETTER)


def _result(
    line: str,
    figure: str,
    unit: str,
    base: str,
    note: str = "",
    standing: Standing = Standing.KEPT,
) -> WallResult:
    return WallResult(line=line, figure=figure, unit=unit, base=base, note=note, standing=standing)


RESULTS = (
    _result("Missed calls rung back within 4 hours", "92 %", "answered in time",
            "of the 50 calls, messages and promises we wrote down"),
    _result("E-mails answered within 2 days", "92 %", "answered in time",
            "of the 52 calls, messages and promises we wrote down",
            "of which 6 had their date moved by agreement"),
    _result("A date for special orders within 3 days", "3 of 4", "too few to say",
            "of the 4 promises we wrote down", standing=Standing.FEW),
    _result("Complaints answered within 10 days, with reasons", "67 %",
            "answered in time, early sign", "of the 9 complaints we wrote down",
            standing=Standing.MISSED),
    _result("Seen within 30 minutes of your time", "41 of 46", "in time",
            "of the 46 counted in the sample week, 7 to 12 December 2026"),
    _result("The price before any work starts", "", "not measured",
            "We promise it, and do not count it. Tell us if we miss it.",
            standing=Standing.NOT_MEASURED),
    _result("Emergency calls answered day and night", "", "none yet",
            "Not counted in these days.", standing=Standing.NONE_YET),
    _result("£20 to you if we miss a visit", "100 %", "as promised, early sign",
            "of the 10 jobs checked, 22 November 2026"),
    _result("9 in 10 orders right first time", "1204 of 1311", "in time",
            "of the 1311 counted in the sample week, 7 to 12 December 2026"),
    _result("Parcels sent the day you order", "100 %", "kept",
            "of the 38 promises we wrote down"),
    _result("A quiet hour on Tuesdays", "100 %", "kept, early sign",
            "of the 12 promises we wrote down"),
    _result("Your money back within 5 days", "88 %", "paid in time, early sign",
            "of the 8 refunds we wrote down", "of which 1 had its date moved by agreement",
            standing=Standing.MISSED),
)  # fmt: skip

PANELS = (
    Panel(
        title="What we do about what we missed",
        lines=("Three complaints waited for a part. We now order parts the day you tell us.",),
    ),
    Panel(
        title="If something is wrong",
        lines=("Tell anyone here, or take a form from the counter.",),
    ),
)


def wall_page(count: int, name: str = "Hollins Hardware", **changes: object) -> WallPage:
    """A wall page with so many results."""
    fields: dict[str, object] = {
        "imprint": Imprint(title=f"How we are doing, {name}", language="en-GB", business=name),
        "masthead": f"{name} · Todmorden · since 1987",
        "heading": "How we are doing against our charter",
        "period": "1 September to 30 November 2026",
        "results": RESULTS[:count],
        "panels": PANELS,
        "footer": "Version 3 of our charter, in force from 1 December 2025 · “days” are days we "
        "are open",
        "next_results": "Next results in March 2027",
    }
    return WallPage(**{**fields, **changes})


def new_wall_page() -> WallPage:
    """A shop after its first month, with ten records among four standards."""
    few = (
        _result("Missed calls rung back within 4 hours", "83 %",
                "answered in time, early sign",
                "of the 6 calls, messages and promises we wrote down",
                standing=Standing.MISSED),
        _result("E-mails answered within 2 days", "3 of 3", "too few to say",
                "of the 3 calls, messages and promises we wrote down", standing=Standing.FEW),
        _result("Complaints answered within 10 days", "1 of 1", "too few to say",
                "of the 1 complaint we wrote down", standing=Standing.FEW),
        _result("The price before any work starts", "", "none yet",
                "Not counted in these days.",
                standing=Standing.NONE_YET),
    )  # fmt: skip
    doing = Panel(
        title="We have only just begun to count",
        lines=("Ten things written down in a month say little yet. We go on counting.",),
    )
    return wall_page(4, results=few, panels=(doing, PANELS[1]))


def built_wall_page() -> WallPage:
    """A page as the program makes it, with every way of counting and one of each kind of gap."""
    ways = (
        (Source.CONTACTS, Count(kept=47, late=5)),
        (Source.PROMISES, Count(kept=12, revised=2)),
        (Source.SAMPLE_WEEK, Count(kept=41, broken=5, taken_from=_WEEK[0], taken_on=_WEEK[1])),
        (Source.DECIDED, Count(kept=3, late=1)),
        (Source.JOB_CHECK, Count()),
        (Source.NOTHING, Count()),
    )
    page = LivePage(
        period=_DAYS,
        number=3,
        first=_DAYS.first,
        results=tuple(
            StandardResult(
                standard=promise(f"s{at}", title=RESULTS[at].line),
                number=3,
                charter_version_id=1,
                period=_DAYS,
                measured_by=MeasuredBy.NONE if source is Source.NOTHING else MeasuredBy.RECORDS,
                count=count,
                source=source,
            )
            for at, (source, count) in enumerate(ways)
        ),
    )
    return live_wall_page(charter_source(), page)


def hostile_wall_page(count: int, mark: Logo | None = None) -> WallPage:
    """Markup, letters no font has and texts without end in every place."""
    long = f"{HOSTILE} " * 8
    unbroken = "Donaudampfschifffahrt" * 12

    def hard(one: WallResult) -> WallResult:
        line, base = f"{one.line} {HOSTILE}", f"{one.base} {HOSTILE}"
        return _result(line, HOSTILE[:12], one.unit, base)

    odd = _result(unbroken, "1,000,000 of 1,000,000,000", long, long, unbroken)
    return wall_page(
        count,
        long,
        heading=HOSTILE,
        period=long,
        results=(*(hard(one) for one in RESULTS[: count - 1]), odd),
        panels=(Panel(title=HOSTILE, lines=(long, unbroken)),) * 4,
        footer=long,
        next_results=HOSTILE,
        logo=mark,
    )


PAIRS = (
    SaidPair(
        said="The door is too heavy to open with a pushchair.",
        done="We fitted a door that opens by itself in October.",
    ),
    SaidPair(
        said="I never know whether my order has come.",
        done="We send you a text on the day it comes in.",
    ),
    SaidPair(said="Could you open earlier on Saturdays?", done="We open at 7.30 on Saturdays."),
    SaidPair(
        said="Please stock paint without a smell.",
        done="Two makes of it stand on the second shelf, and we mix it in any colour.",
    ),
    SaidPair(said="Nobody answers at lunchtime.", done="Tom takes the telephone from 12 to 2."),
    SaidPair(
        said="Deliver to Hebden Bridge too.",
        done="Not yet: one van does not reach that far. We look at it again in spring.",
    ),
)


def said_done(count: int, name: str = "Hollins Hardware", **changes: object) -> SaidDone:
    """A poster with so many pairs."""
    fields: dict[str, object] = {
        "imprint": Imprint(title=f"You said, we did, {name}", language="en-GB", business=name),
        "masthead": f"{name} · Todmorden",
        "heading": "You said, we did",
        "intro": "Every comment is read here. This is what came of some of them.",
        "said": "You said",
        "done": "We did",
        "pairs": PAIRS[:count],
        "panels": (
            Panel(
                title="Tell us more",
                lines=("Take a card from the counter, or tell anyone here.",),
            ),
            Panel(
                title="How to reach us",
                lines=("01632 960123 · counter@hollins.example", "18 Bridge Street, Todmorden"),
            ),
        ),
        "footer": "Printed on 22 November 2026",
        "closing": "Thank you",
    }
    return SaidDone(**{**fields, **changes})


def hostile_said_done(count: int) -> SaidDone:
    """Markup and texts without end in every place."""
    long = f"{HOSTILE} " * 8
    pair = SaidPair(said=long, done="Donaudampfschifffahrt" * 12)
    return said_done(
        count, long, heading=HOSTILE, intro=long, pairs=(pair,) * count, footer=long, closing=long
    )


def every_wall(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of wall pages and of "You said, we did"."""
    for size in WALLS:
        yield f"wall-{size}", wall_pdf(wall_page(6), size, faces)
        yield f"said-done-{size}", said_done_pdf(said_done(4), size, faces)
    yield "wall-built", wall_pdf(built_wall_page(), PaperSize.A4, faces)
    yield "wall-new", wall_pdf(new_wall_page(), PaperSize.A4, faces)
    wide = wall_page(6, LONG_NAME, logo=logo(900, 300), mark="DRAFT – not published")
    yield "wall-inset", wall_pdf(wide, PaperSize.LETTER, faces, bleed=False)
    for count in (3, 7, 12):
        yield f"wall-{count}", wall_pdf(wall_page(count), PaperSize.A4, faces)
    yield "wall-hostile", wall_pdf(hostile_wall_page(6, logo(60, 900)), PaperSize.A4, faces)
    for count in (1, 6):
        yield f"said-done-{count}", said_done_pdf(said_done(count), PaperSize.A4, faces)
    yield "said-done-hostile", said_done_pdf(hostile_said_done(6), PaperSize.A4, faces)


SENDER = PaperSender(
    business="Hollins Hardware",
    voice=Voice.WE,
    place="Todmorden",
    contact=("01632 960123 · counter@hollins.example", "18 Bridge Street, Todmorden"),
    address="https://hollins.example/feedback",
)
ONE = PaperSender(business="Jo Marsh, plumber", voice=Voice.ONE)
HARD = PaperSender(
    business=f"{LONG_NAME} {HOSTILE}",
    voice=Voice.WE,
    address="https://example.example/" + "a-very-long-name-of-a-page" * 6,
)
EVERYTHING = Asked(recommendation=True, effort=True, elements=True, handling=True)
SENDERS = {"usual": SENDER, "one": ONE, "hard": HARD}
ASKED = {"few": Asked(), "all": EVERYTHING}


def asking(sender: PaperSender = SENDER) -> AskingPapers:
    """What makes the papers of a business."""
    return AskingPapers(sender, real_words())


def every_asking(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of comment cards and survey sheets."""
    words = real_words()
    for name, sender in SENDERS.items():
        for many, asked in ASKED.items():
            card, sheet = asking(sender).comment_card(asked), asking(sender).survey_sheet(asked)
            for size in (PaperSize.A4, PaperSize.LETTER):
                yield f"cards-{name}-{many}-{size}", comment_cards_pdf(card, size, faces)
                made = survey_sheet_pdf(sheet, size, faces, words)
                yield f"survey-{name}-{many}-{size}", made
            made = survey_sheet_pdf(sheet, PaperSize.A4, faces, words, large=True)
            yield f"survey-{name}-{many}-large", made


def every_paper_of_feedback(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of everything that asks customers or hangs on the wall."""
    yield from every_wall(faces)
    yield from every_asking(faces)
