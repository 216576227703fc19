-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.session set ended_at = $3, ended_why = $4
where person = $1 and device = $2 and ended_at is null and ends_at > $3
returning id
