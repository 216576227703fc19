-- SPDX-License-Identifier: GPL-3.0-or-later
-- Money that tills want through the payment provider (docs/adr/061). What is due is asked about by the payment desk:
-- a row that operations change is due at once ('epoch'), whatever clock asks; one about which nothing is to be asked
-- has none. Whoever works on a row keeps it from the others until claimed_until.
create table sales.payment_intent (
    id            uuid   primary key,
    location      uuid   not null,
    register      uuid   not null,
    shift         uuid   not null,
    state         text   not null,
    due_at        timestamptz,
    claimed_until timestamptz,
    revision      bigint not null,
    document      jsonb  not null
);
create index payment_intent_due on sales.payment_intent (due_at, id) where due_at is not null;
create index payment_intent_shift on sales.payment_intent (shift);
