-- SPDX-License-Identifier: GPL-3.0-or-later
create extension if not exists pg_trgm with schema public;
create schema catalog;

create table catalog.tax_class (
    id         uuid primary key,
    is_default boolean not null,
    document   jsonb not null
);
create unique index tax_class_default on catalog.tax_class (is_default) where is_default;

create table catalog.category (
    id       uuid primary key,
    document jsonb not null
);

-- `document` is the entity as the feed and the API tell it; the other columns are there to be found by.
-- `folded` holds the words of name and brand, or of SKU, options and barcodes, in lower case without accents;
-- `revision` counts writes, so that a writer notices that another one came first.
create table catalog.product (
    id          uuid primary key,
    folded_name text not null,
    folded      text not null,
    archived    boolean not null,
    revision    bigint not null,
    document    jsonb not null
);
create index product_order on catalog.product (folded_name, id) where not archived;

create table catalog.variant (
    id       uuid primary key,
    product  uuid not null references catalog.product (id),
    number   bigint generated always as identity,
    sku      text not null,
    folded   text not null,
    archived boolean not null,
    revision bigint not null,
    document jsonb not null
);
create unique index variant_sku on catalog.variant (lower(sku)) where sku <> '';
create index variant_product on catalog.variant (product, number);

-- A barcode names one variant only.
create table catalog.barcode (
    code    text primary key,
    variant uuid not null references catalog.variant (id)
);
create index barcode_variant on catalog.barcode (variant);

-- One row a product: the words of the product, its variants, SKUs and barcodes.
create table catalog.search (
    product     uuid primary key references catalog.product (id),
    folded_name text not null,
    words       tsvector not null,
    archived    boolean not null
);
create index search_words on catalog.search using gin (words);
create index search_name on catalog.search using gin (folded_name public.gin_trgm_ops);
