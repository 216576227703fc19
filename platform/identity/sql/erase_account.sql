-- SPDX-License-Identifier: GPL-3.0-or-later
-- All that somebody signed in with, and mail that they are owed. Their sessions have ended; those of the last hour stay,
-- so that nobody takes an access token of them for a live one, and say who and where, no more.
with tokens as (
    delete from identity.refresh_token
    where session in (select id from identity.session where person = $1)
), ended as (
    update identity.session set ended_at = coalesce(ended_at, $2), ended_why = coalesce(ended_why, $3),
                                ends_at = least(ends_at, $4)
    where person = $1
), factors as (
    delete from identity.totp where person = $1
), codes as (
    delete from identity.password_code where person = $1
), mail as (
    delete from identity.owed_mail where person = $1
), invitations as (
    update identity.owed_mail set document = document - 'inviter'
    where kind = 'invitation' and person <> $1 and document ->> 'inviter' = $1::text
), holds as (
    delete from identity.address_hold where person = $1
)
delete from identity.credential where person = $1
