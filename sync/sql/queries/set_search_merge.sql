-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO search_index (search_index, rank) VALUES ('automerge', ?)
