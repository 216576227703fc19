-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.session set ended_at = now(), ended_why = $2 where person = any ($1::uuid[]) and ended_at is null
