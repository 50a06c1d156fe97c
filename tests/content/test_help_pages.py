# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The help is whole, and its list of licences is that of the packages."""

import re
from importlib import metadata

import pytest

from servicedesk.content import help_pages
from servicedesk.content.help_pages import FIRST, load_help, load_parts
from servicedesk.domain.errors import Trouble
from servicedesk.domain.help_pages import HelpPage, title_of
from tests.helpers.builders import RESOURCES

ROOT = RESOURCES.parent
FAMILIES = ("MIT", "BSD", "Apache", "LGPL", "PSF", "MPL", "Zlib")


def locked():
    lines = (ROOT / "packaging" / "requirements.txt").read_text("utf-8").splitlines()
    return {line.split("==")[0] for line in lines if re.match(r"[a-z]", line)}


def named():
    text = (RESOURCES / "licences" / "parts.toml").read_text("utf-8")
    return dict(re.findall(r'^package = "(.+)"\nlicence = "(.+)"$', text, re.MULTILINE))


def test_the_list_of_licences_is_that_of_what_is_shipped():
    assert set(named()) == locked()


@pytest.mark.parametrize("package", sorted(locked()))
def test_each_licence_is_what_the_package_says_itself(package):
    try:
        said = metadata.metadata(package)
    except metadata.PackageNotFoundError:
        pytest.fail(f"{package} is in the lock file and not installed")
    words = " ".join(
        [
            said.get("License-Expression") or said.get("License") or "",
            *(said.get_all("Classifier") or ()),
        ]
    )
    words = words.replace("Python Software Foundation", "PSF").replace("Mozilla Public", "MPL")
    words = words.replace("GNU Lesser General Public License", "LGPL")
    families = [family for family in FAMILIES if family in words]
    if families:
        assert any(family in named()[package] for family in families)
    else:
        texts = " ".join(part.text for part in load_parts(RESOURCES) if part.name == package)
        assert "as-is" in texts  # zlib's licence does not name itself


def test_our_own_licence_is_the_one_of_the_project():
    ours = (RESOURCES / "licences" / "servicedesk.txt").read_text("utf-8")
    assert ours == (ROOT / "LICENSE").read_text("utf-8")


def test_parts_carry_their_versions_and_texts():
    parts = {part.name: part for part in load_parts(RESOURCES)}
    assert parts["Pillow"].version == metadata.version("pillow")
    assert "PDFium" in parts["PDFium and pypdfium2"].text
    assert "GNU Lesser General Public License" in parts["Qt and PySide6"].text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in parts["LGPL 3"].text
    assert "ZETETIC" in parts["SQLCipher"].text


def test_a_package_that_is_gone_is_named_without_a_version(monkeypatch):
    def gone(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(help_pages.metadata, "distribution", gone)
    parts = {part.name: part for part in load_parts(RESOURCES)}
    assert parts["Pillow"].version == parts["Pillow"].text == ""


def test_a_text_that_cannot_be_read_costs_only_itself(monkeypatch, tmp_path):
    class File(str):
        name = "LICENSE"

        def as_posix(self):
            return "x.dist-info/LICENSE"

        def locate(self):
            return tmp_path / "missing"

    class Copy:
        version = "1.0"
        files = (File("a"),)

    monkeypatch.setattr(help_pages.metadata, "distribution", lambda _name: Copy())
    parts = {part.name: part for part in load_parts(RESOURCES)}
    assert (parts["Pillow"].version, parts["Pillow"].text) == ("1.0", "")


def test_pages_stand_in_their_order():
    pages = load_help(RESOURCES)
    ids = [page.id for page in pages]
    first = [name for name in FIRST if name in ids]
    assert ids[: len(first)] == first
    rest = [page.title for page in pages[len(first) :]]
    assert rest == sorted(rest)


def write(folder, name, data):
    page = folder / "help" / "en" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(data)


@pytest.mark.parametrize("data", [b"no title\n", b"", b"# \xff\n"])
def test_a_damaged_page_is_told(tmp_path, data):
    write(tmp_path, "bad.md", data)
    with pytest.raises(Trouble, match="program_file_damaged"):
        load_help(tmp_path)


def test_a_missing_help_is_told(tmp_path):
    with pytest.raises(Trouble, match="program_file_missing"):
        load_help(tmp_path)
    (tmp_path / "help" / "en" / "folder.md").mkdir(parents=True)
    with pytest.raises(Trouble, match="program_file_missing"):
        load_help(tmp_path)


def test_titles_and_words_are_read_from_the_text():
    assert title_of("# Keys\n\nMore.") == "Keys"
    assert title_of("Keys") == ""
    page = HelpPage(id="a", title="A", text="# A\n\n**Bold** [link](there.md) `code` | cell |")
    assert page.words == "A Bold link code cell"
