-- SPDX-License-Identifier: GPL-3.0-or-later
select count(*) from sales.receipt_mail where address <> ''
