-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO attention (id, is_open, subject, occurred_at, number, document)
VALUES (?1, ?2, ?3, ?4, (
    SELECT operation.number FROM operation, device
    WHERE device.id = ?5 AND operation.epoch = ?6 AND operation.sequence = ?7), ?8)
ON CONFLICT (id) DO UPDATE SET is_open = excluded.is_open, subject = excluded.subject,
    occurred_at = excluded.occurred_at, number = coalesce(excluded.number, number), document = excluded.document
