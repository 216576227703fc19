-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT document FROM loyalty_account WHERE id = ?
