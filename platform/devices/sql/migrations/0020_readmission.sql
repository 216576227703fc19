-- SPDX-License-Identifier: GPL-3.0-or-later
-- One-time codes that let a device in again that was shut out (ADR 027).
create table devices.readmission (
    code_hash  bytea primary key,
    device     uuid not null references devices.device (id),
    expires_at timestamptz not null,
    used_at    timestamptz
);
