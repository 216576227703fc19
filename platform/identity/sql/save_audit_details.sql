-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.audit_details (chain, number, person, salt, details) values ($1, $2, $3, $4, $5)
