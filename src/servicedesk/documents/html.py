# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The accessible copy: one HTML file, complete in itself, that any reader and any voice can read.

No script, no address outside, everything escaped: ReportLab cannot tag PDFs, so this page is the
one that carries headings, lists, table heads and words for pictures.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape as _escape
from typing import Final

from servicedesk.documents import palette
from servicedesk.documents.fonts import tidy
from servicedesk.domain.blocks import (
    Address,
    Blank,
    Block,
    Bullets,
    Chart,
    Cut,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Pledge,
    Signature,
    Steps,
    Table,
    Tick,
    Tone,
)
from servicedesk.domain.charts import chart_table

_BOX: Final = "[ ]"
"""A box to tick, in signs that every font has."""

_LOOK: Final = f"""
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: {palette.CARD}; color: {palette.INK};
  font: 1.0625rem/1.6 "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }}
header {{ background: {palette.BRAND}; color: {palette.BRAND_INK}; padding: 2rem 0 1.75rem; }}
header p {{ margin: 0; }}
header > div, main, footer {{ max-width: 44rem; margin: 0 auto; }}
header > div, main, footer {{ padding: 0 1.5rem; }}
main {{ padding-top: 1.5rem; }}
h1, h2 {{ font-family: "Noto Serif", Georgia, "Times New Roman", serif; line-height: 1.2; }}
h1 {{ font-size: 2.25rem; margin: .25rem 0 0; }}
h2 {{ font-size: 1.5rem; color: {palette.BRAND}; margin: 2.25rem 0 .5rem; }}
h3 {{ font-size: 1.125rem; margin: 1.5rem 0 .25rem; }}
p, ul, address {{ margin: 0 0 .9rem; }}
address {{ font-style: normal; }}
.lead {{ font-size: 1.25rem; margin-top: 1.5rem; }}
.small {{ font-size: .9375rem; color: {palette.SOFT_INK}; }}
.mark {{ display: inline-block; background: {palette.DUE_SOFT}; color: {palette.DUE};
  font-weight: 700; border-radius: 1rem; padding: .1rem .9rem; margin-bottom: .75rem; }}
.pledge {{ border-left: .25rem solid {palette.BRAND}; padding-left: 1rem; margin: 0 0 1.25rem; }}
.pledge p {{ margin: 0 0 .25rem; }}
table {{ border-collapse: collapse; width: 100%; margin: 0 0 1.5rem; }}
/* The heading above says it to the eye; the caption is for the ear alone. */
caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }}
th, td {{ text-align: left; vertical-align: top; padding: .45rem .6rem;
  border-bottom: 1px solid {palette.FIELD_BORDER}; }}
thead th {{ background: {palette.BRAND_SOFT}; }}
img {{ max-width: 100%; height: auto; }}
.signed {{ border-top: 1px solid {palette.FIELD_BORDER}; margin-top: 3rem; padding-top: .5rem;
  max-width: 20rem; }}
footer {{ border-top: 1px solid {palette.FIELD_BORDER}; margin-top: 2.5rem; }}
footer p {{ padding: 1rem 0 2rem; margin: 0; }}
p, h1, h2, h3, td, th, li, address {{ overflow-wrap: anywhere; }}
@media print {{
  @page {{ margin: 18mm; }}
  body {{ font-size: 11pt; }}
  header {{ background: none; color: {palette.INK}; padding: 0 0 1rem; }}
  header > div, main, footer {{ padding: 0; }}
  h2, h3 {{ break-after: avoid; }}
  .pledge, tr, address, .signed {{ break-inside: avoid; }}
}}
"""


