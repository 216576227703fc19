-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person has to decide about: conflicts, refusals, dead letters. Cards are never deleted, so the value that lost
-- stays for as long as the operation that it came with.
create table sync.attention (
    id         uuid primary key,
    open       boolean not null,
    location   uuid,
    document   json not null,
    revision   bigint not null,
    created_at timestamptz not null default now()
);
create index attention_open on sync.attention (created_at) where open;

-- Who gave a field the value that it has: written with each edit, read when another one loses to it.
create table sync.field_change (
    subject  uuid not null,
    field    text not null,
    document json not null,
    primary key (subject, field)
);
