-- SPDX-License-Identifier: GPL-3.0-or-later
select epoch from sync.feed_epoch
