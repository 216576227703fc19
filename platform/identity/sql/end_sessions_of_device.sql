-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.session set ended_at = $2, ended_why = $3
where device = $1 and ended_at is null and ends_at > $2
