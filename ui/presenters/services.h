// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/catalog/product_import_presenter.h"
#include "ui/presenters/catalog/products_presenter.h"
#include "ui/presenters/devices/device_presenter.h"
#include "ui/presenters/diagnosis/diagnosis_presenter.h"
#include "ui/presenters/people/audit_trail_presenter.h"
#include "ui/presenters/people/customers_presenter.h"
#include "ui/presenters/people/histories_presenter.h"
#include "ui/presenters/people/people_presenter.h"
#include "ui/presenters/people/persons_presenter.h"
#include "ui/presenters/people/roles_presenter.h"
#include "ui/presenters/selling/auditors_journal_presenter.h"
#include "ui/presenters/selling/carts_presenter.h"
#include "ui/presenters/selling/cash_presenter.h"
#include "ui/presenters/selling/gift_cards_presenter.h"
#include "ui/presenters/selling/payments_presenter.h"
#include "ui/presenters/selling/promotions_presenter.h"
#include "ui/presenters/selling/sales_presenter.h"
#include "ui/presenters/selling/shift_presenter.h"
#include "ui/presenters/selling/stock_presenter.h"
#include "ui/presenters/settings/setting_book_presenter.h"
#include "ui/presenters/settings/settings_presenter.h"
#include "ui/presenters/syncing/sync_presenter.h"

namespace crema::presenters {

/// The presenters over one open store: what command verbs reach, and through nothing else.
/// Client and parts outlive it.
class Services
{
public:
    /// `drawing` may be empty where nothing is drawn.
    Services(sync::Client &client, const sync::ClientParts &parts, bool storeFromEnvironment,
             const documents::PageDrawing &drawing = {})
        : products(client), productImport(client), sales(client, drawing), shift(client), carts(client), cash(client),
          giftCards(client), payments(client, parts.clock), stock(client), customers(client),
          histories(client, drawing), people(client), persons(client), roles(client), device(client),
          syncing(client, parts.clock), settings(client, storeFromEnvironment), diagnosis(client, parts),
          journal(client), audit(client), settingBook(client), promotions(client)
    {}

    ProductsPresenter products;
    ProductImportPresenter productImport;
    SalesPresenter sales;
    ShiftPresenter shift;
    CartsPresenter carts;
    CashPresenter cash;
    GiftCardsPresenter giftCards;
    PaymentsPresenter payments;
    StockPresenter stock;
    CustomersPresenter customers;
    HistoriesPresenter histories;
    PeoplePresenter people;
    PersonsPresenter persons;
    RolesPresenter roles;
    DevicePresenter device;
    SyncPresenter syncing;
    SettingsPresenter settings;
    DiagnosisPresenter diagnosis;
    AuditorsJournalPresenter journal;
    AuditTrailPresenter audit;
    SettingBookPresenter settingBook;
    PromotionsPresenter promotions;
};

} // namespace crema::presenters
