-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the payment desk notes beside the intents (docs/adr/063).
create schema payments;

-- Written before a provider is asked: since then it may have heard of the intent. `tries` are those in a row without an
-- answer.
create table payments.attempt (
    intent         uuid    primary key,
    first_asked_at timestamptz,
    tries          integer not null default 0
);

-- Written before money is given back: tried again, it is the same amount under the same key.
create table payments.refund (
    intent       uuid   not null,
    before_minor bigint not null,
    amount_minor bigint not null,
    primary key (intent, before_minor)
);

-- The provider's name of the card reader beside a register.
create table payments.reader (
    register uuid primary key,
    reader   text not null
);

-- Webhooks that were taken: one that comes again does nothing.
create table payments.webhook_event (
    id       text        primary key,
    taken_at timestamptz not null
);
create index webhook_event_age on payments.webhook_event (taken_at);

-- The ledger of the simulated provider, as one of its own would be: it does not forget when the platform is ended. That
-- nothing is captured twice is its rule as well.
create table payments.simulated (
    intent       uuid    primary key,
    channel      text    not null,
    amount       bigint  not null,
    currency     text    not null,
    description  text    not null,
    state        text    not null check (state in ('open', 'held', 'paid', 'declined', 'cancelled')),
    asked_at     timestamptz not null,
    captures     integer not null default 0 check (captures <= 1),
    lost_answers integer not null default 0
);
create table payments.simulated_refund (
    key    text   primary key,
    intent uuid   not null,
    amount bigint not null
);
