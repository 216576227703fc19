-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows of a chunk of a snapshot in the order of the primary key, read from it as far as they are needed. Before the
-- table was analysed, as after a restore or a large import, PostgreSQL takes them for few, and reads and sorts all of a
-- type for each chunk: 400 ms of 100,000 in place of 4.
create function sync.snapshot_rows(type text, after uuid, cut xid8, audiences text[], most integer)
returns setof sync.feed language sql stable
set enable_bitmapscan = off set enable_seqscan = off set enable_sort = off as $$
    select distinct on (entity_id) *
    from sync.feed
    where entity_type = type and entity_id > after and xid <= cut and audience = any (audiences) and not deleted
    order by entity_id, audience
    limit most
$$;
