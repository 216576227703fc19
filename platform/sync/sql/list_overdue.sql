-- SPDX-License-Identifier: GPL-3.0-or-later
-- What operations still wait for although it took effect or was settled: a platform that ended between the commit that
-- brought it and the one that looks at its dependants leaves such.
select distinct cause.id
from sync.operation waiting
     cross join lateral unnest(waiting.waits_for) as needed (id)
     join sync.operation cause on cause.id = needed.id
where waiting.outcome = 'waiting'
      and (cause.settled or cause.outcome in ('applied', 'conflict')
           -- A resolution waits for the card of an operation, and a refused one has a card.
           or (waiting.type = 'attention.resolve' and cause.outcome <> 'waiting')
           -- A card that a sale told of is there, although its making was refused.
           or (cause.type = 'gift_card.create' and cause.outcome = 'refused'
               and cause.subject_id in (select id from sales.gift_card)))
order by cause.id
limit $1
