-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT json_extract(line.value, '$.product') AS product, count(*) AS times
FROM sale AS s, json_each(CAST(s.document AS TEXT), '$.lines') AS line GROUP BY 1
