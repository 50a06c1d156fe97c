# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What people do: one use case, one method, one transaction, one journal step."""
