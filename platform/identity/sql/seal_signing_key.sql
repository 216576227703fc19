-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.signing_key set private = $2 where id = $1
