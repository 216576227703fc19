-- SPDX-License-Identifier: GPL-3.0-or-later
select p.document || jsonb_build_object('schema', 'product/1', 'variants', coalesce((
           select jsonb_agg(case when $2 then v.document else v.document - 'cost' end order by v.number)
           from catalog.variant v where v.product = p.id), '[]'::jsonb))
from catalog.product p
where p.id = $1
