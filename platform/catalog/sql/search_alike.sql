-- SPDX-License-Identifier: GPL-3.0-or-later
with best as (
    select s.product, s.folded_name, word_similarity($1, s.folded_name) as likeness
    from catalog.search s
    where $1 <% s.folded_name and not s.archived
    order by likeness desc, s.folded_name, s.product
    limit $2
)
select p.document || jsonb_build_object('schema', 'product/1', 'variants', coalesce((
           select jsonb_agg(case when $3 then v.document else v.document - 'cost' end order by v.number)
           from catalog.variant v where v.product = p.id), '[]'::jsonb)),
       best.folded_name, p.id
from best join catalog.product p on p.id = best.product
order by best.likeness desc, best.folded_name, p.id
