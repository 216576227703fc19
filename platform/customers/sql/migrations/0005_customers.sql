-- SPDX-License-Identifier: GPL-3.0-or-later
create schema customers;

create table customers.customer (
    id          uuid primary key,
    folded_name text not null,
    email       text not null,
    phone       text not null,
    archived    boolean not null,
    revision    bigint not null,
    document    jsonb not null
);
create index customer_order on customers.customer (folded_name, id) where not archived;
create index customer_name on customers.customer using gin (folded_name public.gin_trgm_ops);
create index customer_email on customers.customer (email) where email <> '';
create index customer_phone on customers.customer (phone) where phone <> '';
