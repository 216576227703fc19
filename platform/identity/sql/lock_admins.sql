-- SPDX-License-Identifier: GPL-3.0-or-later
-- Until the end of the transaction nobody else changes who is an administrator: two that disable each other would leave
-- none.
select pg_advisory_xact_lock(hashtextextended('identity.person.admins', 0))
