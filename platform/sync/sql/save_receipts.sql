-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.receipt (device, epoch, sequence, operation, payload_hash, acknowledgement)
select device, epoch, sequence, operation, payload_hash, acknowledgement
from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[], $5::bytea[], $6::json[])
    as r (device, epoch, sequence, operation, payload_hash, acknowledgement)
