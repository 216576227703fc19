-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many customers there are who are not erased, and how many were erased since $1.
select count(*) filter (where document ->> 'erased_at' is null),
       count(*) filter (where (document ->> 'erased_at')::timestamptz >= $1::timestamptz)
from customers.customer
