-- SPDX-License-Identifier: GPL-3.0-or-later
-- What makes something cheaper, and other prices than those of the catalog (ADR 055).
create table catalog.promotion (
    id       uuid primary key,
    revision bigint not null,
    document jsonb not null
);
create table catalog.price_list (
    id       uuid primary key,
    revision bigint not null,
    document jsonb not null
);
