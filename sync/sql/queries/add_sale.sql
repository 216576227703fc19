-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO sale (id, number, shift, register, completed_at, operation) VALUES (?, ?, ?, ?, ?, ?)
