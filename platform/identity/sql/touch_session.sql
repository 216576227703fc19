-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.session set used_at = $2 where id = $1
