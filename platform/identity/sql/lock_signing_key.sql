-- SPDX-License-Identifier: GPL-3.0-or-later
lock table identity.signing_key in share row exclusive mode
