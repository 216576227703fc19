-- SPDX-License-Identifier: GPL-3.0-or-later
update sync.journal_key set seed = $1
