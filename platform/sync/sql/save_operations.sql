-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.operation as o (id, device, epoch, sequence, payload_hash, payload, type, subject_type, subject_id,
                                 outcome, settled, acknowledgement)
select r.id, r.device, r.epoch, r.sequence, r.payload_hash, r.payload, r.type, r.subject_type, r.subject_id,
       r.outcome, r.settled, r.acknowledgement
from json_to_recordset($1::json)
    as r (id uuid, device uuid, epoch bigint, sequence bigint, payload_hash bytea, payload bytea, type text,
          subject_type text, subject_id uuid, outcome text, settled boolean, acknowledgement json)
order by r.id
on conflict (id) do update
set outcome = excluded.outcome, settled = excluded.settled, acknowledgement = excluded.acknowledgement
where o.device = excluded.device and o.epoch = excluded.epoch and o.sequence = excluded.sequence
