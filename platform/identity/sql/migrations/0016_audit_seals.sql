-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the platform has signed of the audit trail (docs/security.md, 'The audit trail').
create table identity.audit_seal (
    number    bigint primary key,
    document  text not null,
    signature bytea not null
);
create trigger audit_seal_append_only before update or delete or truncate on identity.audit_seal
    for each statement execute function identity.refuse_change();

-- Up to where each chain is sealed: to find what grew since. The seals themselves are what counts.
create table identity.sealed_chain (
    chain  uuid primary key,
    number bigint not null
);

-- The seed of the key that seals are signed with.
create table identity.audit_key (
    one  boolean primary key default true check (one),
    seed bytea not null
);
