-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sales whose document or operation has these bytes somewhere; the caller reads them to be sure.
SELECT s.document, o.bytes FROM sale AS s LEFT JOIN operation AS o ON s.document IS NULL AND o.number = s.operation
WHERE instr(coalesce(s.document, o.bytes), ?) > 0
