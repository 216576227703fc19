-- SPDX-License-Identifier: GPL-3.0-or-later
delete from payments.reader where register = $1
