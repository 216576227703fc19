-- SPDX-License-Identifier: GPL-3.0-or-later
-- What waits for a person here: facts that need a look, and what could not be read; the oldest first. The register is the
-- one that the store was then: of its epoch, or of the enrolment.
with waiting as (
    select r.id::text as id, r.id as number, r.created_at, r.code, l.code as location,
           coalesce(s.number, r.subject_type || ' ' || r.subject_id) as subject, o.device, o.epoch
    from sync.review r
    left join company.location l on l.id = r.location
    left join sales.sale s on r.subject_type = 'sale' and s.id = r.subject_id
    left join sync.operation o on o.id = r.operation
    where r.resolved_at is null
    union all
    select a.id::text, 0, a.created_at, 'dead_letter', l.code,
           'epoch ' || (a.document->>'epoch') || ' sequence ' || (a.document->>'sequence'),
           (a.document->>'device')::uuid, (a.document->>'epoch')::bigint
    from sync.attention a
    left join company.location l on l.id = a.location
    where a.open and a.document->>'outcome' = 'dead_letter'
)
select w.id, (extract(epoch from w.created_at) * 1000)::bigint, w.code, w.location, w.subject, g.code
from waiting w
left join devices.device d on d.id = w.device
left join devices.epoch e on e.device = w.device and e.epoch = w.epoch
left join devices.register g on g.id = coalesce(e.register, d.register)
order by w.created_at, w.number, w.id
limit $1
