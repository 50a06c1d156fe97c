# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first ten minutes: a backup to begin from, or four questions about the business."""
