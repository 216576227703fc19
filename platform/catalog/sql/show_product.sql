-- SPDX-License-Identifier: GPL-3.0-or-later
select p.document || jsonb_build_object('schema', 'product/1', 'variants', coalesce((
           select jsonb_agg(v.document order by v.number) from catalog.variant v where v.product = p.id), '[]'::jsonb))
from catalog.product p
where p.id = $1
