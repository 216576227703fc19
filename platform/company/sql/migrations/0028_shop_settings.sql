-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the company and its locations set (models/settings), each as one document with its last changes.
create table company.shop_settings (
    id       uuid primary key, -- of the company or of the location
    revision bigint not null,
    document jsonb not null
);
