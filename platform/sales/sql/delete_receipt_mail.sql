-- SPDX-License-Identifier: GPL-3.0-or-later
delete from sales.receipt_mail where id = $1
