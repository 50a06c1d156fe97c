# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Models and views for lists of records; long lists read ids first and rows on demand."""
