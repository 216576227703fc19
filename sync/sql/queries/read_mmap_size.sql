-- SPDX-License-Identifier: GPL-3.0-or-later
PRAGMA mmap_size
