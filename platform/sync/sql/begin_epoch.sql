-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every cursor handed out before is void: the devices read anew and send again what is missing. The time ($1, ms) makes
-- the number new also when one backup is restored twice. What was noted by transaction numbers goes with the numbers.
with pruned as (
    delete from sync.feed_pruned
), marks as (
    delete from sync.feed_mark
)
update sync.feed_epoch set epoch = greatest(epoch + 1, $1)
