# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who was erased: random numbers and days alone, kept for restores."""
