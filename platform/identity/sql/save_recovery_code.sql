-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.recovery_code (person, hash) values ($1, $2)
