-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.address_hold set ends_at = $2 where person = $1 and ends_at > $2
