-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is signed in, on which device and until when (docs/adr/032).
create table identity.session (
    id         uuid primary key,
    person     uuid not null references identity.person (id),
    device     uuid not null references devices.device (id),
    begun_at   timestamptz not null,
    used_at    timestamptz not null,
    ends_at    timestamptz not null,
    ended_at   timestamptz,
    ended_why  text
);
create index session_person on identity.session (person);
create index session_device on identity.session (device);
create index session_ended on identity.session (used_at) where ended_at is not null;

-- All tokens that a session ever had, as SHA-256, so that a used one is known again. The salt makes the token's successor:
-- whoever presents the token within the grace gets the same one, though neither is kept.
create table identity.refresh_token (
    hash    bytea primary key,
    session uuid not null references identity.session (id) on delete cascade,
    used_at timestamptz,
    salt    bytea
);
create index refresh_token_session on identity.refresh_token (session);

-- The secrets of one-time codes (RFC 6238). No step counts twice.
create table identity.totp (
    person       uuid primary key references identity.person (id),
    secret       bytea not null,
    confirmed_at timestamptz,
    last_step    bigint not null
);

-- What lets somebody in who lost the device with the secret, each once: SHA-256 of 120 random bits.
create table identity.recovery_code (
    person  uuid not null references identity.totp (person) on delete cascade,
    hash    bytea not null,
    used_at timestamptz,
    primary key (person, hash)
);
