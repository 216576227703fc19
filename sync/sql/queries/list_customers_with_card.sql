-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM customer WHERE card IN (?, ?, ?, ?, ?) AND card <> '' ORDER BY name_key, id
