-- SPDX-License-Identifier: GPL-3.0-or-later
lock table identity.audit_seal in share row exclusive mode
