-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of several sales with one number the first by id.
select distinct on (number) number, id from sales.sale where number = any ($1::text[]) order by number, id
