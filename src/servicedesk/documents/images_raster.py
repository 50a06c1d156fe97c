# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures made of pixels: their size is read from the header before one of them is decoded."""

import struct
import warnings
import zlib
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

from servicedesk.domain.errors import Refusal

MOST_PIXELS: Final = 40_000_000
"""A larger picture is refused (toolbox.md)."""

RASTER_STARTS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""

_PICTURE_NAMES: Final = (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".bmp", ".tif", ".tiff")
_DAMAGE: Final = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError,
    struct.error, zlib.error,
)  # fmt: skip
"""What Pillow raises over damaged files."""


def no_picture(name: str) -> Refusal:
    """The refusal of a file that holds no picture, the harder if its name says that it does."""
    is_named_so = name.lower().endswith(_PICTURE_NAMES)
    return Refusal("logo_renamed" if is_named_so else "logo_not_image", "logo", name=name)


def raster_picture(data: bytes, name: str) -> Image.Image:
    """A PNG or JPEG as RGB or RGBA, turned as the camera meant it.

    Args:
        data: the whole file.
        name: for the sentence in case of a refusal.

    Raises:
        Refusal: ``logo_too_many_pixels`` or ``logo_broken``.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            pixels = picture.width * picture.height
            if pixels > MOST_PIXELS:
                raise _too_many(name, str(round(pixels / 1_000_000)))
            picture.load()
            turned = ImageOps.exif_transpose(picture)
            return _plain(turned)
    except Image.DecompressionBombError as fault:
        raise _too_many(name, f"over {2 * (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000}") from fault
    except _DAMAGE as fault:
        raise Refusal("logo_broken", "logo", name=name) from fault


def _too_many(name: str, megapixels: str) -> Refusal:
    return Refusal(
        "logo_too_many_pixels",
        "logo",
        name=name,
        megapixels=megapixels,
        most=MOST_PIXELS // 1_000_000,
    )


def _plain(picture: Image.Image) -> Image.Image:
    """Eight bits a channel, with transparency only where the file has it."""
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value * (1 / 256)).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
