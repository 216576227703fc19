-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.refresh_token (hash, session) values ($1, $2)
