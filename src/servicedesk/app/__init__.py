# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The attic: wires every floor together and owns the two entry points; nobody imports it."""
