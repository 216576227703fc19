-- SPDX-License-Identifier: GPL-3.0-or-later
select document || '{"schema":"customer/1"}'::jsonb from customers.customer where id = $1
