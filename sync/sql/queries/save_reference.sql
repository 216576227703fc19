-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO reference (type, id, document) VALUES (?, ?, ?) ON CONFLICT (type, id) DO UPDATE SET document = excluded.document
