-- SPDX-License-Identifier: GPL-3.0-or-later
select id, private from identity.signing_key order by id for update
