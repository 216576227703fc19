-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.sealed_chain (chain, number)
select chain, number from jsonb_to_recordset($1::jsonb -> 'heads') as r (chain uuid, number bigint)
on conflict (chain) do update set number = excluded.number
