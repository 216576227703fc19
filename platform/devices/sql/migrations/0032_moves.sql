-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where a device goes that is to move, until its store has claimed the epoch that it sells there with (ADR 046).
create table devices.move (
    device   uuid primary key references devices.device (id),
    claim    uuid not null unique,
    register uuid not null unique,
    location uuid not null references company.location (id),
    code     text not null
);
