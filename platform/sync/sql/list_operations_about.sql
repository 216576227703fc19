-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those about somebody, and the decisions about their cards, which have the ids of the operations.
with recursive about as (
    select id from sync.operation where subject_id = $1 and subject_type in ('customer', 'person')
    union
    select o.id
    from about a
    join sync.operation o on o.subject_id = a.id and o.subject_type = 'attention'
)
select o.id, o.device, o.epoch, o.sequence, o.payload, o.payload_hash, o.type, o.subject_type, o.subject_id,
       o.acknowledgement, o.settled, o.revision
from about a
join sync.operation o on o.id = a.id
order by o.device, o.epoch, o.sequence
