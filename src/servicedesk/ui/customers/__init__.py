# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers: who they are, how to reach them, what happened between us."""
