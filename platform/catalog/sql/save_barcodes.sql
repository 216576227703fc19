-- SPDX-License-Identifier: GPL-3.0-or-later
insert into catalog.barcode (code, variant)
select r.code, r.variant from jsonb_to_recordset($1::jsonb) as r (code text, variant uuid) order by r.code
