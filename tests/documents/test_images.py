# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What may become a logo, and what is refused with which sentence."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from servicedesk.documents.images import MOST_BYTES, checked_logo, thumbnail
from servicedesk.domain.errors import Refusal
from tests.papers.words import paper_words

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 200 100" width="200" height="100">{}</svg>'
)


def svg(inner):
    return SVG.format(inner).encode()


def picture(width, height, mode="RGB", colour=None, kind="PNG", **settings):
    target = BytesIO()
    Image.new(mode, (width, height), colour).save(target, kind, **settings)
    return target.getvalue()


def opened(logo):
    return Image.open(BytesIO(logo.png))


def refusal(data, name="logo.svg"):
    with pytest.raises(Refusal) as caught:
        checked_logo(data, name)
    assert caught.value.field == "logo"
    sentence = paper_words().say(
        f"refusal.{caught.value.code}",
        **{key: str(value) for key, value in caught.value.params.items()},
    )
    assert name in sentence
    assert sentence.endswith(".")
    return caught.value


def test_a_png_is_kept_as_it_is():
    logo = checked_logo(picture(300, 200, colour=(9, 90, 91)), "logo.png")
    assert (logo.width, logo.height) == (300, 200)
    assert opened(logo).getpixel((5, 5)) == (9, 90, 91)


def test_a_large_picture_is_scaled_down():
    logo = checked_logo(picture(4000, 1000), "logo.png")
    assert (logo.width, logo.height) == (1200, 300)


def test_transparency_stays_and_its_empty_rim_goes():
    whole = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    whole.paste((200, 0, 0, 128), (100, 150, 300, 250))
    target = BytesIO()
    whole.save(target, "PNG")
    logo = checked_logo(target.getvalue(), "logo.png")
    assert (logo.width, logo.height) == (200, 100)
    assert opened(logo).getpixel((50, 50)) == (200, 0, 0, 128)


def test_a_photo_is_turned_as_the_camera_meant_it():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = picture(300, 100, colour=(0, 0, 250), kind="JPEG", exif=exif)
    logo = checked_logo(data, "photo.jpg")
    assert (logo.width, logo.height) == (100, 300)
    assert not opened(logo).getexif()


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "RGB", "RGBA"])
def test_every_kind_of_png_can_be_read(mode):
    colour = (90, 255) if mode == "LA" else (1, 2, 3, 255) if mode == "RGBA" else None
    assert checked_logo(picture(40, 30, mode, colour), "logo.png").width == 40


def test_a_print_shop_jpeg_can_be_read():
    assert checked_logo(picture(40, 30, "CMYK", kind="JPEG"), "logo.jpg").width == 40


def test_the_content_counts_and_not_the_name():
    assert checked_logo(picture(40, 30), "logo.jpg").width == 40


def test_an_svg_is_drawn_large_on_nothing():
    logo = checked_logo(svg('<circle cx="100" cy="50" r="50" fill="#c00"/>'), "logo.svg")
    assert 590 <= logo.width <= 602
    assert 590 <= logo.height <= 602
    image = opened(logo)
    assert image.getpixel((300, 300)) == (204, 0, 0, 255)
    assert image.getpixel((2, 2))[3] == 0


def test_an_svg_with_a_document_type_a_gradient_and_a_picture_inside_is_drawn():
    inside = b64encode(picture(10, 10, colour=(0, 0, 200))).decode()
    data = (
        b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    ) + svg(
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<rect width="50" height="50" fill="url(#g)"/>'
        f'<image x="60" width="40" height="40" xlink:href="data:image/png;base64,{inside}"/>'
    )
    assert checked_logo(data, "logo.svg").width > 100


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "logo.png", "logo_empty"),
        (b"#!/bin/sh\nrm -rf /\n", "logo.png", "logo_renamed"),
        (b"<html><body>hello</body></html>", "logo.png", "logo_renamed"),
        (b"<?php echo 1 ?>", "logo.png", "logo_renamed"),
        (b"MZ\x90\x00", "setup.exe", "logo_not_image"),
        (b"GIF89a\x01\x00", "logo", "logo_not_image"),
        (b"\x89PNG\r\n\x1a\n", "logo.png", "logo_broken"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "logo.jpg", "logo_broken"),
        (picture(300, 200)[:150], "logo.png", "logo_broken"),
        (picture(30, 20, "RGBA", (9, 9, 9, 0)), "logo.png", "logo_blank"),
        (picture(10_000, 10_000, "1"), "logo.png", "logo_too_many_pixels"),
        (picture(20_000, 20_000, "1"), "logo.png", "logo_too_many_pixels"),
        (b"x" * (MOST_BYTES + 1), "logo.png", "logo_too_large"),
    ],
)
def test_what_is_no_logo_is_refused(data, name, code):
    assert refusal(data, name).code == code


