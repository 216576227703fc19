-- SPDX-License-Identifier: GPL-3.0-or-later
select count(*) from identity.owed_mail
