-- SPDX-License-Identifier: GPL-3.0-or-later
-- $2 became $3 at $4. Only who has a password has something to lose. While a change is held, the next one is held against
-- the same address; who gets that one back has nothing to wait for.
insert into identity.address_hold as h (person, trusted, ends_at)
select $1::uuid, $2::text, $5::timestamptz
where exists (select 1 from identity.credential c where c.person = $1::uuid)
on conflict (person) do update
set trusted = case when h.ends_at > $4::timestamptz then h.trusted else excluded.trusted end,
    ends_at = case when h.ends_at > $4::timestamptz and h.trusted <> '' and lower(h.trusted collate "C") = lower($3::text collate "C") then $4::timestamptz
                   else excluded.ends_at end
returning trusted, (extract(epoch from told_at) * 1000)::bigint, ends_at > $4::timestamptz
