-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM attention INDEXED BY attention_open WHERE is_open = 1
