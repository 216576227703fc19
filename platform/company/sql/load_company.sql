-- SPDX-License-Identifier: GPL-3.0-or-later
select document from company.settings
