-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every record must be new (revision 0) or still have the revision it was read with; the caller counts the rows.
insert into sync.operation as o (id, device, epoch, sequence, payload_hash, payload, type, subject_type, subject_id,
                                 outcome, settled, waits_for, acknowledgement, revision)
select r.id, r.device, r.epoch, r.sequence, r.payload_hash, r.payload, r.type, r.subject_type, r.subject_id,
       r.outcome, r.settled, r.waits_for::uuid[], r.acknowledgement, r.revision + 1
from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bytea[], $6::bytea[], $7::text[], $8::text[],
            $9::uuid[], $10::text[], $11::boolean[], $12::text[], $13::json[], $14::bigint[])
    as r (id, device, epoch, sequence, payload_hash, payload, type, subject_type, subject_id, outcome, settled,
          waits_for, acknowledgement, revision)
order by r.id
on conflict (id) do update
set payload = excluded.payload, outcome = excluded.outcome, settled = excluded.settled, waits_for = excluded.waits_for,
    acknowledgement = excluded.acknowledgement, revision = excluded.revision
where o.revision = excluded.revision - 1
