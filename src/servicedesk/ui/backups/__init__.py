# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backups on the screen: their state, the second folder, and putting one back."""
