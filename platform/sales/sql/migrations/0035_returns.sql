-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came back of the lines of a sale, and by which document (docs/adr/050): found by what was sold.
create table sales.returned_line (
    sale        uuid    not null,
    line        integer not null,
    returned_by uuid    not null,
    quantity    bigint  not null,
    primary key (sale, line, returned_by)
);
