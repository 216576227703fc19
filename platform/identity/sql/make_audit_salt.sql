-- SPDX-License-Identifier: GPL-3.0-or-later
-- 32 bytes, of which 244 bits are by chance.
select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
