-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was mailed to set a password with: SHA-256 of 120 random bits, for the address that it went to. A new one takes
-- the place of the one before (docs/adr/035).
create table identity.password_code (
    person  uuid primary key references identity.person (id),
    email   text not null,
    hash    bytea not null,
    ends_at timestamptz not null,
    tries   integer not null default 0
);
