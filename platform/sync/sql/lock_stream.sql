-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever revokes the device waits for the end of this transaction, so that nothing is taken of it afterwards.
with known as (select revoked_at is not null as is_revoked from devices.device where id = $1 for share)
insert into sync.stream as s (device, epoch, expected, term) values ($1, $2, 1, 0)
on conflict (device, epoch) do update set expected = s.expected
returning expected, term, exists (select from known where is_revoked), (select epoch from sync.feed_epoch)
