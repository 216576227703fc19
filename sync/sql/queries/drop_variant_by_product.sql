-- SPDX-License-Identifier: GPL-3.0-or-later
DROP INDEX IF EXISTS variant_by_product
