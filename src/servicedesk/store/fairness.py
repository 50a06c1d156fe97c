# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Offers and plans, and checks of how fair they are, as kept."""
