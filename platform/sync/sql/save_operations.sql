-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every record must be new (revision 0) or still have the revision it was read with; the caller counts the rows.
insert into sync.operation as o (id, device, epoch, sequence, payload_hash, payload, type, subject_type, subject_id,
                                 outcome, settled, waits_for, acknowledgement, revision)
select r.id, r.device, r.epoch, r.sequence, r.payload_hash, r.payload, r.type, r.subject_type, r.subject_id,
       r.outcome, r.settled, array(select json_array_elements_text(r.waits_for)::uuid), r.acknowledgement,
       r.revision + 1
from json_to_recordset($1::json)
    as r (id uuid, device uuid, epoch bigint, sequence bigint, payload_hash bytea, payload bytea, type text,
          subject_type text, subject_id uuid, outcome text, settled boolean, waits_for json, acknowledgement json,
          revision bigint)
order by r.id
on conflict (id) do update
set outcome = excluded.outcome, settled = excluded.settled, waits_for = excluded.waits_for,
    acknowledgement = excluded.acknowledgement, revision = excluded.revision
where o.revision = excluded.revision - 1
