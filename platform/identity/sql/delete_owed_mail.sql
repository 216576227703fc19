-- SPDX-License-Identifier: GPL-3.0-or-later
delete from identity.owed_mail where id = $1 returning id
