-- SPDX-License-Identifier: GPL-3.0-or-later
-- The answers with this word, those of operations that are over among them. Sales, which are most of the table, are asked
-- for no field's value.
SELECT number, acknowledgement FROM operation INDEXED BY operation_about
WHERE type <> 'sale.complete' AND instr(acknowledgement, ?) > 0
