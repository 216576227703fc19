-- SPDX-License-Identifier: GPL-3.0-or-later
update sync.stream set expected = $3, term = $4 where device = $1 and epoch = $2
