-- SPDX-License-Identifier: GPL-3.0-or-later
-- An answer with a conflict names who gave a field the value that it lost to. An erasure finds it by that person
-- (docs/adr/044). It is read as text: a value may have a letter that jsonb does not take (U+0000).
create function sync.people_named(acknowledgement json) returns text[]
language sql immutable strict parallel safe
as $$
    select array(select found[1]
                 from regexp_matches(acknowledgement::text, '"person":"([0-9a-f-]{36})"', 'g') as m (found))
$$;
create index operation_naming on sync.operation using gin (sync.people_named(acknowledgement))
    where outcome = 'conflict';

-- What managers adjusted on store credit and points says why: an erasure finds it by its type, which is rare (docs/adr/060
-- and 062).
create index operation_adjustment on sync.operation (subject_id) where type in ('gift_card.adjust', 'points.adjust');
