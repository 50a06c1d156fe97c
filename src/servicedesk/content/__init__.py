# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is written: words, guides, presets, holidays and legal facts, read from data files."""
