-- SPDX-License-Identifier: GPL-3.0-or-later
select id from devices.device where revoked_at is not null
