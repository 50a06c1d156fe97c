# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The folders of one person on this machine, or of a profile that was named at the start."""

from dataclasses import dataclass
from pathlib import Path

_NAME = "servicedesk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the program keeps its own things; nothing is made until it is asked for.

    Args:
        data: the folder of the database.
        backups: the folder of the first backups.
        logs: the folder of the log.
        temporary: the folder whose content may go at any start.
        preferences: the file of this machine's preferences.
    """

    data: Path
    backups: Path
    logs: Path
    temporary: Path
    preferences: Path

    @property
    def database(self) -> Path:
        """The file that holds the records of the business."""
        return self.data / "servicedesk.db"

    @property
    def updates(self) -> Path:
        """The folder of legal facts and bank holidays that came after the program."""
        return self.data / "updates"

    @property
    def unfinished(self) -> Path:
        """The folder of notes on folders that are being written elsewhere; there when needed."""
        return self.data / "unfinished"

    def make(self) -> None:
        """Make the folders that are missing, for this person's eyes only.

        Raises:
            Trouble: as ``files.private_folder``.
        """
        from servicedesk.system.files import private_folder  # not before the first paint

        for folder in (
            self.data, self.backups, self.logs, self.temporary, self.preferences.parent
        ):  # fmt: skip
            private_folder(folder)


def places(profile: Path | None = None) -> Places:
    """Return the folders to use.

    Args:
        profile: one folder for everything, as ``--profile DIR`` names it; None for the places
            that the system has for such things.
    """
    if profile is not None:
        home = profile.expanduser().absolute()
        return Places(
            data=home,
            backups=home / "backups",
            logs=home / "logs",
            temporary=home / "temporary",
            preferences=home / "preferences.toml",
        )
    import platformdirs  # a named profile needs none of it

    data = platformdirs.user_data_path(_NAME, appauthor=False)
    return Places(
        data=data,
        backups=data / "backups",
        logs=platformdirs.user_log_path(_NAME, appauthor=False),
        temporary=platformdirs.user_cache_path(_NAME, appauthor=False) / "temporary",
        preferences=platformdirs.user_config_path(_NAME, appauthor=False) / "preferences.toml",
    )
