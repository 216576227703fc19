-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.returned_line (sale, line, returned_by, quantity)
select sale, line, returned_by, sum(quantity)
from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bigint[]) as r (sale, line, returned_by, quantity)
group by sale, line, returned_by
