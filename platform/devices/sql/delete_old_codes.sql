-- SPDX-License-Identifier: GPL-3.0-or-later
delete from devices.enrol_code where expires_at < $1::timestamptz - interval '30 days'
