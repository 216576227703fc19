-- SPDX-License-Identifier: GPL-3.0-or-later
select id, device, epoch, sequence, payload, payload_hash, type, subject_type, subject_id, acknowledgement, settled,
       revision
from sync.operation
where outcome = 'waiting' and waits_for && $1::uuid[] and (device, epoch, sequence) > ($2, $3, $4)
order by device, epoch, sequence
limit $5
for update
