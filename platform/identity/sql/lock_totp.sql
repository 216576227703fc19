-- SPDX-License-Identifier: GPL-3.0-or-later
select secret, confirmed_at is not null, last_step, (extract(epoch from offered_at) * 1000)::bigint
from identity.totp where person = $1 for update
