-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO auditor_head (chain, number, hash, signed_at, signature, platform_key, refused)
VALUES (?, ?, ?, ?, ?, ?, 0)
ON CONFLICT (chain) DO UPDATE SET number = excluded.number, hash = excluded.hash, signed_at = excluded.signed_at,
    signature = excluded.signature, platform_key = excluded.platform_key, refused = 0
