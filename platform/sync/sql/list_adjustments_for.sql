-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of a customer's points, whose account has their id, and of their store credit. One that did not take effect may be
-- about a credit that is not there, and then says whose it is itself.
select id, device, epoch, sequence, payload, payload_hash, type, subject_type, subject_id, acknowledgement, settled,
       revision
from sync.operation
where type = 'points.adjust' and subject_id = $1::text::uuid
union all
select id, device, epoch, sequence, payload, payload_hash, type, subject_type, subject_id, acknowledgement, settled,
       revision
from sync.operation
where type = 'gift_card.adjust'
  and (position(convert_to($1::text, 'UTF8') in payload) > 0
       or subject_id in (select id from sales.gift_card where customer = $1::text::uuid))
order by device, epoch, sequence
