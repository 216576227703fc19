-- SPDX-License-Identifier: GPL-3.0-or-later
select number, name, checksum from public.crema_schema_step order by number
