# SPDX-License-Identifier: GPL-3.0-or-later
# The domain side of the platform: one library over all domain folders, because they share one database and one
# list of SQL files.
crema_module(platform_domain
    SOURCES
        catalog/product_routes.cpp
        catalog/search_words.cpp
        company/new_company.cpp
        company/reference_writer.cpp
        company/stored_reference.cpp
        customers/customer_routes.cpp
        database/array_param.cpp
        database/connection.cpp
        database/connection_pool.cpp
        database/database_failure.cpp
        database/migrator.cpp
        database/param.cpp
        database/rows.cpp
        database/statements.cpp
        database/transaction.cpp
        demo/demo_builder.cpp
        demo/demo_company.cpp
        demo/demo_device.cpp
        demo/demo_files.cpp
        demo/demo_products.cpp
        demo/demo_references.cpp
        demo/demo_sales.cpp
        devices/device_epochs.cpp
        devices/device_routes.cpp
        devices/device_session.cpp
        devices/enrolment.cpp
        domain/backup_verbs.cpp
        domain/bootstrap.cpp
        domain/company_verbs.cpp
        domain/domain_core.cpp
        domain/domain_services.cpp
        domain/domain_verbs.cpp
        domain/key_verbs.cpp
        domain/verb_parts.cpp
        identity/access_tokens.cpp
        identity/attempt_backoff.cpp
        identity/authenticator.cpp
        identity/hashing_gate.cpp
        identity/identity_routes.cpp
        identity/sign_in.cpp
        identity/stored_token_keys.cpp
        identity/token_key.cpp
        identity/token_key_ring.cpp
        sales/sale_routes.cpp
        stock/stock_routes.cpp
        sync/attention_cards.cpp
        sync/buffered_commit.cpp
        sync/buffered_unit_of_work.cpp
        sync/effect_rows.cpp
        sync/feed_entry.cpp
        sync/feed_epoch.cpp
        sync/feed_page.cpp
        sync/feed_problems.cpp
        sync/feed_pruning.cpp
        sync/feed_text.cpp
        sync/feed_watch.cpp
        sync/feed_writer.cpp
        sync/journal_follower.cpp
        sync/journal_routes.cpp
        sync/operation_judge.cpp
        sync/postgres_sync_storage.cpp
        sync/postgres_unit_storage.cpp
        sync/push.cpp
        sync/record_rows.cpp
        sync/snapshot.cpp
        sync/stored_operation_rows.cpp
        sync/sync_metrics.cpp
        sync/sync_routes.cpp
    PUBLIC Crema::models Crema::platform_base Crema::platform_http PostgreSQL::PostgreSQL
    PRIVATE Crema::platform_cluster Crema::platform_program OpenSSL::Crypto prometheus-cpp::core
    SQL ".")
target_sources(crema_platform_domain PRIVATE "${CMAKE_SOURCE_DIR}/resources/demo/demo_company.qrc")
