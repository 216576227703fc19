-- SPDX-License-Identifier: GPL-3.0-or-later
-- In the order of the ids, in which the rows stand: an id begins with the time at which it was made.
SELECT s.document, o.bytes FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
WHERE s.id >= ? AND s.shift = ?
