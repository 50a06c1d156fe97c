# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where the frozen program for menus and icons begins; on Windows it opens no console."""

import sys

import surroundings

from servicedesk.app.main import window

surroundings.give_back()
sys.exit(window())
