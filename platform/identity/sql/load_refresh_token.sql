-- SPDX-License-Identifier: GPL-3.0-or-later
-- Read after the session was locked.
select (extract(epoch from used_at) * 1000)::bigint, salt from identity.refresh_token where hash = $1
