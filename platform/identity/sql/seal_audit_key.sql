-- SPDX-License-Identifier: GPL-3.0-or-later
update identity.audit_key set seed = $1
