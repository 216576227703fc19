-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where a snapshot that begins now is cut, and how many rows ($1 audiences, $2 types) it has.
select e.epoch, pg_snapshot_xmin(pg_current_snapshot())::text,
       (select count(*)
        from sync.feed f
        where f.audience = any ($1::text[]) and f.entity_type = any ($2::text[]) and not f.deleted
          and f.xid < pg_snapshot_xmin(pg_current_snapshot()))
from sync.feed_epoch e
