-- SPDX-License-Identifier: GPL-3.0-or-later
-- Upper and lower case of addresses are those of ASCII, whatever locale the database has: in Turkish the small letter of I
-- is another one.
drop index identity.person_email;
create unique index person_email on identity.person (lower(email collate "C")) where email <> '';

-- Mail that people are owed: what, to whom, and when it is tried next. Never the text: a code is made when its message
-- leaves, so that whoever reads this table finds none (docs/adr/038).
create table identity.owed_mail (
    id       uuid primary key default gen_random_uuid(),
    person   uuid not null references identity.person (id),
    kind     text not null,
    document jsonb not null,
    due_at   timestamptz not null,
    ends_at  timestamptz not null,
    tries    integer not null default 0,
    unique (person, kind)
);
create index owed_mail_due on identity.owed_mail (due_at);

-- Whose address became another one lately, and the one that they had before: until ends_at codes go there only
-- (docs/adr/038). Empty: there was none.
create table identity.address_hold (
    person  uuid primary key references identity.person (id),
    trusted text not null,
    ends_at timestamptz not null,
    told_at timestamptz
);
create index address_hold_trusted on identity.address_hold (lower(trusted collate "C"));

-- An authenticator that nobody confirms ends.
alter table identity.totp add column offered_at timestamptz not null default now();
