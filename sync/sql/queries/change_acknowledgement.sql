-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE operation SET acknowledgement = ? WHERE number = ?
