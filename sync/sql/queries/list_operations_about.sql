-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those about somebody, and the decisions about their cards, which have the ids of the operations: also of those that
-- other devices made. The account of a customer's points has their id, and stays in the books (docs/adr/062).
WITH RECURSIVE about (id) AS (
    SELECT ?1
    UNION
    SELECT id FROM attention WHERE subject = ?1
    UNION
    SELECT o.id FROM about AS a JOIN operation AS o ON o.subject = a.id WHERE o.type <> 'sale.complete'
    AND o.type <> 'points.adjust')
SELECT o.number, o.state, o.bytes, o.acknowledgement
FROM about AS a CROSS JOIN operation AS o INDEXED BY operation_about ON o.subject = a.id
WHERE o.type <> 'sale.complete' AND o.type <> 'points.adjust'
ORDER BY o.number
