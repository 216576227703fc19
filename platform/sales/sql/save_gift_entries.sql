-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sales.gift_entry (card, document, place, kind, amount, currency, reason, at)
select card, document, place, kind, amount, currency, reason, at
from jsonb_to_recordset($1::jsonb)
    as r (card uuid, document uuid, place integer, kind text, amount bigint, currency text, reason text, at timestamptz)
