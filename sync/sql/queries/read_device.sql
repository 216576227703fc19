-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, epoch, public_key, platform, location, register, person, last_sequence, feed_cursor, last_sync_at, clock_offset_ms,
       enrolled_at
FROM device
