-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most $2 customers of whom nothing was heard since $1: they bought nothing, nobody changed or asked for what is
-- known of them, the shop owes them nothing (store credit), and they are not newer. Who was made without an operation
-- says it by the time in their id (UUIDv7).
-- Who was merged into somebody (ADR 067) is needed as long as that one is, and the other way round.
select c.id
from customers.customer c
where c.document ->> 'erased_at' is null
  and c.document ->> 'merged_into' is null
  and not exists (
      with recursive part (id) as (
          select c.id
          union
          select m.id
          from part p
          join customers.customer m on m.document ->> 'merged_into' = p.id::text
      )
      select
      from part p
      where exists (select from sales.sale s where s.customer = p.id and s.completed_at >= $1::timestamptz)
         or exists (select from sales.gift_card g where g.customer = p.id and g.balance > 0)
         or exists (select from identity.audit_entry e
                    where e.subject_type = 'customer' and e.subject_id = p.id and e.at >= $1::timestamptz)
         or exists (select from sync.field_change f
                    where f.subject = p.id and (f.document ->> 'at')::timestamptz >= $1::timestamptz))
  and (exists (select from identity.audit_entry e where e.subject_type = 'customer' and e.subject_id = c.id)
       or (substr(c.id::text, 15, 1) = '7'
           and to_timestamp(('x' || substr(replace(c.id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0)
               < $1::timestamptz))
order by c.id
limit $2
