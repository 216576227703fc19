-- SPDX-License-Identifier: GPL-3.0-or-later
-- Exact SKU or barcode first, then names that begin with the text, then the rest by name. At most 400 matches are
-- ranked: ranking, not matching, is the cost of a search.
with exact as (
    select v.product from catalog.variant v where lower(v.sku) = $5 and v.sku <> ''
    union
    select v.product from catalog.barcode b join catalog.variant v on v.id = b.variant where b.code = $4
), matches as (
    (select s.product, s.folded_name from catalog.search s join exact using (product) where not s.archived)
    union
    (select s.product, s.folded_name from catalog.search s where s.words @@ $1::tsquery and not s.archived limit 400)
), best as (
    select m.product, m.folded_name, m.product in (select product from exact) as exact,
           starts_with(m.folded_name, $2) as begins
    from matches m
    order by exact desc, begins desc, m.folded_name, m.product
    limit $3
)
select p.document || jsonb_build_object('schema', 'product/1', 'variants', coalesce((
           select jsonb_agg(case when $6 then v.document else v.document - 'cost' end order by v.number)
           from catalog.variant v where v.product = p.id), '[]'::jsonb)),
       best.folded_name, p.id
from best join catalog.product p on p.id = best.product
order by best.exact desc, best.begins desc, best.folded_name, p.id
