-- SPDX-License-Identifier: GPL-3.0-or-later
delete from payments.webhook_event where taken_at < $1
