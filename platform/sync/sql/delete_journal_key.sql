-- SPDX-License-Identifier: GPL-3.0-or-later
delete from sync.journal_key
