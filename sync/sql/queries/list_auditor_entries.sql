-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.position, e.chain, e.number, coalesce(e.document, o.bytes), e.hash, e.signature, e.state, e.operation, o.id, o.state
FROM auditor_entry e LEFT JOIN operation o ON o.number = e.operation
WHERE e.position > ? ORDER BY e.position LIMIT ?
