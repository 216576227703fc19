-- SPDX-License-Identifier: GPL-3.0-or-later
-- People read the trail backwards from its end, over all chains.
create index audit_entry_at on identity.audit_entry (at, chain, number);
