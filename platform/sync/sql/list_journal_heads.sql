-- SPDX-License-Identifier: GPL-3.0-or-later
select chain, register, place, number, hash, (extract(epoch from signed_at) * 1000)::bigint, revision
from sync.journal_head where device = $1 order by place
