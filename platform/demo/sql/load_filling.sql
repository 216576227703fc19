-- SPDX-License-Identifier: GPL-3.0-or-later
select (extract(epoch from begun_at) * 1000)::bigint from demo.filling
