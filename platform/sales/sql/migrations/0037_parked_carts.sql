-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sales that were left for later, which any till of their location may go on with (docs/adr/058).
create table sales.parked_cart (
    id       uuid primary key,
    revision bigint not null,
    document jsonb not null
);
