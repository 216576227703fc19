-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest that each device told about itself: one row a device, overwritten in place.
create table devices.health (
    device       uuid primary key references devices.device (id),
    boot         uuid not null,
    monotonic_ms bigint not null,
    heard_at     timestamptz not null,
    report       json not null
) with (fillfactor = 50);
