-- SPDX-License-Identifier: GPL-3.0-or-later
select epoch, pg_current_xact_id()::text from sync.feed_epoch
