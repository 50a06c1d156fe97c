# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of ``--version``: a Python that reads its command line and says one line."""

import argparse
import sys


def main() -> None:
    """Say the line that stands first on the command line when ``--version`` follows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("line")
    parser.add_argument("--version", action="store_true")
    typed = parser.parse_args()
    if typed.version:
        sys.stdout.write(typed.line + "\n")


if __name__ == "__main__":
    main()
