-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roles that the company makes itself (ADR 037). A person names a built-in role, or the id of one of these.
create table identity.own_role (
    id       uuid primary key,
    revision bigint not null,
    document jsonb not null
);
alter table identity.person drop constraint person_role_fkey;
