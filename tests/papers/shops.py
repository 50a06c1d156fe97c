# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Three shops to print for: a plain one, one with too much of everything, and a hostile one."""

from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image, ImageDraw

from servicedesk.domain.blocks import (
    Address,
    Bullets,
    Heading,
    Leaflet,
    Logo,
    Panel,
    Paper,
    Paragraph,
    Picture,
    Pledge,
    Poster,
    PosterPromise,
    Signature,
    Table,
    Tone,
)

LONG_NAME = "The Old Bakehouses & Daughters, Tearooms, Cakes and Catering"
HOSTILE = "<b>Bob</b> & “Söns” <img src=x> \U0001f600 \u202eשלום\u202c {name} Łąchowski Đặng Ζωή"
DRAFT = "DRAFT – not published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """All that one shop has printed."""

    key: str
    poster: Poster
    leaflet: Leaflet
    paper: Paper


def _promise(figure, unit, sentence, short, remedy=""):
    return PosterPromise(figure=figure, unit=unit, sentence=sentence, short=short, remedy=remedy)


PROMISES = (
    _promise("4", "hours while we are open",
             "We will ring you back within 4 hours of a missed call.",
             "Missed calls rung back within 4 hours",
             "If we do not, we will say sorry and give you a named person to speak to."),
    _promise("2", "days", "We will answer your e-mail within 2 days.",
             "E-mails answered within 2 days",
             "If we need longer, we will tell you when you will hear."),
    _promise("3", "days", "We will tell you within 3 days when your special order will come.",
             "A date for special orders within 3 days",
             "If it slips, you choose: wait, swap, or your money back the same day."),
    _promise("10", "days", "We will answer a complaint within 10 days, with reasons.",
             "Complaints answered within 10 days, with reasons",
             "We tell you we have it within 2. Ask for Ruth Hollins, or Tom when she is away."),
    _promise("15:00", "the same day", "Order by 15:00 and we will have it ready the same day.",
             "Order by 15:00, ready the same day",
             "If it is not ready, we bring it to you free the next morning."),
    _promise("", "every time", "We will tell you the price before we start any work.",
             "The price before any work starts",
             "If we did not, you pay nothing for that work."),
    _promise("30", "minutes", "We will see you within 30 minutes of your time.",
             "Seen within 30 minutes of your time",
             "If we are later, we take £5 off without being asked."),
    _promise("24 hours", "a day", "We will answer an emergency call at any hour of the day.",
             "Emergency calls answered day and night",
             "If nobody answers, ring the number on the door."),
    _promise("£20", "if we miss it", "We will pay you £20 if we miss a morning or an afternoon.",
             "£20 to you if we miss a visit",
             "You need not ask: it comes off the bill."),
    _promise("9 in 10", "orders", "We will get 9 in 10 orders right first time.",
             "9 in 10 orders right first time",
             "If yours is wrong, we fetch it and bring the right one."),
    _promise("12", "months", "We will put our work right for 12 months.",
             "Our work put right for 12 months",
             "This comes on top of your legal rights."),
    _promise("1–2", "weeks", "We will finish a repair in 1 to 2 weeks.",
             "Repairs finished in 1 to 2 weeks",
             "If a part is late, we lend you one of ours."),
)  # fmt: skip

PANELS = (
    Panel(title="How to reach us", lines=(
        "01632 960 123 · counter@hollins.example",
        "18 Bridge Street, Todmorden OL14 5AX",
        "Monday to Saturday, 8.00 to 17.30")),
    Panel(title="Making it easier for you", lines=(
        "Large print, a chair at the counter, a quiet first hour on Tuesdays, orders carried to "
        "your car.",)),
    Panel(title="How we are doing", lines=(
        "We start counting on 1 December 2026.", "First results on this wall in March 2027.")),
    Panel(title="If something is wrong", lines=(
        "Tell anyone here, or take a form from the counter. This does not affect your legal "
        "rights.",)),
)  # fmt: skip

AIM = "Straight answers, fair prices, and if we get it wrong we put it right without a fuss."
FOOTER = (
    "Version 3 · in force from 1 December 2026 · review by December 2027 · “days” are days we "
    "are open"
)


def logo(width: int, height: int) -> Logo:
    """A made-up mark of a size in pixels, on nothing."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0, 0, width - 1, height - 1), min(width, height) // 4, "#C4501E")
    middle = (width // 2, height // 2)
    reach = min(width, height) // 4
    pen.ellipse(
        (middle[0] - reach, middle[1] - reach, middle[0] + reach, middle[1] + reach), "#FFF"
    )
    target = BytesIO()
    image.save(target, "PNG")
    return Logo(png=target.getvalue(), width=width, height=height)


def poster(
    count: int = 4, name: str = "Hollins Hardware", mark: str = "", **changes: object
) -> Poster:
    """A poster with so many promises; any other field may be changed."""
    made = Poster(
        language="en-GB",
        title=f"Our promise to you, {name}",
        business=name,
        masthead=f"{name} · Todmorden · since 1987",
        heading="Our promise to you",
        aim=AIM,
        promises=PROMISES[:count],
        panels=PANELS,
        footer=FOOTER,
        signed="Ruth Hollins, owner",
        mark=mark,
    )
    return replace(made, **changes)


def _sections(promises: int) -> tuple:
    chosen = PROMISES[:promises]
    half = (len(chosen) + 1) // 2
    pledges = [Pledge(sentence=one.sentence, details=(one.remedy,)) for one in chosen]
    return (
        (
            Heading(text="What you can count on"),
            Paragraph(text="These are the times we keep. Days are days we are open."),
            *pledges[:half],
        ),
        (Heading(text="And when we work for you"), *pledges[half:]),
        (
            Heading(text="If something is not right"),
            Paragraph(text="Tell anyone here, in any way you like. It costs you nothing."),
            Bullets(items=(
                "We write it down and tell you that we have it within 2 days.",
                "Ruth Hollins looks into it and answers within 10 days, with reasons.",
                "If you do not agree, ask Tom Hollins to look again.",
            )),
        ),
        (
            Heading(text="Making it easier for you"),
            Bullets(items=(
                "This leaflet in large print, or read aloud.",
                "A chair at the counter and a quiet first hour on Tuesdays.",
                "Orders carried to your car.",
            )),
        ),
        (
            Heading(text="What we ask of you"),
            Bullets(items=("Tell us early if you cannot come.", "Keep your receipt.")),
        ),
    )  # fmt: skip


def leaflet(promises: int = 6, name: str = "Hollins Hardware", **changes: object) -> Leaflet:
    """A leaflet with so many promises; any other field may be changed."""
    made = Leaflet(
        language="en-GB",
        title=f"Our promise to you, leaflet, {name}",
        business=name,
        masthead=f"{name} · Todmorden · since 1987",
        heading="Our promise to you",
        aim=AIM,
        sections=_sections(promises),
        back=(
            Heading(text="How to reach us"),
            Address(lines=(name, "18 Bridge Street", "Todmorden OL14 5AX")),
            Paragraph(text="01632 960 123\ncounter@hollins.example"),
            Table(caption="When we are open", rows=(
                ("Monday to Saturday", "8.00 to 17.30"), ("Sunday", "closed"))),
            Heading(text="How we are doing"),
            Paragraph(text="We start counting on 1 December 2026. First results: March 2027."),
        ),
        footer=FOOTER,
    )  # fmt: skip
    return replace(made, **changes)


def paper(promises: int = 6, name: str = "Hollins Hardware", **changes: object) -> Paper:
    """A full text with every kind of block; any other field may be changed."""
    blocks = [
        Heading(text="Our promise to you", level=1),
        Paragraph(text=AIM, tone=Tone.LEAD),
        *(block for section in _sections(promises) for block in section),
        Heading(text="Every promise at a glance"),
        Table(
            caption="Every promise with its time and what happens if we miss it",
            head=("What", "How fast", "If we miss it"),
            rows=tuple(
                (one.short, f"{one.figure} {one.unit}".strip(), one.remedy)
                for one in PROMISES[:promises]
            ),
        ),
        Heading(text="How to reach us"),
        Address(lines=(name, "18 Bridge Street", "Todmorden OL14 5AX")),
        Heading(text="By telephone", level=3),
        Paragraph(text="01632 960 123, Monday to Saturday, 8.00 to 17.30.", tone=Tone.STRONG),
        Picture(png=logo(400, 200).png, alt="Our mark: a white ring on red", width_mm=40),
        Paragraph(text="This does not affect your legal rights.", tone=Tone.SMALL),
        Signature(name="Ruth Hollins", role="Owner, 1 December 2026"),
    ]
    made = Paper(
        title=f"Our promise to you, full text, {name}",
        language="en-GB",
        author=name,
        blocks=tuple(blocks),
        footer=FOOTER,
    )
    return replace(made, **changes)


def hostile_shop() -> Shop:
    """Markup, quotes, letters no font has, right-to-left words, and texts without end."""
    long = f"{HOSTILE} " * 8
    unbroken = "Donaudampfschifffahrt" * 12
    promises = tuple(
        replace(one, sentence=f"{one.sentence} {HOSTILE}", short=f"{one.short} {HOSTILE}")
        for one in PROMISES[:5]
    )
    odd = _promise("1,000,000", unbroken[:60], unbroken, unbroken[:80], long)
    lines = Panel(title=HOSTILE, lines=(long, unbroken))
    blocks = (
        Heading(text=HOSTILE, level=1),
        Heading(text=unbroken, level=3),
        Paragraph(text=long * 20),
        Bullets(items=(long, unbroken, "")),
        Pledge(sentence=long * 6, details=(long * 20, unbroken)),
        Table(caption=HOSTILE, head=(HOSTILE, "b"), rows=((long * 12, "x"), (unbroken, ""), ())),
        Table(caption="none"),
        Address(lines=(long, unbroken)),
        Signature(name=long, role=unbroken),
    )
    return Shop(
        key="hostile",
        poster=poster(
            4, long, heading=HOSTILE, aim=long, promises=(*promises, odd), panels=(lines,) * 4,
            registrations=long, footer=long, signed=HOSTILE, logo=logo(60, 900),
        ),
        leaflet=leaflet(
            4, long, heading=HOSTILE, aim=long, sections=(blocks,), back=blocks, footer=long,
            logo=logo(900, 60),
        ),
        paper=paper(4, long, blocks=blocks, footer=long, mark=HOSTILE),
    )  # fmt: skip
