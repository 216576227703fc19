-- SPDX-License-Identifier: GPL-3.0-or-later
-- Places that stores of a device were given after its enrolment, each with a register of its own (sync.md rule 29).
create table devices.epoch (
    device   uuid not null references devices.device (id),
    epoch    bigint not null,
    claim    uuid not null unique,
    register uuid not null references devices.register (id),
    given_at timestamptz not null,
    primary key (device, epoch)
);
