-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far each chain of a register's auditor's journal was seen and countersigned. The documents themselves are the
-- operations.
create table sync.journal_head (
    chain     uuid primary key,
    device    uuid not null,
    register  uuid not null,
    place     integer not null,
    number    bigint not null,
    hash      bytea not null,
    signed_at timestamptz not null,
    revision  bigint not null,
    unique (device, place)
);

-- What heads are countersigned with, made at the first one and never changed: signatures are checked for years.
create table sync.journal_key (
    one  boolean primary key default true check (one),
    seed bytea not null
);
