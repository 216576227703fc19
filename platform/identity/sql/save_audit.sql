-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.audit_entry (chain, number, at, actor, action, subject_type, subject_id, operation, document,
                                  previous_hash, hash)
select chain, number, at, actor, action, subject_type, subject_id, operation, document, previous_hash, hash
from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::uuid[],
            $9::text[], $10::bytea[], $11::bytea[])
    as r (chain, number, at, actor, action, subject_type, subject_id, operation, document, previous_hash, hash)
