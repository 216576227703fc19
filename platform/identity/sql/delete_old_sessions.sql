-- SPDX-License-Identifier: GPL-3.0-or-later
-- Some that are over, and their tokens; who signs in meanwhile takes others.
delete from identity.session
where id in (select id from identity.session where ends_at < $1 order by ends_at limit 100 for update skip locked)
