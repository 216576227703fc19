-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.address_hold set told_at = $2 where person = $1
