-- SPDX-License-Identifier: GPL-3.0-or-later
select trusted from identity.address_hold where person = $1 and ends_at > $2
