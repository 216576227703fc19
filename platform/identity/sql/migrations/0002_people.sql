-- SPDX-License-Identifier: GPL-3.0-or-later
create schema identity;

create table identity.role (
    name        text primary key,
    permissions text[] not null
);

create table identity.person (
    id       uuid primary key,
    email    text not null,
    role     text not null references identity.role (name),
    active   boolean not null,
    document jsonb not null
);
create unique index person_email on identity.person (lower(email)) where email <> '';

-- Passwords never leave this table; the document above goes to devices.
create table identity.credential (
    person        uuid primary key references identity.person (id),
    password_hash text not null,
    changed_at    timestamptz not null
);

-- The key pair that signs access tokens, as PEM.
create table identity.signing_key (
    id         text primary key,
    private    text not null,
    created_at timestamptz not null
);

-- What happened to whom and by whom. Each chain is a hash chain: an entry holds the hash of the one before.
create table identity.audit_entry (
    chain         uuid not null,
    number        bigint not null,
    at            timestamptz not null,
    actor         uuid,
    action        text not null,
    subject_type  text not null,
    subject_id    uuid,
    operation     uuid,
    document      text not null,
    previous_hash bytea not null,
    hash          bytea not null,
    primary key (chain, number)
);
create index audit_entry_subject on identity.audit_entry (subject_type, subject_id);

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on identity.audit_entry
    for each statement execute function identity.refuse_change();
