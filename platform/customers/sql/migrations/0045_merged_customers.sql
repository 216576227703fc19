-- SPDX-License-Identifier: GPL-3.0-or-later
-- Customers who turned out to be one (docs/adr/067): who was merged into whom, and all who have to do with a merge.
create index customer_merged_into on customers.customer ((document ->> 'merged_into'))
    where document ->> 'merged_into' is not null;
create index customer_of_a_merge on customers.customer (id) where document ? 'merged_into' or document ? 'merged_from';
