-- SPDX-License-Identifier: GPL-3.0-or-later
update payments.simulated set lost_answers = $2 where intent = $1
