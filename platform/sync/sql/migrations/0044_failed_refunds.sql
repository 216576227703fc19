-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which operation asked for an online payment, for the review of a refund that the bank turned down.
create index operation_payment on sync.operation (subject_id) where type = 'payment.ask';
