-- SPDX-License-Identifier: GPL-3.0-or-later
select reader from payments.reader where register = $1
