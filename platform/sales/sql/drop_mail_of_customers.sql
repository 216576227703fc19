-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose address it was is not known any more.
delete from sales.receipt_mail m using sales.sale s
where s.id = m.sale and s.customer = any ($1::uuid[])
