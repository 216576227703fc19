-- SPDX-License-Identifier: GPL-3.0-or-later
create schema company;

-- The one company of this platform.
create table company.settings (
    singleton boolean primary key default true check (singleton),
    document jsonb not null
);

create table company.location (
    id       uuid primary key,
    code     text not null,
    document jsonb not null
);
create unique index location_code on company.location (lower(code));
