-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of which an access token may still be good: the last one was given when the session was used last.
select id from identity.session where ended_at is not null and used_at > $1
