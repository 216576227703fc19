-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tombstones are kept for longer than any device may be away, and then leave the feed. For each audience: the last one
-- that left. A device that has not read so far misses it.
create table sync.feed_pruned (
    audience text primary key,
    xid      xid8 not null,
    position bigint not null
);

-- Once a day: every transaction with a lower number had ended by then.
create table sync.feed_mark (
    at  timestamptz primary key,
    xid xid8 not null
);

create index feed_tombstone on sync.feed (xid, position) where deleted;
