-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO payment_intent (id, shift, holds, asked_at, document) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET shift = excluded.shift, holds = excluded.holds, asked_at = excluded.asked_at,
    document = excluded.document
