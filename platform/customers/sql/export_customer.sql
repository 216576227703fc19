-- SPDX-License-Identifier: GPL-3.0-or-later
-- All that is known of one customer, and of all who are one with them (ADR 067), for themselves. Who of the staff did something with it is theirs, so it is left out.
with recursive part (id, into_id) as (
    select id, (document ->> 'merged_into')::uuid from customers.customer where id = $1
    union
    select m.id, (m.document ->> 'merged_into')::uuid
    from part p
    join customers.customer m on m.document ->> 'merged_into' = p.id::text or m.id = p.into_id
),
about as (
    select o.id from sync.operation o join part p on o.subject_id = p.id and o.subject_type = 'customer'
    union
    select o.id
    from about a
    join sync.operation o on o.subject_id = a.id and o.subject_type = 'attention'
)
select jsonb_build_object(
    'schema', 'customer-export/1',
    'exported_at', $2::text,
    'customer', c.document,
    'merged', coalesce((
        select jsonb_agg(m.document order by m.id)
        from customers.customer m
        where m.id <> c.id and m.id in (select id from part)
    ), '[]'::jsonb),
    'sales', coalesce((
        select jsonb_agg(s.document - 'cashier' order by s.completed_at, s.id)
        from sales.sale s
        where s.customer in (select id from part)
    ), '[]'::jsonb),
    'store_credit', coalesce((
        select jsonb_agg(jsonb_build_object('balance', g.balance, 'currency', g.currency) order by g.currency)
        from sales.gift_card g
        where g.customer in (select id from part)
    ), '[]'::jsonb),
    'points', coalesce((select sum(a.points) from sales.loyalty_account a where a.id in (select id from part)), 0),
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
        where e.subject_type = 'customer' and e.subject_id in (select id from part)
    ), '[]'::jsonb))
from customers.customer c
where c.id = $1
