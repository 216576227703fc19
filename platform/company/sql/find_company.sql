-- SPDX-License-Identifier: GPL-3.0-or-later
select (document ->> 'id')::uuid from company.settings
