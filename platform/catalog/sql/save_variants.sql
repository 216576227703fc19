-- SPDX-License-Identifier: GPL-3.0-or-later
insert into catalog.variant as v (id, product, sku, folded, archived, revision, document)
select r.id, r.product, r.sku, r.folded, r.archived, r.revision + 1, r.document
from jsonb_to_recordset($1::jsonb)
    as r (id uuid, product uuid, sku text, folded text, archived boolean, revision bigint, document jsonb)
order by r.id
on conflict (id) do update
set product = excluded.product, sku = excluded.sku, folded = excluded.folded, archived = excluded.archived,
    revision = excluded.revision, document = excluded.document
where v.revision = excluded.revision - 1
