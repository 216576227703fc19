-- SPDX-License-Identifier: GPL-3.0-or-later
select channel, amount, currency, description, state from payments.simulated where intent = $1
