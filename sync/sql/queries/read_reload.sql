-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT reason, phase, epoch, types, asked, chunk, cursor, horizon, place_type, place_id FROM reload
