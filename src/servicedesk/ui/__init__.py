# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What people see: pages, presenters and widgets; knows services and domain only."""
