-- SPDX-License-Identifier: GPL-3.0-or-later
create schema demo;

-- One row from the first to the last step of filling the demo company. A start that finds it carries on with the same
-- moment, which makes the same company.
create table demo.filling (
    singleton boolean primary key default true check (singleton),
    begun_at  timestamptz not null
);
