-- SPDX-License-Identifier: GPL-3.0-or-later
update payments.simulated set lost_answers = lost_answers - 1 where intent = $1 and lost_answers > 0
