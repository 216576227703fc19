-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is told of it now.
select audience from sync.feed where entity_type = $1 and entity_id = $2 and not deleted order by audience
