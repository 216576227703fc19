-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO device (one, id, epoch, public_key, made_at) VALUES (1, ?, ?, ?, ?)
