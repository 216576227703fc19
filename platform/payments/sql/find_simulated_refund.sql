-- SPDX-License-Identifier: GPL-3.0-or-later
select amount from payments.simulated_refund where key = $1
