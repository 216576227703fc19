-- SPDX-License-Identifier: GPL-3.0-or-later
create schema devices;

create table devices.register (
    id       uuid primary key,
    location uuid not null references company.location (id),
    code     text not null,
    device   uuid not null,
    document jsonb not null,
    unique (location, code)
);

create table devices.device (
    id          uuid primary key,
    epoch       bigint not null,
    name        text not null,
    public_key  bytea not null,
    location    uuid not null references company.location (id),
    register    uuid not null references devices.register (id),
    person      uuid not null references identity.person (id),
    enrolled_at timestamptz not null,
    revoked_at  timestamptz
);

create table devices.enrol_code (
    code_hash  bytea primary key,
    location   uuid not null references company.location (id),
    person     uuid not null references identity.person (id),
    expires_at timestamptz not null,
    used_at    timestamptz,
    used_by    uuid
);
