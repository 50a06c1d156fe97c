# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Bring your customers: a list from elsewhere, looked at before it is taken in."""
