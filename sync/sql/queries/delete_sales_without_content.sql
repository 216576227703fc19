-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM sale WHERE document IS NULL AND operation NOT IN (SELECT number FROM operation)
