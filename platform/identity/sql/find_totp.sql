-- SPDX-License-Identifier: GPL-3.0-or-later
select 1 from identity.totp where person = $1 and confirmed_at is not null
