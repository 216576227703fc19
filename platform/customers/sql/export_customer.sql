-- SPDX-License-Identifier: GPL-3.0-or-later
-- All that is known of one customer, for themselves. Who of the staff did something with it is theirs, so it is left out.
with recursive about as (
    select id from sync.operation where subject_id = $1 and subject_type = 'customer'
    union
    select o.id
    from about a
    join sync.operation o on o.subject_id = a.id and o.subject_type = 'attention'
)
select jsonb_build_object(
    'schema', 'customer-export/1',
    'exported_at', $2::text,
    'customer', c.document,
    'sales', coalesce((
        select jsonb_agg(s.document - 'cashier' order by s.completed_at, s.id)
        from sales.sale s
        where s.customer = c.id
    ), '[]'::jsonb),
    'store_credit', coalesce((
        select jsonb_agg(jsonb_build_object('balance', g.balance, 'currency', g.currency) order by g.currency)
        from sales.gift_card g
        where g.customer = c.id
    ), '[]'::jsonb),
    'points', coalesce((select a.points from sales.loyalty_account a where a.id = c.id), 0),
    'changes', coalesce((
        select jsonb_agg(jsonb_build_object('type', o.type, 'outcome', o.outcome, 'received_at', o.received_at,
                                            'body', convert_from(o.payload, 'UTF8')::jsonb -> 'body')
                         order by o.received_at, o.device, o.epoch, o.sequence)
        from about a
        join sync.operation o on o.id = a.id
    ), '[]'::jsonb),
    'audit', coalesce((
        select jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action,
                                            'outcome', e.document::jsonb #>> '{document,outcome}')
                         order by e.at, e.chain, e.number)
        from identity.audit_entry e
        where e.subject_type = 'customer' and e.subject_id = c.id
    ), '[]'::jsonb))
from customers.customer c
where c.id = $1
