# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of guides on the screen ask for: the same as tests of widgets."""

from tests.ui.widgets.conftest import desk, shown

__all__ = ["desk", "shown"]
