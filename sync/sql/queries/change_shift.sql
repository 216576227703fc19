-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE shift SET document = ? WHERE id = ? AND register = ? AND state = ? AND opened_at = ? AND z IS ?
