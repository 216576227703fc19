-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cash that came into a drawer or left it other than by a sale (docs/adr/049).
create table sales.cash_movement (
    id       uuid primary key,
    shift    uuid not null,
    location uuid not null,
    register uuid not null,
    at       timestamptz not null,
    document jsonb not null
);
-- A shift that comes late takes up what was moved in it.
create index cash_movement_shift on sales.cash_movement (shift);
create index cash_movement_time on sales.cash_movement (at desc, id desc);
