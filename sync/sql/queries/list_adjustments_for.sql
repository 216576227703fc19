-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of a customer's store credit, which say whose it is, and of their points, whose account has their id.
SELECT number, state, bytes, acknowledgement FROM operation INDEXED BY operation_about
WHERE type <> 'sale.complete' AND type IN ('gift_card.adjust', 'points.adjust') AND instr(bytes, ?) > 0
ORDER BY number
