-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT chain, number, hash, signed_at, signature, platform_key, refused FROM auditor_head
