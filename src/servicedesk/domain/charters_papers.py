# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a charter: poster, leaflet and full text, laid out of its pieces."""

from servicedesk.domain.blocks import (
    Block,
    Heading,
    Leaflet,
    Panel,
    Paper,
    Paragraph,
    Poster,
    Signature,
    Table,
    Tone,
)
from servicedesk.domain.charters_registrations import registration_line
from servicedesk.domain.charters_sections import REACH_PAGES, reach_section, section
from servicedesk.domain.charters_standards import (
    poster_promise,
    poster_standards,
    printed_standards,
)
from servicedesk.domain.charters_text import (
    CharterSource,
    business_name,
    contact_lines,
    day_meaning,
    day_words,
    edition_line,
    gap,
    is_page_unread,
    lines_of,
    printed_pages,
    results_lines,
    signed,
    who_to_ask,
)


def poster(source: CharterSource) -> Poster:
    """The poster for the wall: promises first, then four boxes and who answers for it."""
    return Poster(
        language=source.say("language"),
        title=_title(source),
        business=business_name(source),
        masthead=masthead(source),
        heading=source.say("heading"),
        aim=_poster_aim(source),
        promises=tuple(poster_promise(source, one) for one in poster_standards(source)),
        panels=(
            Panel(title=source.say("panel.reach"), lines=contact_lines(source)),
            _second_panel(source),
            Panel(title=source.say("panel.doing"), lines=results_lines(source)),
            Panel(title=source.say("panel.wrong"), lines=wrong_lines(source)),
        ),
        footer=f"{edition_line(source)} · {day_words(source)}",
        signed=", ".join(part for part in signed(source) if part),
        registrations=_small_head(source),
        mark=source.say("draft_mark") if source.poster_is_draft else "",
        logo=source.draft.logo,
    )


def leaflet(source: CharterSource) -> Leaflet:
    """The leaflet, folded in three: the whole charter inside, how to reach us on the back."""
    sections = []
    for page in printed_pages(source):
        if page.id not in REACH_PAGES:
            blocks = section(source, page)
            if blocks:
                sections.append((Heading(text=page.heading), *blocks))
    return Leaflet(
        language=source.say("language"),
        title=_title(source),
        business=business_name(source),
        masthead=masthead(source),
        heading=source.say("heading"),
        aim=gap(source, "aim"),
        sections=tuple(sections),
        back=_back(source),
        footer=f"{edition_line(source)} · {day_words(source)}",
        mark=source.say("draft_mark") if source.text_is_draft else "",
        logo=source.draft.logo,
    )


def full_text(source: CharterSource) -> Paper:
    """The whole charter as flowing text, for the full text, large print and web page."""
    blocks: list[Block] = [
        Heading(text=source.say("heading"), level=1),
        Paragraph(text=masthead(source), tone=Tone.STRONG),
        Paragraph(text=gap(source, "aim"), tone=Tone.LEAD),
    ]
    registrations = registration_line(source.draft.answers, source.today)
    if registrations:
        blocks.append(Paragraph(text=registrations, tone=Tone.SMALL))
    reach = reach_section(source, source.say("who_and_reach"))
    if reach:
        blocks += [Heading(text=source.say("who_and_reach")), *reach]
    for page in printed_pages(source):
        said = [] if page.id in REACH_PAGES else section(source, page)
        if said:
            blocks += [Heading(text=page.heading), *said]
    name, role = signed(source)
    if name:
        blocks.append(Signature(name=name, role=role))
    blocks += _meanings(source)
    return Paper(
        title=_title(source),
        language=source.say("language"),
        author=business_name(source),
        blocks=tuple(blocks),
        footer=f"{business_name(source)} · {edition_line(source)}",
        mark=source.say("draft_mark") if source.text_is_draft else "",
    )


def _title(source: CharterSource) -> str:
    return source.say("title", business=business_name(source))


def masthead(source: CharterSource) -> str:
    """The line above the heading of every paper: name, place, since when."""
    parts = [business_name(source), source.text("town")]
    since = source.answer("since_year")
    if since:
        parts.append(source.say("since", year=str(since)))
    return " · ".join(part for part in parts if part)


def _small_head(source: CharterSource) -> str:
    """Legal name and registrations, for the line below the poster's aim."""
    registrations = registration_line(source.draft.answers, source.today)
    return " · ".join(part for part in (source.text("legal_line"), registrations) if part)


def _poster_aim(source: CharterSource) -> str:
    """The aim, once its page has been read.

    The short way to a poster does not pass that page, and words that nobody has read are not
    hung on a wall.
    """
    if source.poster_is_draft:
        return gap(source, "aim")
    return "" if is_page_unread(source, "count_on") else source.text("aim")


def _second_panel(source: CharterSource) -> Panel:
    """Extra help, or what happens if we are late.

    Who waits at home for somebody or something asks first about lateness; who comes to a shop
    asks how easy it is to come there. Help on a page that nobody has read is not hung up.
    """
    easier = lines_of(source.text("adjustments"))
    if easier and not _is_waited_for(source) and not is_page_unread(source, "easier"):
        return Panel(title=source.say("panel.easier"), lines=(" · ".join(easier),))
    return Panel(title=source.say("panel.late"), lines=(gap(source, "late_text"),))


def _is_waited_for(source: CharterSource) -> bool:
    """Whether customers wait for this business: it goes to them, or it sends things."""
    ways = source.answer("how_you_work")
    return isinstance(ways, tuple) and not {"you_go", "you_send"}.isdisjoint(ways)


def wrong_lines(source: CharterSource) -> tuple[str, ...]:
    """What to do if something is not right, for the box at the foot."""
    rights = source.law.get("legal_rights", "")
    lines = (gap(source, "complaint_ways"), who_to_ask(source), rights)
    return tuple(line for line in lines if line)


def _back(source: CharterSource) -> tuple[Block, ...]:
    """The back of the leaflet: who we are and how to reach us, results, who answers for it."""
    name, role = signed(source)
    heading = source.say("panel.reach")
    blocks: list[Block] = [Heading(text=heading), *reach_section(source, heading)]
    blocks.append(Heading(text=source.say("panel.doing")))
    blocks += [Paragraph(text=line) for line in results_lines(source)]
    if name:
        blocks.append(Signature(name=name, role=role))
    registrations = registration_line(source.draft.answers, source.today)
    if registrations:
        blocks.append(Paragraph(text=registrations, tone=Tone.SMALL))
    return tuple(blocks)


def _meanings(source: CharterSource) -> tuple[Block, ...]:
    """What "days" means, then each way of measuring with the promises it is used for."""
    days = source.say("meaning.days_said", meaning=day_meaning(source))
    said = (Heading(text=source.say("meaning.days")), Paragraph(text=days))
    titles: dict[str, list[str]] = {}
    for standard in printed_standards(source):
        how = source.say(f"measured_by.{standard.measured_by.value}")
        titles.setdefault(how, []).append(standard.title)
    if not titles:
        return said
    heading = source.say("meaning.measures")
    rows = tuple((how, "\n".join(names)) for how, names in titles.items())
    return (*said, Heading(text=heading), Table(caption=heading, rows=rows))
