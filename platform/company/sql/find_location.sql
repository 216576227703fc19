-- SPDX-License-Identifier: GPL-3.0-or-later
select document from company.location where lower(code) = lower($1)
