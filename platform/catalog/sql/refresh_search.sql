-- SPDX-License-Identifier: GPL-3.0-or-later
insert into catalog.search as s (product, folded_name, words, archived)
select p.id, p.folded_name,
       array_to_tsvector(array_remove(array(
           select distinct unnest(string_to_array(
               p.folded || ' ' || coalesce((select string_agg(v.folded, ' ') from catalog.variant v
                                            where v.product = p.id and not v.archived), ''), ' '))), '')),
       p.archived
from catalog.product p
where p.id = any ($1::uuid[])
order by p.id
on conflict (product) do update
set folded_name = excluded.folded_name, words = excluded.words, archived = excluded.archived
