# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where a file lies: sync folders by name or sign, mounts by the kernel's own table."""

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from servicedesk.store import places
from servicedesk.store.driver import Durability, durability_for
from servicedesk.store.places import (
    Mount,
    Place,
    PlaceKind,
    mount_of,
    parse_mounts,
    place_of,
    sync_folder_of,
)

TABLE = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:40 / /home/an\\040owner/desk rw,relatime shared:3 - cifs //box/desk rw,vers=3.1
31 27 8:17 / /media/stick rw,nosuid - vfat /dev/sdb1 rw
32 27 8:33 / /media/stick rw,nosuid - ext4 /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PurePosixPath("/home/a/Dropbox/shop.servicedesk"), "Dropbox"),
        (PurePosixPath("/Users/a/Library/Mobile Documents/com~x/shop.db"), "iCloud Drive"),
        (PurePosixPath("/Users/a/Library/CloudStorage/GoogleDrive-a/shop.db"), "CloudStorage"),
        (PureWindowsPath(r"C:\Users\a\OneDrive - Bright Taps\shop.db"), "OneDrive"),
        (PureWindowsPath(r"G:\My Drive\shop.db"), "Google Drive"),
        (PurePosixPath("/home/a/nextcloud/desk/shop.db"), "Nextcloud"),
        (PureWindowsPath(r"C:\Users\a\Dropbox (Bright Taps)\shop.db"), "Dropbox"),
        (PurePosixPath("/home/a/Mega-Fashion/shop.db"), None),
        (PurePosixPath("/home/a/Documents/onedrive"), None),
        (PurePosixPath("/home/omega/shop.db"), None),
    ],
)
def test_sync_folders_are_known_by_name(
    path: PurePosixPath | PureWindowsPath, name: str | None
) -> None:
    assert sync_folder_of(path) == name


def test_sync_folders_are_known_by_a_sign_they_leave(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    inner = tmp_path / "desk"
    inner.mkdir()
    assert place_of(inner / "shop.servicedesk") == Place(kind=PlaceKind.SYNCED, name="Syncthing")


def test_the_deepest_mount_counts_and_of_equals_the_last() -> None:
    mounts = parse_mounts(TABLE)
    assert mounts[1] == Mount(
        point=PurePosixPath("/home/an owner/desk"), system="cifs", device="0:40"
    )
    deep = mount_of(PurePosixPath("/home/an owner/desk/shop.db"), mounts)
    assert deep is not None
    assert deep.system == "cifs"
    above = mount_of(PurePosixPath("/home/an owner/shop.db"), mounts)
    assert above is not None
    assert above.system == "ext4"
    twice = mount_of(PurePosixPath("/media/stick/shop.db"), mounts)
    assert twice is not None
    assert twice.device == "8:33"
    assert mount_of(PurePosixPath("shop.db"), mounts) is None


@pytest.mark.parametrize(
    ("system", "device", "kind"),
    [
        ("ext4", "254:0", PlaceKind.LOCAL),
        ("cifs", "0:40", PlaceKind.NETWORK),
        ("fuse.sshfs", "0:41", PlaceKind.NETWORK),
        ("vfat", "8:17", PlaceKind.REMOVABLE),
    ],
)
def test_the_kind_of_mount_decides(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    system: str,
    device: str,
    kind: PlaceKind,
) -> None:
    mount = Mount(point=tmp_path, system=system, device=device)
    monkeypatch.setattr(places, "parse_mounts", lambda _: (mount,))
    monkeypatch.setattr(places.sys, "platform", "linux")
    assert place_of(tmp_path / "shop.servicedesk").kind is kind


def test_the_disk_that_the_system_runs_from_is_nothing_to_warn_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mount = Mount(point=PurePosixPath("/"), system="ext4", device="8:1")
    monkeypatch.setattr(places, "parse_mounts", lambda _: (mount,))
    monkeypatch.setattr(places, "_is_removable", lambda _: True)
    monkeypatch.setattr(places.sys, "platform", "linux")
    assert place_of(tmp_path / "shop.servicedesk").is_fixed
    monkeypatch.setattr(places, "parse_mounts", lambda _: ())
    assert place_of(tmp_path / "shop.servicedesk").is_fixed


def test_a_removable_disk_is_known_whatever_is_on_it(tmp_path: Path) -> None:
    disk = tmp_path / "sdc"
    part = disk / "sdc1"
    part.mkdir(parents=True)
    (disk / "removable").write_text("1\n")
    assert places._is_removable(part)
    assert places._is_removable(disk)
    (disk / "removable").write_text("0\n")
    assert not places._is_removable(part)
    assert not places._is_removable(tmp_path / "none" / "none")


def test_a_disk_on_a_cable_is_removable_whatever_the_kernel_says(tmp_path: Path) -> None:
    disk = tmp_path / "devices" / "usb2" / "2-1" / "block" / "sdd"
    disk.mkdir(parents=True)
    (disk / "removable").write_text("0\n")
    assert places._is_removable(disk)


def test_a_mount_with_a_name_in_another_alphabet_is_read(tmp_path: Path) -> None:
    name = b"/media/caf\xe9 \xe2\x80\xa8".replace(b" ", b"\\040")
    table = TABLE.encode() + b"33 27 8:49 / " + name + b" rw - ext4 /dev/sdd1 rw\n"
    last = parse_mounts(table.decode("utf-8", "surrogateescape"))[-1]
    assert os.fsencode(last.point) == b"/media/caf\xe9 \xe2\x80\xa8"


def test_the_table_of_this_machine_may_hold_any_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"33 27 8:17 / {tmp_path} rw - vfat /dev/caf".encode() + b"\xe9 rw\n"
    real = Path.read_text

    def read(self: Path, *how: str) -> str:
        if self == Path("/proc/self/mountinfo"):
            return (TABLE.encode() + line).decode(*how)
        return real(self, *how)

    monkeypatch.setattr(Path, "read_text", read)
    monkeypatch.setattr(places.sys, "platform", "linux")
    assert place_of(tmp_path / "shop.servicedesk").kind is PlaceKind.REMOVABLE


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Volumes/Stick/shop.db", PlaceKind.REMOVABLE),
        ("/Users/a/shop.db", PlaceKind.LOCAL),
    ],
)
def test_on_a_mac_every_other_volume_is_taken_for_removable(path: str, kind: PlaceKind) -> None:
    assert places._on_mac(Path(path)).kind is kind


def test_on_windows_a_share_is_known_by_its_name() -> None:
    share = PureWindowsPath(r"\\box\desk\shop.db")
    assert places._on_windows(share) == Place(kind=PlaceKind.NETWORK, name=share.drive)
    assert places._on_windows(PureWindowsPath(r"C:\desk\shop.db")).is_fixed


def test_where_the_system_does_not_tell_the_place_is_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(path: Path) -> Place:
        raise OSError("no such table")

    monkeypatch.setattr(places, "_on_linux", silent)
    monkeypatch.setattr(places.sys, "platform", "linux")
    assert place_of(tmp_path / "shop.servicedesk").is_fixed
    monkeypatch.setattr(places.sys, "platform", "another")
    assert place_of(tmp_path / "shop.servicedesk").is_fixed


@pytest.mark.parametrize("kind", list(PlaceKind))
def test_only_a_disk_of_this_computer_gets_the_fast_way(kind: PlaceKind) -> None:
    fast = durability_for(Place(kind=kind)) is Durability.WAL_FULL
    assert fast is (kind is PlaceKind.LOCAL)
