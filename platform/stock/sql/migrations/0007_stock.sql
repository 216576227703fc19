-- SPDX-License-Identifier: GPL-3.0-or-later
create schema stock;

-- The ledger. Nothing in it is ever changed or taken out.
create table stock.movement (
    id       uuid primary key,
    variant  uuid not null,
    location uuid not null,
    delta    bigint not null check (delta <> 0),
    reason   text not null,
    source   uuid not null,
    at       timestamptz not null,
    note     text not null
);
create index movement_variant on stock.movement (variant, location, at);

-- The sum of the ledger by variant and location: a cache that can be rebuilt.
create table stock.level (
    location uuid not null,
    variant  uuid not null,
    on_hand  bigint not null,
    primary key (location, variant)
);
create index level_variant on stock.level (variant);
