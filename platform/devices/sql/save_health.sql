-- SPDX-License-Identifier: GPL-3.0-or-later
-- A network may double or delay a report: within one start of the machine an older one is not taken.
insert into devices.health (device, boot, monotonic_ms, heard_at, report) values ($1, $2, $3, $4, $5)
on conflict (device) do update
set boot = excluded.boot, monotonic_ms = excluded.monotonic_ms, heard_at = excluded.heard_at, report = excluded.report
where health.boot <> excluded.boot or health.monotonic_ms < excluded.monotonic_ms
