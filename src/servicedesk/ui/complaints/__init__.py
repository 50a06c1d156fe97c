# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints: what somebody was unhappy with, what became of it, and what is learnt from it."""
