-- SPDX-License-Identifier: GPL-3.0-or-later
-- One that goes on.
select person from identity.session where id = $1 and ended_at is null and ends_at > $2
