-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first one signed all that came before it was written down here; a later one begins after the last seal.
insert into identity.audit_public_key (first_seal, public)
select case when exists (select from identity.audit_public_key)
            then (select coalesce(max(number), 0) + 1 from identity.audit_seal) else 1 end, $1
where not exists (select from identity.audit_public_key where public = $1)
on conflict (first_seal) do update set public = excluded.public
