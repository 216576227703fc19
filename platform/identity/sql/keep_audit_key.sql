-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.audit_key as k (seed) values ($1)
on conflict (one) do update set seed = k.seed
returning seed
