# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The lock files: whole, without hosts, and with a wheel for every machine we name."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LOCKS = ("requirements.txt", "requirements-dev.txt")
MINORS = (11, 12, 13, 14)
WHEELS = tomllib.loads((PACKAGING / "wheels.toml").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

DEBIAN_12_GLIBC, MACOS = (2, 36), (13, 0)
NEWER_GLIBC = {
    # Qt's own wheels for Linux on ARM are built on Ubuntu 24.04; start.py says so there.
    ("pyside6-essentials", "manylinux aarch64"): (2, 39),
    ("shiboken6", "manylinux aarch64"): (2, 39),
}
PLATFORMS = {
    "win_amd64": re.compile(r"win_amd64"),
    "macosx x86_64": re.compile(r"macosx_(\d+)_(\d+)_(?:x86_64|universal2)"),
    "macosx arm64": re.compile(r"macosx_(\d+)_(\d+)_(?:arm64|universal2)"),
    "manylinux x86_64": re.compile(r"manylinux_(\d+)_(\d+)_x86_64"),
    "manylinux aarch64": re.compile(r"manylinux_(\d+)_(\d+)_aarch64"),
}


def entries(lock: str) -> dict[str, tuple[str, str, int]]:
    """Read a lock: name -> (version, marker or '', number of hashes)."""
    text = (PACKAGING / lock).read_text("utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        matched = re.fullmatch(
            r"([a-z0-9-]+)==([0-9][\w.]*)(?: ; ([^-]*?))?((?: +--hash=sha256:[0-9a-f]{64})+) *",
            line,
        )
        assert matched, line[:80]
        name, version, marker, hashes = matched.groups()
        found[name] = (version, marker or "", hashes.count("--hash"))
    return found


def normal(requirement: str) -> str:
    """The name in a requirement, as locks spell it."""
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def for_python(tag: str, minor: int) -> bool:
    """Whether CPython 3.minor takes a wheel with this tag."""
    python, abi, _ = tag.split("-")
    if python in ("py3", "py2.py3"):
        return True
    built = int(python.removeprefix("cp3"))
    return built <= minor if abi == "abi3" else built == minor


def served(name: str, platform: str, minor: int) -> bool:
    """Whether a package has a wheel for a platform's oldest release that we name."""
    ceiling = MACOS if platform.startswith("macosx") else DEBIAN_12_GLIBC
    ceiling = NEWER_GLIBC.get((name, platform), ceiling)
    for tag in WHEELS[name]["wheels"]:
        if not for_python(tag, minor):
            continue
        for part in tag.rpartition("-")[2].split("."):
            matched = PLATFORMS[platform].fullmatch(modern(part))
            if part == "any" or (matched and tuple(map(int, matched.groups())) <= ceiling):
                return True
    return False


def modern(platform: str) -> str:
    """The glibc that an old name of a Linux platform stands for, spelled out."""
    for old, new in (("manylinux2014_", "manylinux_2_17_"), ("manylinux1_", "manylinux_2_5_")):
        platform = platform.replace(old, new)
    return platform


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_pinned_and_hashed(lock):
    assert all(hashes for _, _, hashes in entries(lock).values())


@pytest.mark.parametrize("name", [*LOCKS, "wheels.toml"])
def test_no_host_is_named(name):
    text = (PACKAGING / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"--(?:extra-)?index|find-links|^\s*#.*/", text, re.MULTILINE)


def test_the_wheels_are_those_of_the_lock():
    versions = {name: wheels["version"] for name, wheels in WHEELS.items()}
    assert versions == {name: entry[0] for name, entry in entries(LOCKS[1]).items()}


def test_both_locks_hold_the_same_versions():
    program, tools = entries(LOCKS[0]), entries(LOCKS[1])
    assert {name: tools[name] for name in program} == program


def test_the_program_and_what_installs_it_are_in_both():
    wanted = {normal(line) for line in PROJECT["project"]["dependencies"]}
    wanted |= {normal(line) for line in PROJECT["build-system"]["requires"]} | {"editables"}
    assert wanted <= set(entries(LOCKS[0]))


def test_the_tools_are_in_the_larger_lock():
    extras = PROJECT["project"]["optional-dependencies"]["dev"]
    assert {normal(line) for line in extras} <= set(entries(LOCKS[1]))


def test_qt_is_the_core_package_in_the_release_that_keeps_its_references():
    versions = {name: entry[0] for name, entry in entries(LOCKS[1]).items()}
    assert versions["pyside6-essentials"] == versions["shiboken6"] == "6.11.3"
    assert not {"pyside6", "pyside6-addons"} & set(versions)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("minor", MINORS)
def test_every_entry_has_a_wheel(platform, minor):
    assert [name for name in WHEELS if not served(name, platform, minor)] == []


def test_each_exception_is_still_one():
    for (name, platform), glibc in NEWER_GLIBC.items():
        tags = " ".join(WHEELS[name]["wheels"])
        needed = [tuple(map(int, found)) for found in PLATFORMS[platform].findall(tags)]
        assert min(needed) == glibc > DEBIAN_12_GLIBC
