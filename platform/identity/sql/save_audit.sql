-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.audit_entry (chain, number, at, actor, action, subject_type, subject_id, operation, document,
                                  previous_hash, hash)
select r.chain, r.number, r.at, r.actor, r.action, r.subject_type, r.subject_id, r.operation, r.document,
       r.previous_hash, r.hash
from jsonb_to_recordset($1::jsonb)
    as r (chain uuid, number bigint, at timestamptz, actor uuid, action text, subject_type text, subject_id uuid,
          operation uuid, document text, previous_hash bytea, hash bytea)
