-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.signing_key (id, private, created_at) values ($1, $2, $3)
