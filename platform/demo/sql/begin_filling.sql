-- SPDX-License-Identifier: GPL-3.0-or-later
insert into demo.filling (begun_at) values ($1) on conflict (singleton) do nothing