def html_page(paper: Paper) -> bytes:
    """The paper as one HTML page in UTF-8.

    Args:
        paper: its first heading of level 1 becomes the page's only h1; without one the title
            does. A further heading of level 1 is shown as level 2.
    """
    blocks = list(paper.blocks)
    first = next((one for one in blocks if isinstance(one, Heading) and one.level == 1), None)
    if first is not None:
        blocks.remove(first)
    heading = first.text if first is not None else paper.title
    mark = f'<p class="mark">{_text(paper.mark)}</p>' if paper.mark else ""
    footer = f"<footer><p>{_text(paper.footer)}</p></footer>" if paper.footer else ""
    page = (
        "<!DOCTYPE html>\n"
        f'<html lang="{_attribute(paper.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{_attribute(paper.author)}">\n'
        f"<title>{_line(paper.title)}</title>\n<style>{_LOOK}</style>\n</head>\n<body>\n"
        f"<header><div>{mark}<p>{_text(paper.author)}</p>\n<h1>{_text(heading)}</h1></div></header>\n"
        f"<main>\n{''.join(map(_of, _levelled(blocks)))}</main>\n{footer}\n</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with headings that start at level 2 and never skip a level."""
    depth = 1
    for block in blocks:
        if isinstance(block, Heading):
            depth = min(max(block.level, 2), depth + 1, 6)
            yield replace(block, level=depth)
        else:
            yield block


def _of(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_text(block.text)}</h{block.level}>\n"
        case Paragraph():
            return _paragraph(block)
        case Bullets():
            return f"<ul>\n{''.join(f'<li>{_text(item)}</li>' for item in block.items)}\n</ul>\n"
        case Pledge():
            details = "".join(f"<p>{_text(one)}</p>" for one in block.details)
            said = f"<p><strong>{_text(block.sentence)}</strong></p>"
            return f'<div class="pledge">{said}{details}</div>\n'
        case Table():
            return _table(block)
        case Address():
            return f"<address>{'<br>'.join(map(_text, block.lines))}</address>\n"
        case Picture():
            data = b64encode(block.png).decode("ascii")
            return (
                f'<p><img src="data:image/png;base64,{data}" alt="{_attribute(block.alt)}" '
                f'style="width:{block.width_mm:g}mm"></p>\n'
            )
        case Signature():
            role = f"<br>{_text(block.role)}" if block.role else ""
            return f'<p class="signed"><strong>{_text(block.name)}</strong>{role}</p>\n'
        case Blank():
            return f"<p>{_text(block.label)} {'_' * 30}</p>\n"
        case Steps():
            return f"<p>{_text(block.question)} 1 2 3 4 5</p>\n"
        case Tick():
            return f"<p>{_BOX} {_text(block.label)}</p>\n"
        case Cut():
            return f"<hr>\n<p>{_text(block.text)}</p>\n"
        case Chart():
            title = f"<p><strong>{_text(block.title)}</strong></p>\n" if block.title else ""
            return f"{title}<p>{_text(block.alt)}</p>\n{_table(chart_table(block))}"


def _paragraph(block: Paragraph) -> str:
    text = _text(block.text)
    match block.tone:
        case Tone.STRONG:
            return f"<p><strong>{text}</strong></p>\n"
        case Tone.LEAD | Tone.SMALL:
            return f'<p class="{block.tone.value}">{text}</p>\n'
        case Tone.PLAIN:
            return f"<p>{text}</p>\n"


def _table(block: Table) -> str:
    head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in block.head)
    rows = []
    for row in block.rows:
        first, *others = row or ("",)
        cells = "".join(f"<td>{_text(cell)}</td>" for cell in others)
        rows.append(f'<tr><th scope="row">{_text(first)}</th>{cells}</tr>')
    return (
        f"<table>\n<caption>{_text(block.caption)}</caption>\n"
        + (f"<thead><tr>{head}</tr></thead>\n" if head else "")
        + "<tbody>\n"
        + "\n".join(rows)
        + "\n</tbody>\n</table>\n"
    )


def _text(text: str) -> str:
    """Escaped, with newlines as line breaks."""
    return _escape(tidy(text), quote=False).replace("\n", "<br>")


def _line(text: str) -> str:
    return _escape(tidy(text).replace("\n", " "), quote=False)


def _attribute(text: str) -> str:
    return _escape(tidy(text).replace("\n", " "), quote=True)
