-- SPDX-License-Identifier: GPL-3.0-or-later
select private, (extract(epoch from created_at) * 1000)::bigint, id
from identity.signing_key
order by created_at, id
