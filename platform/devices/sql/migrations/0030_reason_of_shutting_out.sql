-- SPDX-License-Identifier: GPL-3.0-or-later
-- Why a device was shut out: a word of models/devices/shut_out.h; null where none was given.
alter table devices.device add column revoked_reason text;
