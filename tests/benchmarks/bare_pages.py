# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bare limit of a customer's page and of Today: the driver alone, SQL written by hand.

Nothing here imports the program. Each function asks the same questions of the same rows as the
program does, in as many statements, reads the same columns, and tells what was found as the
driver gives it.
"""

from datetime import date

from sqlcipher3 import dbapi2

_CUSTOMER = """
SELECT id, ref, shown_name, remember, name, sort_key, salutation, ask_for, best_time, heard_from,
  notes, status, own, added_on, first_visit_on, archived_on, binned_at
FROM customers WHERE id = (SELECT coalesce(merged_into_id, id) FROM customers WHERE id = ?)
"""
_PARTS = """
SELECT 'reach', position, shown, '', label FROM customer_reaches WHERE customer_id = ?1
UNION ALL SELECT 'address', position, lines, postcode, label FROM customer_addresses
WHERE customer_id = ?1
UNION ALL SELECT 'tag', id, tag, '', '' FROM customer_tags WHERE customer_id = ?1
UNION ALL SELECT 'known', id, shown_name, '', '' FROM customers WHERE merged_into_id = ?1
ORDER BY 2
"""
_SUPPORT = """
SELECT 'need', id, need, detail, source, yes_words, agreed_on, review_on, visible_to
FROM support_needs WHERE customer_id = ?1
UNION ALL SELECT 'safety', id, kind, text, result, yes_words, agreed_on, ends_on, tested_on
FROM safety_notes WHERE customer_id = ?1
UNION ALL SELECT 'consent', id, channel, wording, how, '', given_on, withdrawn_on, ''
FROM consents WHERE customer_id = ?1
"""
_ENTRIES = """
SELECT 'promises' AS part, id, coalesce(ended_on, due_on) || '~' AS key, substr(text, 1, 300),
  outcome, channel, promiser, made_on, due_on, is_revised, waiting_for
FROM promises WHERE customer_id = ?1 AND binned_at IS NULL
UNION ALL SELECT * FROM (SELECT 'contacts', id, at, substr(text, 1, 300), NULL, channel, by_whom,
  next_on, coalesce(answered_on, promise_id), is_incoming, is_sorted FROM contacts
  WHERE customer_id = ?1 AND binned_at IS NULL AND letter_id IS NULL ORDER BY at DESC LIMIT 100)
UNION ALL SELECT 'letters', id, issued_on || '~', substr(title, 1, 300), template, NULL,
  signatory, NULL, written_at, NULL, ref FROM letters WHERE customer_id = ?1
UNION ALL SELECT 'visits', id, day || '~', NULL, NULL, NULL, NULL, NULL, NULL, bought_else, NULL
FROM customer_visits WHERE customer_id = ?1
UNION ALL SELECT 'files', f.id, f.added_on || '~', substr(f.name, 1, 300), f.kind, NULL, NULL,
  NULL, NULL, a.size, NULL FROM record_files f JOIN attachments a ON a.id = f.attachment_id
WHERE f.kind = 'customer' AND f.record_id = ?1
  OR f.kind = 'contact' AND f.record_id IN
    (SELECT id FROM contacts WHERE customer_id = ?1 AND binned_at IS NULL)
  OR f.kind = 'promise' AND f.record_id IN
    (SELECT id FROM promises WHERE customer_id = ?1 AND binned_at IS NULL)
ORDER BY key DESC, part DESC, id DESC LIMIT 100
"""
_FIGURES = """
SELECT made.*,
  (SELECT count(*) FROM contacts WHERE next_on IS NOT NULL AND answered_on IS NULL
    AND promise_id IS NULL AND binned_at IS NULL AND +customer_id = ?1),
  (SELECT at FROM contacts WHERE customer_id = ?1 AND is_incoming AND binned_at IS NULL
    ORDER BY at DESC LIMIT 1),
  (SELECT max(day) FROM customer_visits WHERE customer_id = ?1)
FROM (SELECT total(outcome = 'kept'), total(outcome = 'late'), total(outcome = 'broken'),
  total(outcome IS NULL), total(outcome IS NULL AND due_on < ?2)
  FROM promises WHERE customer_id = ?1 AND binned_at IS NULL) AS made
"""

_FACTS = "SELECT key, value FROM business_facts ORDER BY key"
_MOMENTS = """
SELECT (SELECT at FROM journal ORDER BY id DESC LIMIT 1), (SELECT max(saved_at) FROM drafts),
  (SELECT max(saved_at) FROM drafts WHERE form = 'charter'),
  EXISTS (SELECT id FROM opening_hours), EXISTS (SELECT id FROM customers)
