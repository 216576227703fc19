-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.journal_head as h (chain, device, register, place, number, hash, signed_at, revision)
values ($1, $2, $3, $4, $5, $6, $7, $8::bigint + 1)
on conflict (chain) do update
set number = excluded.number, hash = excluded.hash, signed_at = excluded.signed_at, revision = excluded.revision
where h.revision = excluded.revision - 1 and h.device = excluded.device
