-- SPDX-License-Identifier: GPL-3.0-or-later
-- What did not come, or came as gone.
SELECT count(*) FROM product AS t
WHERE NOT EXISTS (SELECT 1 FROM staged_row AS s WHERE s.type = 'product' AND s.id = t.id AND s.document IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM pending_key AS k WHERE k.type = 'held.product' AND k.id = t.id)
