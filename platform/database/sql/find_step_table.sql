-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether Crema has been in this database.
select to_regclass('public.crema_schema_step') is not null
