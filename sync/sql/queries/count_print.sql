-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO print_count (sale, prints) VALUES (?, 1) ON CONFLICT (sale) DO UPDATE SET prints = prints + 1
