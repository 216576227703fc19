-- SPDX-License-Identifier: GPL-3.0-or-later
-- The next one that is due and that no other node sends.
select id, sale, address, language, tries, (extract(epoch from ends_at) * 1000)::bigint
from sales.receipt_mail
where due_at <= $1 and address <> ''
order by due_at, id
limit 1
for update skip locked
