-- SPDX-License-Identifier: GPL-3.0-or-later
select secret, confirmed_at is not null, last_step from identity.totp where person = $1 for update
