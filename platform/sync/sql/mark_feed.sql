-- SPDX-License-Identifier: GPL-3.0-or-later
-- Once a day ($1: now), and forgets the marks that lie before the last one that is older than $2.
with old as (
    delete from sync.feed_mark
    where at < (select max(at) from sync.feed_mark where at <= $2::timestamptz)
)
insert into sync.feed_mark (at, xid)
select $1::timestamptz, pg_snapshot_xmin(pg_current_snapshot())
where not exists (select from sync.feed_mark where at > $1::timestamptz - interval '1 day' and at <= $1::timestamptz)
on conflict do nothing
