-- SPDX-License-Identifier: GPL-3.0-or-later
update payments.simulated set state = 'paid', captures = captures + 1
where intent = $1 and channel = 'reader' and state = 'open' and asked_at <= $2