"""
_SHUT = """
SELECT 0, id, first, last, reason FROM closures WHERE last >= ?
UNION ALL SELECT 1, id, day, day, name FROM bank_holidays
WHERE nation = 'eng' AND source <> 'removed'
"""
_CHARTERS = """
SELECT number, status, effective_from, review_by, answers FROM charter_versions
WHERE status = 'published' OR number = (SELECT max(number) FROM charter_versions)
"""
_REGISTRATIONS = "SELECT id, kind, body, number, checked_on, ends_on FROM registrations"
_PROMISED = """
SELECT 'promise', p.id, p.text, p.due_on, p.due_at, p.customer_id, c.shown_name, c.remember,
  p.promiser, p.made_on, p.channel, p.job_ref, p.waiting_for, p.snoozed_until
FROM promises p LEFT JOIN customers c ON c.id = p.customer_id
WHERE p.outcome IS NULL AND p.binned_at IS NULL AND
"""
_OPEN = f"""
{_PROMISED} p.due_on <= ?1
UNION ALL {_PROMISED} p.due_on > ?1 AND p.waiting_for <> ''
UNION ALL {_PROMISED} p.due_on > ?1 AND p.customer_id IS NULL
UNION ALL SELECT 'contact', w.id, w.text, w.next_on, NULL, w.customer_id, c.shown_name, c.remember,
  w.by_whom, NULL, w.channel, '', '', NULL
FROM contacts w LEFT JOIN customers c ON c.id = w.customer_id
WHERE w.next_on IS NOT NULL AND w.answered_on IS NULL AND w.promise_id IS NULL
  AND w.binned_at IS NULL AND w.next_on <= ?1
UNION ALL SELECT 'customer', c.id, '', n.review_on, NULL, c.id, c.shown_name, c.remember, '', NULL,
  NULL, '', '', NULL
FROM support_needs n CROSS JOIN customers c ON c.id = n.customer_id
WHERE n.review_on <= ?2 AND c.binned_at IS NULL
UNION ALL SELECT 'customer', c.id, '', n.ends_on, NULL, c.id, c.shown_name, c.remember, '', NULL,
  NULL, '', '', NULL
FROM safety_notes n CROSS JOIN customers c ON c.id = n.customer_id
WHERE n.ends_on <= ?2 AND c.binned_at IS NULL
"""


def customer_page(connection: dbapi2.Connection, customer: int, today: str) -> object:
    """A customer with all that belongs to them, what helps, what happened, and figures."""
    who = connection.execute(_CUSTOMER, (customer,)).fetchone()
    parts = connection.execute(_PARTS, (customer,)).fetchall()
    support = [row[0] for row in connection.execute(_SUPPORT, (customer,)).fetchall()]
    entries = connection.execute(_ENTRIES, (customer,)).fetchall()
    *counts, enquiries, at, visited = connection.execute(_FIGURES, (customer, today)).fetchone()
    heard = max((day[:10] for day in (at, visited) if day), default=None)
    return (
        who[:4],
        [row[2] for row in parts if row[0] == "reach"],
        [(row[2], row[3]) for row in parts if row[0] == "address"],
        [(row[0], row[1], date.fromisoformat(row[2][:10])) for row in entries],
        tuple(counts),
        (enquiries, heard and date.fromisoformat(heard)),
        tuple(support.count(part) for part in ("need", "safety", "consent")),
    )


def today(connection: dbapi2.Connection, day: date, until: date, reviews: date) -> object:
    """What Today is made of: its rows in order, each with its group, and what its cards ask.

    Args:
        connection: reads.
        day: of today.
        until: the last day that it looks ahead to.
        reviews: the last day of a review that counts.
    """
    facts = dict(connection.execute(_FACTS).fetchall())
    moments = connection.execute(_MOMENTS).fetchone()
    shut = connection.execute(_SHUT, (day.isoformat(),)).fetchall()
    charters = connection.execute(_CHARTERS).fetchall()
    registrations = connection.execute(_REGISTRATIONS).fetchall()
    ends, now = until.isoformat(), day.isoformat()
    found = connection.execute(_OPEN, (ends, reviews.isoformat())).fetchall()
    rows = []
    for kind, number, text, due, _, _, name, remember, by, *_, waiting, snoozed in found:
        if kind == "customer" or (snoozed or "") > now:
            continue
        group = 0 if due < now else 1 if due == now else 3 if waiting else 2
        if group != 2 or due <= ends:
            rows.append((group, due, kind, number, text, name or "", remember or "", by))
    closures = sum(not row[0] for row in shut)
    known = (len(facts), bool(moments[3]), bool(moments[4]), closures, len(charters))
    return sorted(rows), (*known, len(registrations))
