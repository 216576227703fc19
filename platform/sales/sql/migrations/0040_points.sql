-- SPDX-License-Identifier: GPL-3.0-or-later
-- The points of customers (docs/adr/062), and what moved them. An entry follows from its document; the id of an account
-- is its customer's.
create table sales.loyalty_account (
    id       uuid   primary key,
    points   bigint not null,
    revision bigint not null,
    document jsonb  not null
);

create table sales.points_entry (
    customer uuid    not null,
    document uuid    not null,
    place    integer not null,
    kind     text    not null,
    points   bigint  not null,
    reason   text    not null,
    at       timestamptz not null,
    primary key (customer, document, place)
);
