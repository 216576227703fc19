-- SPDX-License-Identifier: GPL-3.0-or-later
-- Receipts that are to be mailed (docs/adr/065). A row goes with its mail: whose address it was is kept no longer.
create table sales.receipt_mail (
    id       uuid primary key,
    sale     uuid not null,
    address  text not null,
    language text not null,
    due_at   timestamptz not null,
    ends_at  timestamptz not null,
    tries    integer not null default 0
);
create index receipt_mail_due on sales.receipt_mail (due_at);
create index receipt_mail_sale on sales.receipt_mail (sale);
