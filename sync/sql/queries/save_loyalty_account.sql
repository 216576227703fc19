-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO loyalty_account (id, document) VALUES (?, ?)
ON CONFLICT (id) DO UPDATE SET document = excluded.document
