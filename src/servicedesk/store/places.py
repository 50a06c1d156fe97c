# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where a file lies: on a disk of this computer, or where others can pull it away.

SQLite's fast way of writing (WAL) needs shared memory and honest locks. Network shares,
removable disks and folders that a program copies elsewhere do not give them, so a file there
is written the slow, careful way, and the owner is told.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath


class PlaceKind(StrEnum):
    """What sort of place a folder is."""

    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a file lies.

    Args:
        kind: what sort of place.
        name: of the sync folder or the file system, for the warning; empty when local.
    """

    kind: PlaceKind
    name: str = ""

    @property
    def is_fixed(self) -> bool:
        """True on a disk of this computer that nobody pulls out or copies behind our back."""
        return self.kind is PlaceKind.LOCAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Mount:
    """One line of the system's table of mounted file systems.

    Args:
        point: folder it is seen at.
        system: name of the file system, such as ext4 or cifs.
        device: numbers of the device as the kernel writes them, such as 8:1.
    """

    point: PurePath
    system: str
    device: str


_SYNC_FOLDERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "cloudstorage": "CloudStorage",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "box sync": "Box",
    "syncthing": "Syncthing",
}
_SYNC_SIGNS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".sync": "Resilio Sync"}
_NETWORK_SYSTEMS = frozenset(
    {
        "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.curlftpfs", "fuse.davfs2",
        "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs", "glusterfs", "ncpfs", "nfs", "nfs4",
        "smb3", "smbfs", "vboxsf", "virtiofs", "webdav",
    }
)  # fmt: skip
_STICK_SYSTEMS = frozenset({"exfat", "fuseblk", "msdos", "vfat"})
_WINDOWS_REMOVABLE, _WINDOWS_NETWORK, _WINDOWS_DISC = 2, 4, 5


def sync_folder_of(path: PurePath, present: Iterable[str] = ()) -> str | None:
    """The name of the service that copies this path elsewhere, or None.

    Args:
        path: absolute path of the file.
        present: names of files and folders found in any of its folders, for services that
            leave a sign of their own.
    """
    for part in path.parts[:-1]:
        plain = part.casefold()
        for sign, name in _SYNC_FOLDERS.items():
            if plain == sign or plain.startswith((f"{sign} - ", f"{sign} (")):
                return name
    return next((_SYNC_SIGNS[sign] for sign in present if sign in _SYNC_SIGNS), None)


def parse_mounts(table: str) -> tuple[Mount, ...]:
    """The mounts named in a table written as the kernel's ``mountinfo`` is."""
    found = []
    for line in table.strip("\n").split("\n"):
        fields = line.split(" ")
        point = fields[4]
        if "\\" in point:  # a blank in a folder's name is written as \040
            point = point.encode("ascii", "backslashreplace").decode("unicode_escape")
        system = fields[fields.index("-") + 1]
        found.append(Mount(point=PurePath(point), system=system, device=fields[2]))
    return tuple(found)


def mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """The mount on which a path lies: the deepest one, and of equals the last mounted."""
    above = (path, *path.parents)
    deepness = {folder: -number for number, folder in enumerate(above)}
    lies_on = [mount for mount in mounts if mount.point in deepness]
    return max(reversed(lies_on), key=lambda mount: deepness[mount.point], default=None)


def _on_linux(path: Path) -> Place:
    table = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    mount = mount_of(path, parse_mounts(table))
    if mount is None:
        return Place(kind=PlaceKind.LOCAL)
    if mount.system in _NETWORK_SYSTEMS:
        return Place(kind=PlaceKind.NETWORK, name=mount.system)
    if mount.point == PurePath("/"):
        return Place(kind=PlaceKind.LOCAL)  # the system itself runs from it, be it on a cable
    if mount.system in _STICK_SYSTEMS or _is_removable(Path("/sys/dev/block") / mount.device):
        return Place(kind=PlaceKind.REMOVABLE, name=mount.system)
    return Place(kind=PlaceKind.LOCAL)


def _is_removable(device: Path) -> bool:
    """Whether a block device hangs on USB, or the kernel calls it or its disk removable."""
    if any(part.startswith("usb") for part in device.resolve().parts):
        return True
    for sign in (device / "removable", device.resolve().parent / "removable"):
        try:
            return sign.read_text("ascii").strip() == "1"
        except OSError:
            continue
    return False


def _on_windows(path: PurePath) -> Place:
    drive = 0
    if sys.platform == "win32":
        import ctypes

        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
    if drive == _WINDOWS_NETWORK or path.drive.startswith("\\\\"):
        return Place(kind=PlaceKind.NETWORK, name=path.drive)
    if drive in (_WINDOWS_REMOVABLE, _WINDOWS_DISC):
        return Place(kind=PlaceKind.REMOVABLE, name=path.drive)
    return Place(kind=PlaceKind.LOCAL)


def _on_mac(path: PurePath) -> Place:
    parts = path.parts
    if len(parts) > 2 and parts[1] == "Volumes":
        # Sticks, second disks and shares all appear here; the careful way suits each of them.
        return Place(kind=PlaceKind.REMOVABLE, name=parts[2])
    return Place(kind=PlaceKind.LOCAL)


def place_of(path: Path) -> Place:
    """Find out where a file lies, or will lie.

    Args:
        path: of the file; its folder exists.

    Returns:
        The place; local where the system does not tell.
    """
    whole = path.resolve()
    present = [sign for folder in whole.parents for sign in _SYNC_SIGNS if (folder / sign).exists()]
    synced = sync_folder_of(whole, present)
    if synced is not None:
        return Place(kind=PlaceKind.SYNCED, name=synced)
    ask = {"linux": _on_linux, "win32": _on_windows, "darwin": _on_mac}.get(sys.platform)
    try:
        return Place(kind=PlaceKind.LOCAL) if ask is None else ask(whole)
    except OSError:
        return Place(kind=PlaceKind.LOCAL)
