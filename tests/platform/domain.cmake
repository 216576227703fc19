# SPDX-License-Identifier: GPL-3.0-or-later
# The domain side against a real PostgreSQL: one program, so that one cluster serves all of its tests.
crema_test(platform_domain_test
    SOURCES
        database/database_test.cpp
        database/test_cluster.cpp
        domain/company_fixture.cpp
        sync/feed_test.cpp
        sync/push_test.cpp
    LINKS Crema::platform_domain PostgreSQL::PostgreSQL
    LABELS integration)
