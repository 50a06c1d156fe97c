# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A letter as it is printed: the head of the business, the window, the words, the name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from servicedesk.domain.blocks import (
    Blank,
    Block,
    Bullets,
    Cut,
    Heading,
    Logo,
    Paragraph,
    Signature,
    Steps,
    Tick,
)
from servicedesk.domain.customers_names import greeting
from servicedesk.domain.letters import Part, PartKind, Voice
from servicedesk.domain.letters_fields import VOICES
from servicedesk.domain.letters_fields_complaints import COMPLAINT_REF
from servicedesk.domain.letters_filling import CLOSE, from_text
from servicedesk.domain.phrases import Phrases

_BUSINESS = ("business.address", "business.phone", "business.email", "business.website")

_LINES = {
    PartKind.BULLET: "- {}",
    PartKind.BLANK: "{}\n____________________",
    PartKind.STEPS: "{}\n1   2   3   4   5",
    PartKind.TICK: "[ ] {}",
    PartKind.CUT: "--------------------\n{}",
}
"""How what is no running text stands in an e-mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPaper:
    """All that one letter says, in reading order.

    Args:
        title: of the document.
        language: as HTML and PDF name it.
        business: trading name.
        contact: lines beside it: address, phone, e-mail.
        legal: lines at the foot of the first page: registrations and what the law asks for.
        address: of the customer, line by line, for the window of the envelope.
        day: "2 October 2026".
        reference: "Our reference: L-2026-0003"; may be empty.
        about: "Your complaint: C-2026-0014"; empty for none.
        blocks: from the salutation to the signature.
        mark: the draft mark; empty for none.
        logo: or None.
        made_at: the moment at which it was put together, as the file of the paper says; or None.
    """

    title: str
    language: str
    business: str
    contact: tuple[str, ...]
    legal: tuple[str, ...]
    address: tuple[str, ...]
    day: str
    reference: str
    blocks: tuple[Block, ...]
    about: str = ""
    mark: str = ""
    logo: Logo | None = None
    made_at: datetime | None = None


def letter_paper(
    parts: Iterable[Part],
    printed: Mapping[str, str],
    phrases: Phrases,
    *,
    title: str,
    logo: Logo | None,
    is_draft: bool,
    signature: Logo | None = None,
    made_at: datetime | None = None,
) -> LetterPaper:
    """Put a filled letter together; what is to be cut off stands below the name.

    Args:
        parts: filled.
        printed: every value, for what stands around the words.
        phrases: ``letter.*``.
        title: of the template.
        logo: of the business, or None.
        is_draft: it has not been issued.
        signature: a picture of it, or None to leave the space to sign by hand.
        made_at: now.
    """
    words, slip = (_blocks(one) for one in parted(parts))
    name = printed.get("customer.name", "")
    lines = [*printed.get("customer.address_block", "").splitlines()]
    reference = printed.get("our_ref", "")
    complaint = printed.get(COMPLAINT_REF, "")
    contact = (line for key in _BUSINESS for line in printed.get(key, "").splitlines())
    legal = printed.get("business.reg_lines", "").splitlines()
    return LetterPaper(
        title=phrases.say("letter.document", title=title, name=name) if name else title,
        language=phrases.say("letter.language"),
        business=printed.get("business.name", ""),
        contact=_said(contact),
        legal=_said(legal),
        address=_said([name, *(line for line in lines if line.strip() != name)]),
        day=printed.get("today", ""),
        reference=phrases.say("letter.reference", ref=reference) if reference else "",
        about=phrases.say("letter.about_complaint", ref=complaint) if complaint else "",
        blocks=(*_opening(printed, phrases), *words, *_ending(printed, phrases, signature), *slip),
        mark=phrases.say("letter.mark") if is_draft else "",
        logo=logo,
        made_at=made_at,
    )


def email_text(body: str, printed: Mapping[str, str], phrases: Phrases) -> str:
    """A letter as the text of an e-mail: the line over it first, then as it stands on paper.

    What is to be cut off stands below the name here too, as plain lines to write on.

    Args:
        body: of the letter, the line over it as its first paragraph.
        printed: every value, as it was printed.
        phrases: ``letter.*``.
    """
    subject, _, words = body.partition("\n\n")
    letter, slip = parted(from_text(words))
    blocks = [*_opening(printed, phrases), Paragraph(text=_plain(letter))]
    blocks += _ending(printed, phrases)
    signed = [printed.get(key, "") for key in ("signatory", "business.name", *_BUSINESS)]
    parts = [
        phrases.say("letter.email_subject", subject=subject),
        *(block.text for block in blocks if isinstance(block, Paragraph)),
        "\n".join(_said(signed)),
        _plain(slip),
    ]
    return "\n\n".join(part for part in parts if part)


def parted(parts: Iterable[Part]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """What stands above the name, and what is to be cut off below it; that may be nothing."""
    whole = tuple(parts)
    kinds = [part.kind for part in whole]
    cut = kinds.index(PartKind.CUT) if PartKind.CUT in kinds else len(whole)
    return whole[:cut], whole[cut:]


def _plain(parts: Iterable[Part]) -> str:
    """Words as an e-mail shows them, without any sign that only we know."""
    said = ""
    before: PartKind | None = None
    for part in parts:
        between = "\n" if part.kind is before and before in CLOSE else "\n\n"
        said += f"{between if said else ''}{_LINES.get(part.kind, '{}').format(part.text)}"
        before = part.kind
    return said


def _said(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())


def _opening(printed: Mapping[str, str], phrases: Phrases) -> tuple[Block, ...]:
    name = _greeted(printed)
    text = phrases.say("letter.dear", name=name) if name else phrases.say("letter.dear_nobody")
    return (Paragraph(text=text),)


def _greeted(printed: Mapping[str, str]) -> str:
    return printed.get("customer.salutation", "") or greeting(printed.get("customer.name", ""))


def _ending(
    printed: Mapping[str, str], phrases: Phrases, signature: Logo | None = None
) -> tuple[Block, ...]:
    stand_in = printed.get("stand_in", "")
    made: list[Block] = []
    if stand_in and printed.get("business.phone"):
        us = printed.get("us", VOICES[Voice.WE]["us"])
        made.append(Paragraph(text=phrases.say("letter.stand_in", name=stand_in, us=us)))
    is_unnamed = _greeted(printed).casefold() in phrases.say("letter.unnamed").split("\n")
    closing = "letter.closing_unnamed" if is_unnamed else "letter.closing"
    made.append(Paragraph(text=phrases.say(closing)))
    signed = printed.get("signatory", "")
    if signed:
        made.append(
            Signature(name=signed, role=printed.get("business.name", ""), picture=signature)
        )
    return tuple(made)


def _blocks(parts: Iterable[Part]) -> tuple[Block, ...]:
    """The words of a letter; items that follow one another are one list."""
    made: list[Block] = []
    items: list[str] = []
    for part in parts:
        if part.kind is PartKind.BULLET:
            items.append(part.text)
            continue
        if items:
            made.append(Bullets(items=tuple(items)))
            items = []
        made.append(_block(part))
    if items:
        made.append(Bullets(items=tuple(items)))
    return tuple(made)


def _block(part: Part) -> Block:
    match part.kind:
        case PartKind.PARAGRAPH:
            return Paragraph(text=part.text)
        case PartKind.BLANK:
            return Blank(label=part.text)
        case PartKind.STEPS:
            return Steps(question=part.text)
        case PartKind.TICK:
            return Tick(label=part.text)
        case PartKind.CUT:
            return Cut(text=part.text)
        case _:
            return Heading(text=part.text, level=2 if part.kind is PartKind.SUBJECT else 3)
