-- SPDX-License-Identifier: GPL-3.0-or-later
select operation, payload_hash, acknowledgement from sync.receipt where device = $1 and epoch = $2 and sequence = $3
