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
    PosterPromise,
    Signature,
    Table,
    Tone,
)
from servicedesk.domain.charters_text import (
    CharterSource,
    business_name,
    contact_lines,
    day_kind,
    day_words,
    edition_line,
    gap,
    is_read,
    outside_help,
    page_standards,
    poster_standards,
    printed_pages,
    printed_standards,
    question_blocks,
    registration_line,
    results_lines,
    signed,
    stated,
)
from servicedesk.domain.guides import Page
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_sentences import figure, remedy_line, short_line


def poster(source: CharterSource) -> Poster:
    """The poster for the wall: promises first, then four boxes and who answers for it."""
    name, role = signed(source)
    return Poster(
        language=source.say("language"),
        title=_title(source),
        business=business_name(source),
        masthead=_masthead(source),
        heading=source.say("heading"),
        aim=_poster_aim(source),
        promises=tuple(_promise(source, standard) for standard in poster_standards(source.draft)),
        panels=(
            Panel(title=source.say("panel.reach"), lines=contact_lines(source)),
            _second_panel(source),
            Panel(title=source.say("panel.doing"), lines=results_lines(source)),
            Panel(title=source.say("panel.wrong"), lines=_wrong_lines(source)),
        ),
        footer=f"{edition_line(source)} · {day_words(source)}",
        signed=", ".join(part for part in (name, role) if part),
        registrations=registration_line(source),
        mark=source.say("draft_mark") if source.poster_is_draft else "",
        logo=source.draft.logo,
    )


def leaflet(source: CharterSource) -> Leaflet:
    """The leaflet, folded in three: the whole charter inside, how to reach us on the back."""
    sections = []
    for page in printed_pages(source):
        if page.id not in ("who_we_are", "reach_us"):
            blocks = _section(source, page)
            if blocks:
                sections.append((Heading(text=page.heading), *blocks))
    return Leaflet(
        language=source.say("language"),
        title=_title(source),
        business=business_name(source),
        masthead=_masthead(source),
        heading=source.say("heading"),
        aim=gap(source, "aim"),
        sections=tuple(sections),
        back=(
            Heading(text=source.say("panel.reach")),
            *(Paragraph(text=line) for line in contact_lines(source)),
            Heading(text=source.say("panel.doing")),
            *(Paragraph(text=line) for line in results_lines(source)),
            Signature(name=signed(source)[0], role=signed(source)[1]),
        ),
        footer=f"{edition_line(source)} · {day_words(source)}",
        mark=source.say("draft_mark") if source.text_is_draft else "",
        logo=source.draft.logo,
    )


def full_text(source: CharterSource) -> Paper:
    """The whole charter as flowing text, for the full text, large print and web page."""
    blocks: list[Block] = [
        Heading(text=source.say("heading"), level=1),
        Paragraph(text=_masthead(source), tone=Tone.STRONG),
        Paragraph(text=gap(source, "aim"), tone=Tone.LEAD),
    ]
    registrations = registration_line(source)
    if registrations:
        blocks.append(Paragraph(text=registrations, tone=Tone.SMALL))
    for page in printed_pages(source):
        section = _section(source, page)
        if section:
            blocks += [Heading(text=page.heading), *section]
    blocks += [Heading(text=source.say("meaning.heading")), _meanings(source)]
    name, role = signed(source)
    blocks.append(Signature(name=name, role=role))
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


def _masthead(source: CharterSource) -> str:
    parts = [business_name(source), source.text("town")]
    since = source.answer("since_year")
    if since:
        parts.append(source.say("since", year=str(since)))
    return " · ".join(part for part in parts if part)


def _poster_aim(source: CharterSource) -> str:
    """The aim, once its page has been read.

    The short way to a poster does not pass that page, and words that nobody has read are not
    hung on a wall.
    """
    if source.poster_is_draft or is_read(source.draft, "count_on"):
        return gap(source, "aim")
    return ""


def _promise(source: CharterSource, standard: ServiceStandard) -> PosterPromise:
    bare = day_kind(source)
    number, unit = figure(standard, source.phrases, bare_days=bare)
    return PosterPromise(
        figure=number,
        unit=unit,
        sentence=stated(source, standard).main,
        short=short_line(standard),
        remedy=remedy_line(standard, source.phrases, bare_days=bare),
    )


def _second_panel(source: CharterSource) -> Panel:
    """Extra help once the owner has read that page; before that, what happens if we are late."""
    easier = source.text("adjustments")
    if easier and (source.poster_is_draft or is_read(source.draft, "easier")):
        return Panel(title=source.say("panel.easier"), lines=(_one_line(easier),))
    return Panel(title=source.say("panel.late"), lines=(gap(source, "late_text"),))


def _one_line(words: str) -> str:
    """Lines of a list as one sentence: commas between, one full stop at the end."""
    items = [line.strip().rstrip(".;,") for line in words.splitlines() if line.strip()]
    first, *rest = items
    return ", ".join([first, *(item[:1].lower() + item[1:] for item in rest)]) + "."


def _wrong_lines(source: CharterSource) -> tuple[str, ...]:
    lines = [gap(source, "complaint_ways"), _who_to_ask(source)]
    if "legal_rights" in source.law:
        lines.append(source.law["legal_rights"])
    return tuple(line for line in lines if line)


def _who_to_ask(source: CharterSource) -> str:
    person, stand_in = source.text("complaint_person"), source.text("complaint_stand_in")
    if person and stand_in:
        return source.say("ask_for.two", person=person, stand_in=stand_in)
    return source.say("ask_for.one", person=person) if person else ""


def _section(source: CharterSource, page: Page) -> list[Block]:
    blocks = [*page_standards(source, page.id), *question_blocks(source, page)]
    return blocks + [Paragraph(text=words) for words in _added_words(source, page.id) if words]


def _added_words(source: CharterSource, page_id: str) -> list[str]:
    """What the program itself adds to a page: law, records kept, results."""
    law = source.law
    if page_id == "not_right":
        return [law.get("legal_rights", "")]
    if page_id == "complaints":
        return [_who_to_ask(source), outside_help(source), law.get("data_complaint", "")]
    if page_id == "your_information":
        return [source.say("retention_until_removed"), law.get("data_rights", "")]
    if page_id == "we_check":
        return [*results_lines(source), *_asked_before(source)]
    return []


def _asked_before(source: CharterSource) -> list[str]:
    notes = source.text("asked_customers")
    return [source.say("asked" if notes else "not_asked_yet")]


def _meanings(source: CharterSource) -> Table:
    """What "days" means, then each way of measuring with the promises it is used for."""
    titles: dict[str, list[str]] = {}
    for standard in printed_standards(source.draft):
        how = source.say(f"measured_by.{standard.measured_by.value}")
        titles.setdefault(how, []).append(standard.title)
    rows = [(source.say("meaning.days"), day_words(source))]
    rows += [(how, "\n".join(names)) for how, names in titles.items()]
    return Table(caption=source.say("meaning.heading"), rows=tuple(rows))
