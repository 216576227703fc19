-- SPDX-License-Identifier: GPL-3.0-or-later
delete from identity.password_code where ends_at <= $1
