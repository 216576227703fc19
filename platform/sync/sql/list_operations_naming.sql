-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those that lost a field to a value that this person gave it.
select id, device, epoch, sequence, payload, payload_hash, type, subject_type, subject_id, acknowledgement, settled,
       revision
from sync.operation
where outcome = 'conflict' and sync.people_named(acknowledgement) @> array[$1::text]
order by device, epoch, sequence
