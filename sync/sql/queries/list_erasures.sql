-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT subject FROM erasure ORDER BY subject
