-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO operation (number, id, type, subject, bytes, hash, state, touched, made_elsewhere)
VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?)
