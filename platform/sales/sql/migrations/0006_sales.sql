-- SPDX-License-Identifier: GPL-3.0-or-later
create schema sales;

create table sales.shift (
    id        uuid primary key,
    location  uuid not null,
    register  uuid not null,
    state     text not null,
    opened_at timestamptz not null,
    revision  bigint not null,
    document  jsonb not null
);
create index shift_open on sales.shift (register) where state = 'open';
create index shift_time on sales.shift (opened_at desc, id);

-- A number is not unique here: a clash is a fact that a person has to look at, not a sale to lose.
create table sales.sale (
    id           uuid primary key,
    number       text not null,
    shift        uuid not null,
    location     uuid not null,
    register     uuid not null,
    customer     uuid,
    completed_at timestamptz not null,
    total_minor  bigint not null,
    document     jsonb not null
);
create index sale_number on sales.sale (number);
create index sale_time on sales.sale (completed_at desc, id desc);
create index sale_customer on sales.sale (customer) where customer is not null;
