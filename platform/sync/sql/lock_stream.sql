-- SPDX-License-Identifier: GPL-3.0-or-later
insert into sync.stream as s (device, epoch, expected, term) values ($1, $2, 1, 0)
on conflict (device, epoch) do update set expected = s.expected
returning expected, term
