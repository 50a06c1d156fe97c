# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Histories that are only ever added to: what of them still stands."""

from collections.abc import Mapping


def taken_back(undoes: Mapping[int, int]) -> frozenset[int]:
    """Numbers of the lines that were taken back; one that was done again stands.

    Args:
        undoes: number of a line -> number of the earlier one that it takes back.
    """
    found: set[int] = set()
    for line in sorted(undoes, reverse=True):  # the newest decides what is left of those before
        if line not in found:
            found.add(undoes[line])
    return frozenset(found)
