# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What every screen needs: messages, labels, refresh, background tasks."""
