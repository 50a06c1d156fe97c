# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Checks a logo that somebody brings, and makes of it one plain picture ready to print.

What a file is called proves nothing: only its content counts. Run it in a child process with
limits; it needs nothing but the bytes.
"""

from io import BytesIO
from typing import Final

from PIL import Image

from servicedesk.documents.images_raster import RASTER_STARTS, no_picture, raster_picture
from servicedesk.documents.images_svg import svg_picture
from servicedesk.domain.blocks import Logo
from servicedesk.domain.errors import Refusal

MOST_BYTES: Final = 20_000_000
"""A larger file is refused unread."""

_MOST_SIDE: Final = 1200
"""Pixels: about 600 dpi on the widest place that a paper has for a logo."""


_THUMBNAIL_SIDE: Final = 240
"""Pixels: sharp at twice the size that a strip of files shows."""


def checked_logo(data: bytes, name: str) -> Logo:
    """The logo in a file, as PNG bytes of at most 1200 pixels a side.

    Args:
        data: the whole file: PNG, JPEG or SVG by its content.
        name: what the file is called, for the sentence in case of a refusal.

    Raises:
        Refusal: field "logo"; ``logo_empty``, ``logo_too_large``, ``logo_not_image``,
            ``logo_renamed``, ``logo_broken``, ``logo_too_many_pixels``, ``logo_blank``, and for
            SVG ``logo_reaches_outside``, ``logo_has_script``, ``logo_has_entities`` and
            ``logo_too_complex``.
    """
    if not data:
        raise Refusal("logo_empty", "logo", name=name)
    if len(data) > MOST_BYTES:
        megabytes, most = -(-len(data) // 1_000_000), MOST_BYTES // 1_000_000
        raise Refusal("logo_too_large", "logo", name=name, megabytes=megabytes, most=most)
    if data.startswith(RASTER_STARTS):
        picture = raster_picture(data, name)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        picture = svg_picture(data, name, _MOST_SIDE)
    else:
        raise no_picture(name)
    return _logo(picture, name)


def thumbnail(data: bytes) -> bytes | None:
    """A small PNG of a photograph or a drawing, turned as the camera meant it.

    Args:
        data: the whole file.

    Returns:
        The picture, at most 240 pixels a side, or None for what is no picture we can read.
    """
    if not data.startswith(RASTER_STARTS):
        return None
    try:
        picture = raster_picture(data, "")
    except Refusal:
        return None
    picture.thumbnail((_THUMBNAIL_SIDE, _THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    picture.info.clear()
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def _logo(picture: Image.Image, name: str) -> Logo:
    """The picture scaled down, without anything that a camera or program wrote beside it."""
    if picture.mode == "RGBA":
        visible = picture.getchannel("A").getbbox()
        if visible is None:
            raise Refusal("logo_blank", "logo", name=name)
        picture = picture.crop(visible)
    picture.thumbnail((_MOST_SIDE, _MOST_SIDE), Image.Resampling.LANCZOS)
    picture.info.clear()
    target = BytesIO()
    picture.save(target, "PNG")
    return Logo(png=target.getvalue(), width=picture.width, height=picture.height)
