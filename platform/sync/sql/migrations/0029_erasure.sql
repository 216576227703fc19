-- SPDX-License-Identifier: GPL-3.0-or-later
-- An erasure finds what was said about somebody by its subject (docs/adr/041); sales, which are most of it, are about no
-- person alone.
create index operation_about on sync.operation (subject_id) where subject_type in ('customer', 'person', 'attention');
