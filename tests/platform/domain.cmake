# SPDX-License-Identifier: GPL-3.0-or-later
# The domain side against a real PostgreSQL: one program, so that one cluster serves all of its tests.
find_package(yaml-cpp REQUIRED)
crema_test(platform_domain_test
    SOURCES
        database/database_test.cpp
        database/test_cluster.cpp
        demo/demo_test.cpp
        devices/device_health_test.cpp
        devices/device_management_test.cpp
        devices/enrolment_test.cpp
        devices/readmission_test.cpp
        domain/api_document.cpp
        domain/authorization_walk_test.cpp
        domain/company_fixture.cpp
        domain/customer_retention_test.cpp
        domain/naughty_requests_test.cpp
        domain/operation_walk_test.cpp
        domain/routes_test.cpp
        domain/services_fixture.cpp
        identity/access_tokens_test.cpp
        identity/address_hold_test.cpp
        identity/audit_records_test.cpp
        identity/audit_trail_test.cpp
        identity/compact_jws_test.cpp
        identity/mail_outbox_test.cpp
        identity/password_codes_test.cpp
        identity/second_factor_test.cpp
        identity/secret_columns_test.cpp
        identity/sessions_test.cpp
        identity/sign_in_test.cpp
        identity/standard_tokens_test.cpp
        identity/token_keys_test.cpp
        sales/receipt_mail_test.cpp
        payments/simulated_payment_test.cpp
        sync/attention_test.cpp
        sync/customer_merge_test.cpp
        sync/erasure_test.cpp
        sync/feed_test.cpp
        sync/feed_watch_test.cpp
        sync/journal_follower_test.cpp
        sync/carts_test.cpp
        sync/cash_test.cpp
        sync/gift_card_test.cpp
        sync/points_test.cpp
        sync/payment_test.cpp
        sync/late_shift_test.cpp
        sync/returns_test.cpp
        sync/naughty_strings_test.cpp
        sync/approval_test.cpp
        sync/people_test.cpp
        sync/person_erasure_test.cpp
        sync/planted_members_test.cpp
        sync/promotions_test.cpp
        sync/roles_test.cpp
        sync/push_test.cpp
        sync/review_test.cpp
        sync/settings_test.cpp
        sync/waiting_test.cpp
        ../simulation/platform/checkpoint_conformance_test.cpp
        ../simulation/platform/snapshot_conformance_test.cpp
        ../simulation/platform/journal_conformance_test.cpp
        ../simulation/platform/epoch_conformance_test.cpp
        ../simulation/platform/health_conformance_test.cpp
        ../simulation/platform/readmission_conformance_test.cpp
        ../simulation/platform/people_conformance_test.cpp
        ../simulation/platform/selling_conformance_test.cpp
        ../simulation/platform/storage_conformance_test.cpp
    LINKS Crema::platform_domain crema_simulation_platform PostgreSQL::PostgreSQL yaml-cpp
    LABELS integration
    COST 100
    TIMEOUT 900)
