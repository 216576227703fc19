-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.sale (id, number, shift, location, register, customer, completed_at, total_minor, document)
select id, number, shift, location, register, customer, completed_at, total_minor, document
from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::bigint[],
            $9::jsonb[])
    as r (id, number, shift, location, register, customer, completed_at, total_minor, document)
