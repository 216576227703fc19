-- SPDX-License-Identifier: GPL-3.0-or-later
select seed from identity.audit_key for update
