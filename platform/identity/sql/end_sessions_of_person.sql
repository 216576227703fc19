-- SPDX-License-Identifier: GPL-3.0-or-later
-- All but the one in $4, which may be null.
update identity.session set ended_at = $2, ended_why = $3
where person = $1 and ended_at is null and ends_at > $2 and id is distinct from $4::uuid
