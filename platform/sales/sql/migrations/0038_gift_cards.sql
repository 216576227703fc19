-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gift cards and store credit (docs/adr/060), and what moved their balances. An entry follows from its document.
create table sales.gift_card (
    id        uuid   primary key,
    code_hash text   not null,
    customer  uuid,
    balance   bigint not null,
    currency  text   not null,
    revision  bigint not null,
    document  jsonb  not null
);
create index gift_card_hash on sales.gift_card (code_hash) where code_hash <> '';
create index gift_card_customer on sales.gift_card (customer) where customer is not null;

create table sales.gift_entry (
    card     uuid    not null,
    document uuid    not null,
    place    integer not null,
    kind     text    not null,
    amount   bigint  not null,
    currency text    not null,
    reason   text    not null,
    at       timestamptz not null,
    primary key (card, document, place)
);
