-- SPDX-License-Identifier: GPL-3.0-or-later
select id, device, epoch, sequence, payload, payload_hash, type, subject_type, subject_id, acknowledgement, settled,
       revision
from sync.operation where subject_id = $1 and outcome in ('waiting', 'refused') and not settled
