-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT number, bytes, epoch, sequence FROM operation WHERE state IN ('queued', 'sent') ORDER BY number LIMIT ?
