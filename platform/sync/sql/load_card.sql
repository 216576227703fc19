-- SPDX-License-Identifier: GPL-3.0-or-later
select document, revision from sync.attention where id = $1
