-- SPDX-License-Identifier: GPL-3.0-or-later
insert into public.crema_schema_step (number, name, checksum) values ($1, $2, $3)
