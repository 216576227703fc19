-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of a customer's store credit, which say whose it is.
SELECT number, state, bytes, acknowledgement FROM operation INDEXED BY operation_about
WHERE type <> 'sale.complete' AND type = 'gift_card.adjust' AND instr(bytes, ?) > 0
ORDER BY number
