-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO erasure (subject) VALUES (?) ON CONFLICT (subject) DO NOTHING
