-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from sales.shift where id = $1
