-- SPDX-License-Identifier: GPL-3.0-or-later
-- What keeps the feed back: the oldest transaction with a number in any database of the cluster, prepared ones among
-- them, since numbers are given out for the cluster; how long it has been, who it is, and how many rows wait behind it.
-- Replication slots keep back no rows, but what may be cleaned up.
with holder as (
    select 'session ' || pid || ' in database ' || coalesce(datname, '-') || ' (' ||
           coalesce(nullif(application_name, ''), 'unnamed') || ', ' || coalesce(state, 'unknown') || ')' as who,
           extract(epoch from clock_timestamp() - xact_start) as seconds
    from pg_stat_activity
    where backend_xid is not null and pid <> pg_backend_pid()
    union all
    select 'prepared transaction ' || gid || ' in database ' || database,
           extract(epoch from clock_timestamp() - prepared)
    from pg_prepared_xacts
)
select coalesce((select (max(seconds) * 1000)::bigint from holder), 0),
       (select who from holder order by seconds desc limit 1),
       (select count(*) from sync.feed where xid >= pg_snapshot_xmin(pg_current_snapshot())),
       (select coalesce(max(age(xmin)), 0) from pg_replication_slots where xmin is not null)
