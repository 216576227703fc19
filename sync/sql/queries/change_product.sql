-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE product SET name_key = ?, archived = ?, document = ?, words = ? WHERE id = ?
