-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX IF NOT EXISTS variant_by_product ON variant (product)
