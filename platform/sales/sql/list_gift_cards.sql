-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cards and store credit after an id, in the order of their ids; those with nothing on them only where $2 says so.
select document
from sales.gift_card
where id > $1 and ($2 or balance <> 0)
order by id
limit $3
