-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FILTER (WHERE state = 'queued'), count(*) FILTER (WHERE state = 'sent'),
count(*) FILTER (WHERE state = 'receipted')
FROM operation WHERE state <> 'visible'
