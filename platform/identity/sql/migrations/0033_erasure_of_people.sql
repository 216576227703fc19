-- SPDX-License-Identifier: GPL-3.0-or-later
-- What entries of the audit trail say about a person. The entry holds SHA-256 of salt and details, so that these can go
-- while its chain stays whole (docs/adr/044).
create table identity.audit_details (
    chain   uuid not null,
    number  bigint not null,
    person  uuid not null,
    salt    bytea not null,
    details text not null,
    primary key (chain, number)
);
create index audit_details_person on identity.audit_details (person);
create trigger audit_details_append_only before update or truncate on identity.audit_details
    for each statement execute function identity.refuse_change();

-- Whose name is to be taken out of what they changed.
create index field_change_person on sync.field_change ((document ->> 'person'));

-- Entries of before have the words in what is hashed. They may be taken out, once, and nothing else be changed: an
-- erasure then vouches for what is left.
create function identity.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if (new.chain, new.number, new.at, new.actor, new.action, new.subject_type, new.subject_id, new.operation,
        new.previous_hash, new.hash)
        is distinct from (old.chain, old.number, old.at, old.actor, old.action, old.subject_type, old.subject_id,
                          old.operation, old.previous_hash, old.hash)
        or old.document::jsonb ? 'erased'
        or new.document::jsonb is distinct from
            (old.document::jsonb #- '{document,changes}' #- '{document,mailbox}' || '{"erased": true}') then
        raise exception 'the audit trail is append-only';
    end if;
    return new;
end
$$;
drop trigger audit_entry_append_only on identity.audit_entry;
create trigger audit_entry_append_only before delete or truncate on identity.audit_entry
    for each statement execute function identity.refuse_change();
create trigger audit_entry_rewriting before update on identity.audit_entry
    for each row execute function identity.refuse_rewriting();
