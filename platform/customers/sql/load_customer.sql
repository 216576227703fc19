-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from customers.customer where id = $1
