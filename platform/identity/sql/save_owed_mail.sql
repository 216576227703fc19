-- SPDX-License-Identifier: GPL-3.0-or-later
-- One of a kind for each person: the latest. It has an id of its own, so that the end of the one before does not end it.
insert into identity.owed_mail (person, kind, document, due_at, ends_at) values ($1, $2, $3, $4, $5)
on conflict (person, kind) do update
set id = excluded.id, document = excluded.document, due_at = excluded.due_at, ends_at = excluded.ends_at, tries = 0
