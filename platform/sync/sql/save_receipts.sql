-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.receipt (device, epoch, sequence, operation, payload_hash, acknowledgement)
select r.device, r.epoch, r.sequence, r.operation, r.payload_hash, r.acknowledgement
from json_to_recordset($1::json)
    as r (device uuid, epoch bigint, sequence bigint, operation uuid, payload_hash bytea, acknowledgement json)
