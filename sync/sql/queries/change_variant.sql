-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE variant SET product = ?, sku_key = ?, archived = ?, document = ?, words = ? WHERE id = ?
