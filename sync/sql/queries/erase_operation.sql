-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET bytes = ?, hash = ?, acknowledgement = ? WHERE number = ?
