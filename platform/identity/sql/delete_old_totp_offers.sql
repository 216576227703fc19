-- SPDX-License-Identifier: GPL-3.0-or-later
delete from identity.totp where confirmed_at is null and offered_at <= $1
