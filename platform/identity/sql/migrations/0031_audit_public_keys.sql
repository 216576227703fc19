-- SPDX-License-Identifier: GPL-3.0-or-later
-- The public half of each key that seals of the audit trail were signed with, and the first seal that it signed: they are
-- checked for years, also when the private half is lost.
create table identity.audit_public_key (
    first_seal bigint primary key,
    public     bytea not null
);
