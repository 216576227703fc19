-- SPDX-License-Identifier: GPL-3.0-or-later
select seed from sync.journal_key for update
