-- SPDX-License-Identifier: GPL-3.0-or-later
insert into devices.readmission (code_hash, device, expires_at) values ($1, $2, $3)
