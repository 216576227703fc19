-- SPDX-License-Identifier: GPL-3.0-or-later
select p.document || jsonb_build_object('schema', 'product/1', 'variants', coalesce((
           select jsonb_agg(case when $4 then v.document else v.document - 'cost' end order by v.number)
           from catalog.variant v where v.product = p.id), '[]'::jsonb)),
       p.folded_name, p.id
from catalog.product p
where not p.archived and (p.folded_name, p.id) > ($1, $2::uuid)
order by p.folded_name, p.id
limit $3
