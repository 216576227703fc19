-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those that nobody has ended.
SELECT document FROM reference
WHERE type = 'parked_cart' AND json_extract(CAST(document AS TEXT), '$.state') = 'parked'
