-- SPDX-License-Identifier: GPL-3.0-or-later
create schema sync;

create table sync.feed_epoch (
    singleton boolean primary key default true check (singleton),
    epoch bigint not null
);
insert into sync.feed_epoch (epoch) values (1);

-- What each device sends next, by epoch of its store.
create table sync.stream (
    device   uuid not null,
    epoch    bigint not null,
    expected bigint not null,
    term     bigint not null,
    primary key (device, epoch)
);

-- Every operation that could be read, once, with its bytes and what became of it. Never expires.
create table sync.operation (
    id              uuid primary key,
    device          uuid not null,
    epoch           bigint not null,
    sequence        bigint not null,
    payload_hash    bytea not null,
    payload         bytea not null,
    type            text not null,
    subject_type    text not null,
    subject_id      uuid not null,
    outcome         text not null,
    settled         boolean not null,
    acknowledgement json not null,
    received_at     timestamptz not null default now()
);
create index operation_waiting on sync.operation (received_at) where outcome = 'waiting';
create index operation_open on sync.operation (subject_id) where outcome in ('waiting', 'refused') and not settled;

-- Every sequence number used. `acknowledgement` is null where the operation's own one is the answer.
create table sync.receipt (
    device          uuid not null,
    epoch           bigint not null,
    sequence        bigint not null,
    operation       uuid,
    payload_hash    bytea not null,
    acknowledgement json,
    primary key (device, epoch, sequence)
);

-- Operations that could not be read, whole.
create table sync.dead_letter (
    id          bigint generated always as identity primary key,
    device      uuid not null,
    epoch       bigint not null,
    sequence    bigint not null,
    payload     bytea not null,
    problem     json not null,
    received_at timestamptz not null default now()
);

-- What a manager should look at: facts are recorded as they happened and never refused.
create table sync.review (
    id          bigint generated always as identity primary key,
    operation   uuid not null,
    code        text not null,
    location    uuid,
    subject_type text not null,
    subject_id  uuid not null,
    created_at  timestamptz not null default now(),
    resolved_at timestamptz,
    resolved_by uuid
);
create index review_open on sync.review (created_at) where resolved_at is null;

-- The newest state of every entity for each audience, in commit order. A row that is written again moves to the end;
-- `xid` never gets smaller, because the writer that comes last need not have the highest transaction number.
create sequence sync.feed_position;
create table sync.feed (
    entity_type text not null,
    entity_id   uuid not null,
    audience    text not null,
    xid         xid8 not null default pg_current_xact_id(),
    position    bigint not null default nextval('sync.feed_position'),
    deleted     boolean not null,
    entity      json,
    primary key (entity_type, entity_id, audience)
);
create unique index feed_order on sync.feed (xid, position);
