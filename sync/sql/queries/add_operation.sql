-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO operation (id, type, subject, bytes, hash, state, touched) VALUES (?, ?, ?, ?, ?, 'queued', ?)
