-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.gift_card as g (id, code_hash, customer, balance, currency, revision, document)
select r.id, r.code_hash, r.customer, r.balance, r.currency, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, code_hash text, customer uuid, balance bigint, currency text, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set code_hash = excluded.code_hash, customer = excluded.customer, balance = excluded.balance,
    currency = excluded.currency, revision = excluded.revision, document = excluded.document
where g.revision = excluded.revision - 1
