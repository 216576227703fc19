-- SPDX-License-Identifier: GPL-3.0-or-later
delete from sales.receipt_mail where address = '' and ends_at <= $1
