# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The machine: resources, paths, preferences, files, log and the clock."""
