-- SPDX-License-Identifier: GPL-3.0-or-later
create table if not exists public.crema_schema_step (
    number   integer primary key,
    name     text not null,
    checksum text not null,
    run_at   timestamptz not null default now()
)
