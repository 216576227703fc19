-- SPDX-License-Identifier: GPL-3.0-or-later
insert into devices.enrol_code (code_hash, location, person, expires_at) values ($1, $2, $3, $4)
