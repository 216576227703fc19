-- SPDX-License-Identifier: GPL-3.0-or-later
PRAGMA cache_size = -16000
