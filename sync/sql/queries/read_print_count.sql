-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT prints FROM print_count WHERE sale = ?
