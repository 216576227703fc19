-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT register, number FROM sale
