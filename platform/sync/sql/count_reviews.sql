-- SPDX-License-Identifier: GPL-3.0-or-later
select (select count(*) from sync.review where resolved_at is null),
       (select coalesce(extract(epoch from now() - min(created_at)), 0)::bigint
        from sync.review where resolved_at is null),
       (select count(*) from sync.attention where open and document->>'outcome' = 'dead_letter')
