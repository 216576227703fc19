-- SPDX-License-Identifier: GPL-3.0-or-later
-- People are changed by operations of devices: two at once are told apart as with every other entity.
alter table identity.person add column revision bigint not null default 1;
