-- SPDX-License-Identifier: GPL-3.0-or-later
select json_build_object('location', l.location, 'on_hand', l.on_hand, 'variant', l.variant, 'sku', v.sku),
       l.location, l.variant
from stock.level l left join catalog.variant v on v.id = l.variant
where (l.location, l.variant) > ($1::uuid, $2::uuid)
  and ($4::uuid is null or l.variant = $4) and ($5::uuid is null or l.location = $5)
  and ($6::boolean or l.location = any ($7::uuid[]))
order by l.location, l.variant
limit $3
