-- SPDX-License-Identifier: GPL-3.0-or-later
select first_seal, public from identity.audit_public_key order by first_seal
