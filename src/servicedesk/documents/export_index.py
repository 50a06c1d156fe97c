# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that says what each file of a folder is: plain HTML that any browser shows.

No script, no address outside, everything escaped; headings in order, heads on tables, links that
say where they lead.
"""

from collections.abc import Sequence
from html import escape
from typing import Final
from urllib.parse import quote

from servicedesk.documents import palette
from servicedesk.documents.fonts import tidy
from servicedesk.domain.exporting import IndexLine, IndexPage, IndexPart

_LOOK: Final = f"""
:root {{ color-scheme: light; }}
body {{ margin: 0; background: {palette.CARD}; color: {palette.INK};
  font: 1.0625rem/1.6 "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }}
header, main {{ max-width: 56rem; margin: 0 auto; padding: 1.5rem; }}
h1, h2 {{ line-height: 1.2; color: {palette.BRAND}; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: .45rem .6rem;
  border-bottom: 1px solid {palette.FIELD_BORDER}; overflow-wrap: anywhere; }}
thead th {{ background: {palette.BRAND_SOFT}; }}
tbody th {{ font-weight: normal; }}
td:nth-child(3) {{ white-space: nowrap; }}
caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }}
summary {{ cursor: pointer; padding: .45rem 0; }}
a {{ color: {palette.BRAND}; }}
"""


def index_page(page: IndexPage) -> bytes:
    """The page in UTF-8.

    Args:
        page: what stands on it.
    """
    business = f"<p>{_text(page.business)}</p>\n" if page.business else ""
    lead = "".join(f"<p>{_text(one)}</p>\n" for one in page.lead)
    made = (
        "<!DOCTYPE html>\n"
        f'<html lang="{escape(page.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(page.title)}</title>\n<style>{_LOOK}</style>\n</head>\n<body>\n"
        f"<header>\n{business}<h1>{_text(page.title)}</h1>\n</header>\n"
        f"<main>\n{lead}{''.join(_part(one, page.head) for one in page.parts)}</main>\n"
        "</body>\n</html>\n"
    )
    return made.encode("utf-8", "replace")


def _part(part: IndexPart, head: tuple[str, str, str]) -> str:
    table = _table(part.heading, part.lines, head)
    folded = (
        f"<details>\n<summary>{_text(part.folded_words)}</summary>\n"
        f"{_table(part.folded_words, part.folded, head[:2])}</details>\n"
        if part.folded
        else ""
    )
    return f"<h2>{_text(part.heading)}</h2>\n<p>{_text(part.words)}</p>\n{table}{folded}"


def _table(caption: str, lines: Sequence[IndexLine], head: Sequence[str]) -> str:
    """Lines as a table with as many columns as its head has; "" for none."""
    if not lines:
        return ""
    heads = "".join(f'<th scope="col">{_text(one)}</th>' for one in head)
    rows = "".join(_line(line, len(head)) for line in lines)
    return (
        f"<table>\n<caption>{_text(caption)}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _line(line: IndexLine, columns: int) -> str:
    name = _text(line.path)
    link = f'<a href="{escape(quote(line.path))}">{name}</a>' if line.is_there else name
    cells = "".join(f"<td>{_text(one)}</td>" for one in (line.what, line.count)[: columns - 1])
    return f'<tr><th scope="row">{link}</th>{cells}</tr>\n'


def _text(text: str) -> str:
    return escape(tidy(text))
