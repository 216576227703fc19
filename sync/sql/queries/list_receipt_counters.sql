-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT register, last FROM receipt_counter
