-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the platform could not read stays pending for ever; it waits for a person, not for the feed.
SELECT count(*) FROM attention JOIN operation AS letter ON letter.number = attention.number
WHERE letter.state = 'receipted' AND letter.attention = 1 AND letter.visible_at IS NULL
