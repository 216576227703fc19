-- SPDX-License-Identifier: GPL-3.0-or-later
insert into identity.audit_seal (number, document, signature) values ($1, $2, $3)