def test_a_hundred_megapixels_are_named_in_the_refusal():
    assert refusal(picture(10_000, 10_000, "1"), "logo.png").params["megapixels"] == "100"


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<script>alert(1)</script>", "logo_has_script"),
        ('<rect onload="go()" width="9" height="9"/>', "logo_has_script"),
        ('<a href="javascript:go()"><rect width="9" height="9"/></a>', "logo_has_script"),
        ("<foreignObject><p>x</p></foreignObject>", "logo_has_script"),
        ('<image href="http://example.org/a.png"/>', "logo_reaches_outside"),
        ('<image xlink:href="file:///etc/hostname"/>', "logo_reaches_outside"),
        ('<image xlink:href="a.png"/>', "logo_reaches_outside"),
        ('<use href="other.svg#a"/>', "logo_reaches_outside"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "logo_reaches_outside"),
        ('<image href="data:image/png;base64,AAAA"/>', "logo_broken"),
        ('<rect style="fill:url(http://example.org/a)" width="9"/>', "logo_reaches_outside"),
        ('<rect fill="url( \'//example.org/a\' )" width="9"/>', "logo_reaches_outside"),
        ("<style>@import 'a.css';</style>", "logo_reaches_outside"),
        ("<style>rect{fill:url(a.svg#b)}</style>", "logo_reaches_outside"),
        ("<g>" * 5000 + "</g>" * 5000, "logo_too_complex"),
        ('<rect width="9" height="9" fill="none"/>', "logo_blank"),
        ("", "logo_blank"),
    ],
)
def test_an_svg_that_is_more_than_a_picture_is_refused(inner, code):
    assert refusal(svg(inner)).code == code


def test_an_svg_that_multiplies_itself_is_refused_before_it_is_drawn():
    layers = ['<g id="a0"><rect width="1" height="1"/></g>']
    for number in range(1, 12):
        uses = f'<use xlink:href="#a{number - 1}"/>' * 10
        layers.append(f'<g id="a{number}">{uses}</g>')
    assert refusal(svg("".join(layers))).code == "logo_too_complex"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"), "logo_has_entities"),
        (
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + svg("&a;"),
            "logo_has_entities",
        ),
        (b'<?xml-stylesheet href="a.css"?>' + svg("<rect/>"), "logo_reaches_outside"),
        (b"<svg", "logo_broken"),
        (svg('<rect width="9"').replace(b"</svg>", b""), "logo_broken"),
        (
            svg("<rect/>").replace(b'width="200" height="100"', b'width="0" height="0"'),
            "logo_broken",
        ),
    ],
)
def test_an_svg_whose_xml_is_not_plain_is_refused(data, code):
    assert refusal(data).code == code


def test_a_thumbnail_is_small_and_plain() -> None:
    target = BytesIO()
    Image.new("RGB", (480, 960), (1, 2, 3)).save(target, "JPEG")
    small = thumbnail(target.getvalue())
    assert small is not None
    assert Image.open(BytesIO(small)).size == (120, 240)


@pytest.mark.parametrize("data", [b"", b"text", b"\xff\xd8\xff cut off"])
def test_what_is_no_picture_has_no_thumbnail(data: bytes) -> None:
    assert thumbnail(data) is None
