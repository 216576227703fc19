-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO auditor_head (chain, number, hash, signed_at, signature, platform_key, refused)
VALUES (?, 0, x'', 0, x'', x'', 1) ON CONFLICT (chain) DO UPDATE SET refused = 1
