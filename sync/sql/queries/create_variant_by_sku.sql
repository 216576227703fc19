-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX IF NOT EXISTS variant_by_sku ON variant (sku_key)
