-- SPDX-License-Identifier: GPL-3.0-or-later
select document from sync.field_change where subject = $1 and field = $2
