# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""SVG logos: refused when they hold a program or reach outside, then drawn to pixels.

The XML is read by defusedxml, checked element by element, and written anew before svglib sees
it, so that neither document types nor anything unparsed gets past the check.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException, EntitiesForbidden
from defusedxml.ElementTree import fromstring
from PIL import Image
from reportlab.graphics import renderPDF
from svglib.svglib import svg2rlg

from servicedesk.documents.images_raster import RASTER_STARTS, no_picture, raster_picture
from servicedesk.documents.page_images import see_through_page
from servicedesk.domain.errors import Refusal

_MOST_PARTS: Final = 50_000
"""Elements that may be drawn, repeated ones counted each time."""

_PROGRAMS: Final = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler"})
_ADDRESSES: Final = frozenset({"href", "src", "base"})
_OUTSIDE: Final = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?\s*#)|@import|image-set\(", re.IGNORECASE)
_DATA: Final = re.compile(r"data:image/(?:png|jpe?g);base64,(.+)", re.IGNORECASE | re.DOTALL)
_FAULTS: Final = (
    ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RecursionError,
    RuntimeError, TypeError, ValueError,
)  # fmt: skip
"""What svglib raises over drawings that it does not understand."""


def svg_picture(data: bytes, name: str, side: int) -> Image.Image:
    """An SVG drawn with its longer side so many pixels long, on nothing.

    Args:
        data: the whole file.
        name: for the sentence in case of a refusal.
        side: pixels.

    Raises:
        Refusal: as for :func:`servicedesk.documents.images.checked_logo`.
    """
    root = _read(data, name)
    if _parts(root) > _MOST_PARTS:
        raise Refusal("logo_too_complex", "logo", name=name)
    for element in root.iter():
        _check(element, name)
    try:
        return _drawn(tostring(root), side)
    except _FAULTS as fault:
        raise Refusal("logo_broken", "logo", name=name) from fault


def _read(data: bytes, name: str) -> Element:
    if re.search(rb"<\?xml-stylesheet", data, re.IGNORECASE):
        raise Refusal("logo_reaches_outside", "logo", name=name)
    try:
        root: Element = fromstring(data)
    except EntitiesForbidden as fault:
        raise Refusal("logo_has_entities", "logo", name=name) from fault
    except DefusedXmlException as fault:
        raise Refusal("logo_reaches_outside", "logo", name=name) from fault
    except (ParseError, ValueError, LookupError, RecursionError) as fault:
        is_meant = b"<svg" in data
        raise (
            Refusal("logo_broken", "logo", name=name) if is_meant else no_picture(name)
        ) from fault
    if _local(root.tag) != "svg":
        raise no_picture(name)
    return root


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def _check(element: Element, name: str) -> None:
    """Refuse an element that is a program or that asks for something outside."""
    if _local(element.tag) in _PROGRAMS:
        raise Refusal("logo_has_script", "logo", name=name)
    if _local(element.tag) == "style" and _OUTSIDE.search("".join(element.itertext())):
        raise Refusal("logo_reaches_outside", "logo", name=name)
    for key, value in element.attrib.items():
        attribute = _local(key)
        if attribute.startswith("on") or "javascript:" in value.lower():
            raise Refusal("logo_has_script", "logo", name=name)
        if attribute in _ADDRESSES:
            _check_address(value.strip(), name)
        elif _OUTSIDE.search(value):
            raise Refusal("logo_reaches_outside", "logo", name=name)


def _check_address(address: str, name: str) -> None:
    if address.startswith("#"):
        return
    held = _DATA.fullmatch(address)
    if held is None:
        raise Refusal("logo_reaches_outside", "logo", name=name)
    try:
        picture = b64decode(held[1])
    except ValueError as fault:
        raise Refusal("logo_broken", "logo", name=name) from fault
    if not picture.startswith(RASTER_STARTS):
        raise Refusal("logo_broken", "logo", name=name)
    raster_picture(picture, name)


def _parts(root: Element) -> int:
    """How many elements would be drawn, with everything repeated by <use> counted each time."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[int, int] = {}

    def count(element: Element, depth: int) -> int:
        if depth > 200:
            return _MOST_PARTS + 1
        if id(element) in known:
            return known[id(element)]
        known[id(element)] = 1
        total = 1 + sum(count(child, depth + 1) for child in element)
        for target in _used(element):
            if target in named:
                total += count(named[target], depth + 1)
        known[id(element)] = total
        return total

    return count(root, 0)


def _used(element: Element) -> Iterator[str]:
    if _local(element.tag) == "use":
        for key, value in element.attrib.items():
            if _local(key) == "href":
                yield value.strip().removeprefix("#")


def _drawn(svg: bytes, side: int) -> Image.Image:
    drawing = svg2rlg(BytesIO(svg))
    if drawing is None or min(drawing.width, drawing.height) <= 0:
        raise ValueError("nothing to draw")
    return see_through_page(renderPDF.drawToString(drawing), side)
