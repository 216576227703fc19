-- SPDX-License-Identifier: GPL-3.0-or-later
delete from identity.password_code where person = $1 and hash = $2 and email = $3
