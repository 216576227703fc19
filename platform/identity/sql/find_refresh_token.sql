-- SPDX-License-Identifier: GPL-3.0-or-later
select session from identity.refresh_token where hash = $1
