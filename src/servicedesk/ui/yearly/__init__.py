# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What comes round twice a year or once: reviews, fairness, extra help."""
