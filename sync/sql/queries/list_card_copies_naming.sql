-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, document FROM server_copy WHERE type = 'attention' AND instr(document, ?) > 0
