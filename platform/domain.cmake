# SPDX-License-Identifier: GPL-3.0-or-later
# The domain side of the platform: one library over all domain folders, because they share one database and one
# list of SQL files.
crema_module(platform_domain
    SOURCES
        catalog/search_words.cpp
        database/connection.cpp
        database/connection_pool.cpp
        database/database_failure.cpp
        database/migrator.cpp
        database/param.cpp
        database/rows.cpp
        database/statements.cpp
        database/transaction.cpp
        sync/effect_rows.cpp
        sync/feed_reader.cpp
        sync/feed_writer.cpp
        sync/operation_judge.cpp
        sync/postgres_commit.cpp
        sync/postgres_unit_of_work.cpp
        sync/push.cpp
        sync/record_rows.cpp
        sync/stored_operation_rows.cpp
    PUBLIC Crema::models Crema::platform_base Crema::platform_http PostgreSQL::PostgreSQL
    PRIVATE OpenSSL::Crypto prometheus-cpp::core
    SQL ".")
