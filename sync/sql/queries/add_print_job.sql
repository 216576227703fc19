-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO print_job (title, bytes, kick, state, tries, made_at) VALUES (?, ?, ?, ?, ?, ?)
