-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from sales.parked_cart where id = $1
